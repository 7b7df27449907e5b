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
import { namesATask } from "./table/names-a-body.ts"
import { type PrintedPiece, printedPieces } from "./testing/printed-lines.ts"

/** Few enough for every day; `PLAN43_PROPERTY_RUNS=5000` looks longer. */
const RUNS = Number(process.env.PLAN43_PROPERTY_RUNS ?? 50)

const text = `${publishedPlanText().trimEnd()}\n`
const plan = readPlan(text)

/** Where the pieces of a stretch of the text begin, and where the last one ends. */
type Bounds = readonly number[]

const characters: Bounds = Array.from({ length: text.length + 1 }, (_, place) => place)
const wholeLines: Bounds = [0, ...text.matchAll(/\n/g).map(({ index }) => index + 1), text.length]
const annexI = text.indexOf("\nPHỤ LỤC I.\n") + 1
const annexII = text.indexOf("\nPHỤ LỤC II:\n") + 1
const cellsOfAnnexI = wholeLines.filter((place) => annexI <= place && place <= annexII)
const cellsOfAnnexII = wholeLines.filter((place) => annexII <= place)

/** The text between two bounds; to its end where the second is left out. */
function between(bounds: Bounds, from: number, to: number): string {
  return text.slice(bounds[from], bounds[to])
}

/** The text with a stretch of pieces replaced. */
function replaced(bounds: Bounds, from: number, to: number, by: string): string {
  return text.slice(0, bounds[from]) + by + text.slice(bounds[to])
}

/** Two bounds, near each other more often than not: small faults are the ones that hide. */
function stretch(bounds: Bounds): fc.Arbitrary<{ from: number; to: number }> {
  const last = bounds.length - 1
  const length = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 13 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: last }) },
  )
  return fc
    .record({ from: fc.nat(last - 1), length })
    .map(({ from, length }) => ({ from, to: Math.min(from + length, last) }))
}

function cut(bounds: Bounds): fc.Arbitrary<string> {
  return stretch(bounds).map(({ from, to }) => replaced(bounds, from, to, ""))
}

function doubled(bounds: Bounds): fc.Arbitrary<string> {
  return stretch(bounds).map(({ from, to }) => replaced(bounds, to, to, between(bounds, from, to)))
}

function shuffled(bounds: Bounds): fc.Arbitrary<string> {
  const rearranged = stretch(bounds).chain(({ from, to }) => {
    const end = Math.min(to, from + 100)
    const pieces = Array.from({ length: end - from }, (_, piece) =>
      between(bounds, from + piece, from + piece + 1),
    )
    return fc
      .shuffledSubarray(pieces, { minLength: pieces.length })
      .map((order) => replaced(bounds, from, end, order.join("")))
  })
  const exchanged = fc
    .tuple(stretch(bounds), stretch(bounds))
    .map((two) => two.toSorted((one, other) => one.from - other.from))
    .filter(([one, other]) => one !== undefined && other !== undefined && one.to <= other.from)
    .map(([one = { from: 0, to: 0 }, other = one]) =>
      replaced(
        bounds,
        one.from,
        other.to,
        between(bounds, other.from, other.to) +
          between(bounds, one.to, other.from) +
          between(bounds, one.from, one.to),
      ),
    )
  return fc.oneof(rearranged, exchanged)
}

/** The plan that a text holds; null where it is refused, which always says why. */
function readOrRefused(changed: string): PublishedPlan | null {
  try {
    return readPlan(changed)
  } catch (error) {
    expect(error).toBeInstanceOf(PlanTextInvalid)
    const { issues } = error as PlanTextInvalid
    const last = changed.split(/\r\n|\n|\r/).length
    const misplaced = issues.filter(({ line }) => line !== null && (line < 1 || last < line))
    expect({ misplaced, silent: issues.length === 0 }).toEqual({ misplaced: [], silent: false })
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
  const printedOf = (pieces: PrintedPiece[]) => pieces.map(({ printed }) => printed.join("\n"))
  const standingAt = (pieces: PrintedPiece[]) => pieces.map(({ lines }) => at(lines).join("\n"))
  expect(standingAt([...tasks, ...indicators])).toEqual(printedOf([...tasks, ...indicators]))
  const withoutStop = (line: string) => line.replace(/^(\d+\.\d+)\. /, "$1 ")
  expect(standingAt(paragraphs).map(withoutStop)).toEqual(printedOf(paragraphs))

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
    else expect({ ...deadline, triggers: [] }).toEqual({ ...readDeadline(deadline.text), triggers: [] })
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
  const shifted = [...columnsOf(read)].flatMap(([words, columns]) =>
    [...columns.difference(published.get(words) ?? columns)].map((column) => ({ words, column })),
  )
  expect(shifted).toEqual([])
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

/** One line of a row of Annex II lost and another doubled, or two exchanged: all other rows stay where they were. */
function disorderedRow(): fc.Arbitrary<string> {
  const lines = text.split("\n")
  // The result of a phase may begin as a task does: nothing tells it from the name of its task
  const begun = plan.tasks.filter(
    ({ title, phases }) =>
      namesATask(title) && !phases.some(({ expectedResult }) => namesATask(expectedResult ?? "")),
  )
  return fc
    .constantFrom(...begun.map(({ lines }) => lines))
    .chain(({ first, last }) => {
      const place = fc.integer({ min: first - 1, max: last - 1 })
      return fc.tuple(place, place, fc.constantFrom("doubled over", "exchanged"))
    })
    .map(([one, other, how]) => {
      if (how === "exchanged") return lines.with(one, lines[other] ?? "").with(other, lines[one] ?? "")
      const copied = lines.toSpliced(other, 0, lines[other] ?? "")
      return copied.toSpliced(one > other ? one + 1 : one, 1)
    })
    .map((changed) => changed.join("\n"))
}

/** Bodies may lead or coordinate, and a text cannot show which; every other cell must be in a column of its kind. */
function expectNoKindConfused(read: PublishedPlan): void {
  const kind = (column: Column) => (column === "lead" || column === "coordinator" ? "body" : column)
  const confused = [...columnsOf(read)].flatMap(([words, columns]) => {
    const known = published.get(words)
    if (known === undefined) return []
    const kinds = new Set([...known].map(kind))
    return [...columns].filter((column) => !kinds.has(kind(column))).map((column) => ({ words, column }))
  })
  expect(confused).toEqual([])
}

describe("a row of Annex II with its cells in disorder", () => {
  test("is refused, or no body is taken for a task, a result or a deadline", () => {
    fc.assert(
      fc.property(disorderedRow(), (changed) => {
        const read = readOrRefused(changed)
        if (read === null) return
        expectFaithful(read, changed)
        expectNoKindConfused(read)
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
