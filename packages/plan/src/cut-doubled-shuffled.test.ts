import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  PlanTextInvalid,
  type PublishedPlan,
  publishedPlanText,
  readDeadline,
  readPlan,
  readTarget,
} from "./index.ts"
import { printedPieces } from "./testing/printed-lines.ts"

/** Few enough for every day; `PLAN43_PROPERTY_RUNS=5000` looks longer. */
const RUNS = Number(process.env.PLAN43_PROPERTY_RUNS ?? 120)

const text = publishedPlanText().trimEnd()
const lines = text.split("\n")
const plan = readPlan(text)
const ANNEX_I = lines.indexOf("PHỤ LỤC I.")
const ANNEX_II = lines.indexOf("PHỤ LỤC II:")

/** A text in pieces, and what joins them again. */
interface Pieces {
  before: string[]
  pieces: string[]
  after: string[]
  joint: "" | "\n"
}

const characters: Pieces = { before: [], pieces: [...text], after: [], joint: "" }
const wholeLines: Pieces = { before: [], pieces: lines, after: [], joint: "\n" }
const cellsOfAnnexI: Pieces = {
  before: lines.slice(0, ANNEX_I),
  pieces: lines.slice(ANNEX_I, ANNEX_II),
  after: lines.slice(ANNEX_II),
  joint: "\n",
}
const cellsOfAnnexII: Pieces = {
  before: lines.slice(0, ANNEX_II),
  pieces: lines.slice(ANNEX_II),
  after: [],
  joint: "\n",
}

function joined({ before, after, joint }: Pieces, changed: string[]): string {
  return [...before, ...changed, ...after].join(joint)
}

/** Two places in a text, near each other more often than not: small faults are the ones that hide. */
function stretch({ pieces }: Pieces): fc.Arbitrary<{ from: number; to: number }> {
  const length = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 13 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: pieces.length }) },
  )
  return fc
    .record({ from: fc.nat(pieces.length - 1), length })
    .map(({ from, length }) => ({ from, to: Math.min(from + length, pieces.length) }))
}

function cut(of: Pieces): fc.Arbitrary<string> {
  return stretch(of).map(({ from, to }) => joined(of, of.pieces.toSpliced(from, to - from)))
}

function doubled(of: Pieces): fc.Arbitrary<string> {
  return stretch(of).map(({ from, to }) =>
    joined(of, of.pieces.toSpliced(to, 0, ...of.pieces.slice(from, to))),
  )
}

function shuffled(of: Pieces): fc.Arbitrary<string> {
  const rearranged = stretch(of).chain(({ from, to }) => {
    const within = of.pieces.slice(from, Math.min(to, from + 100))
    return fc
      .shuffledSubarray(within, { minLength: within.length })
      .map((order) => joined(of, of.pieces.toSpliced(from, within.length, ...order)))
  })
  const moved = fc.record({ what: stretch(of), place: fc.nat(of.pieces.length) }).map(({ what, place }) => {
    const taken = of.pieces.slice(what.from, what.to)
    const rest = of.pieces.toSpliced(what.from, taken.length)
    return joined(of, rest.toSpliced(Math.min(place, rest.length), 0, ...taken))
  })
  const exchanged = fc
    .record({ one: fc.nat(of.pieces.length - 1), other: fc.nat(of.pieces.length - 1) })
    .map(({ one, other }) =>
      joined(of, of.pieces.with(one, of.pieces[other] ?? "").with(other, of.pieces[one] ?? "")),
    )
  return fc.oneof(rearranged, moved, exchanged)
}

/** The plan that a text holds; null where it is refused, which always says why. */
function readOrRefused(changed: string): PublishedPlan | null {
  try {
    return readPlan(changed)
  } catch (error) {
    expect(error).toBeInstanceOf(PlanTextInvalid)
    const { issues } = error as PlanTextInvalid
    const last = changed.split("\n").length
    expect(issues.length).toBeGreaterThan(0)
    for (const { line, message } of issues) {
      expect(message).not.toBe("")
      if (line !== null) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(last)
      }
    }
    return null
  }
}

function numbersFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

/** Everything read stands in the text in so many words, and nothing of the annexes and parts was passed over. */
function expectFaithful(read: PublishedPlan, changed: string): void {
  const all = changed.split("\n").map((line) => line.trimEnd())
  while (all.at(-1) === "") all.pop()
  const at = ({ first, last }: { first: number; last: number }) => all.slice(first - 1, last)
  const { tasks, indicators, paragraphs } = printedPieces(read)
  for (const { lines: where, printed } of [...tasks, ...indicators]) expect(at(where)).toEqual(printed)
  for (const { lines: where, printed } of paragraphs)
    expect(at(where).map((line) => line.replace(/^(\d+\.\d+)\. /, "$1 "))).toEqual(printed)

  const headII = all.indexOf("Thời gian hoàn thành |")
  expect(tasks.flatMap(({ printed }) => printed)).toEqual(all.slice(headII + 1))
  const headI = all.indexOf("Cơ quan chủ trì theo dõi, đánh giá |")
  const horizons = ["I |", "Đến năm 2030 |", "|", "|", "|", "II |", "Đến năm 2045 |", "|", "|", "|"]
  const inAnnexI = all.slice(
    headI + 1,
    all.findIndex((line) => /^PHỤ LỤC II[.:]?$/.test(line)),
  )
  const indicatorLines = new Set(indicators.flatMap(({ lines: { first } }) => numbersFrom(first, 5)))
  expect(inAnnexI.filter((_, index) => !indicatorLines.has(headI + 2 + index))).toEqual(horizons)

  const partII = all.lastIndexOf("II. NHIỆM VỤ CỤ THỂ")
  const partIII = all.indexOf("III. TỔ CHỨC THỰC HIỆN")
  const numbered = (from: number, to: number, form: RegExp) =>
    all.slice(from, to).filter((line) => form.test(line)).length
  expect(read.measures).toHaveLength(numbered(partII, partIII, /^\d+\.\d+\.? /))
  expect(read.obligations).toHaveLength(numbered(partIII, headI, /^\d+\. /))
  expectConsistent(read)
}

/** Numbers without gaps, one code a row, readings that follow from their words. */
function expectConsistent(read: PublishedPlan): void {
  const mainNumbers = read.tasks.flatMap(({ code }) => (/^\d+$/.test(code) ? [Number(code)] : []))
  expect(mainNumbers).toEqual(numbersFrom(1, mainNumbers.length))
  for (const rows of [read.tasks, read.indicators]) {
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
    expect(rows.map(({ position }) => position)).toEqual(numbersFrom(1, rows.length))
  }
  expect(read.sections.map(({ numeral }) => numeral)).toEqual(["I", "II", "III", "IV", "V", "VI", "VII"])
  for (const { numeral } of read.sections)
    expect(read.tasks.some(({ sectionNumeral }) => sectionNumeral === numeral)).toBe(true)
  for (const { deadline, phases } of read.tasks) {
    if (deadline.kind === "PHASED") expect(phases).not.toEqual([])
    else
      expect(deadline).toMatchObject({
        ...readDeadline(deadline.text),
        triggers: deadline.triggers,
      })
  }
  for (const { targetText, target } of read.indicators) expect(target).toEqual(readTarget(targetText))
  expect(new Set(read.measures.map(({ number }) => number.split(".")[0])).size).toBe(7)
}

type Column =
  | "title"
  | "lead"
  | "coordinator"
  | "result"
  | "deadline"
  | "name"
  | "unit"
  | "target"
  | "follows"

/** Which texts stand in which column; a text may stand in several. */
function columnsOf(read: PublishedPlan): Map<string, Set<Column>> {
  const columns = new Map<string, Set<Column>>()
  const put = (words: string | null, column: Column) => {
    if (words === null || words === "") return
    columns.set(words, (columns.get(words) ?? new Set()).add(column))
  }
  for (const row of read.tasks) {
    put(row.title, "title")
    put(row.leadText, "lead")
    put(row.coordinatorText, "coordinator")
    for (const { expectedResult, deadline } of [row, ...row.phases]) {
      put(expectedResult, "result")
      put(deadline.text, "deadline")
    }
  }
  for (const row of read.indicators) {
    put(row.name, "name")
    put(row.unit, "unit")
    put(row.targetText, "target")
    put(row.leadText, "follows")
  }
  return columns
}

const published = columnsOf(plan)

/** A cell that was not itself changed stands in a column where it stands in the published plan. */
function expectNoCellShifted(read: PublishedPlan): void {
  for (const [words, columns] of columnsOf(read)) {
    const known = published.get(words)
    if (known !== undefined)
      expect({ words, columns: [...columns.difference(known)] }).toEqual({ words, columns: [] })
  }
}

describe.each([
  ["characters", characters],
  ["lines", wholeLines],
  ["cells of Annex I", cellsOfAnnexI],
  ["cells of Annex II", cellsOfAnnexII],
])("the plan's text changed by %s", (_, of) => {
  test.each([
    ["cut", cut(of)],
    ["doubled", doubled(of)],
  ])("and %s is refused or read as it stands, no cell in another column", (_name, changes) => {
    fc.assert(
      fc.property(changes, (changed) => {
        const read = readOrRefused(changed)
        if (read === null) return
        expectFaithful(read, changed)
        expectNoCellShifted(read)
      }),
      { numRuns: RUNS },
    )
  })

  test("and shuffled is refused or read as it stands", () => {
    fc.assert(
      fc.property(shuffled(of), (changed) => {
        const read = readOrRefused(changed)
        if (read !== null) expectFaithful(read, changed)
      }),
      { numRuns: RUNS },
    )
  })
})

describe("a text of any characters", () => {
  test("is refused, never anything else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        expect(readOrRefused(words)).toBeNull()
      }),
      { numRuns: RUNS },
    )
  })
})
