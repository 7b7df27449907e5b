import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { publishedPlanText, readPlan } from "./index.ts"
import { printedPieces } from "./testing/printed-lines.ts"

const file = readFileSync(new URL("../data/ke-hoach-43-kh-ubnd-2025.txt", import.meta.url), "utf8")
const lines = file.trimEnd().split("\n")
const plan = readPlan(publishedPlanText())

function task(code: string) {
  const found = plan.tasks.find((row) => row.code === code)
  if (found === undefined) throw new Error(`no task ${code}`)
  return found
}

/** The text of an annex below its head, read by searching it, without counting cells. */
function annex(heading: string, lastColumn: string, end: string): { text: string; firstLine: number } {
  const head = `\n${lastColumn} |\n`
  const start = file.indexOf(head, file.indexOf(`\n${heading}\n`)) + head.length
  const stop = end === "" ? file.length : file.indexOf(`\n${end}\n`)
  return { text: file.slice(start, stop), firstLine: file.slice(0, start).split("\n").length }
}

/** Every match of a form in a text that consists of nothing else, with the line where each begins. */
function rowsIn({ text, firstLine }: { text: string; firstLine: number }, form: RegExp) {
  const matches = [...text.matchAll(form)]
  expect(matches.map(([whole]) => whole).join("\n")).toBe(text)
  return matches.map((match) => ({
    line: firstLine + text.slice(0, match.index).split("\n").length - 1,
    cells: match.slice(1).map((group) => group?.replace(/ $/, "")),
  }))
}

describe("the project's copy of the plan", () => {
  test("is the published text to the last byte", () => {
    expect(plan.textSha256).toBe("a9f62bda159b17c77e69668e084e32f919cc14d59cdfb79558e7d67a526c5895")
    expect(lines).toHaveLength(1366)
  })

  test("says what it is", () => {
    expect(plan).toMatchObject({
      number: "43/KH-UBND",
      title: lines[0],
      issuedOn: "2025-02-14",
      effectiveOn: "2025-02-14",
      issuer: "Thành phố Hà Nội",
      signer: "Trần Sỹ Thanh",
    })
  })
})

describe("Annex II", () => {
  const cell = String.raw`(.* |)\|`
  const numbered = String.raw`(\d+) \|\n${Array(5).fill(cell).join("\n")}`
  const unnumbered = `${Array(5).fill(cell).join("\n")}\n\\|`
  const section = String.raw`([IVX]+) \|\n(.+) \|\n\|{4}`
  const rows = rowsIn(
    annex("PHỤ LỤC II:", "Thời gian hoàn thành", ""),
    new RegExp(`^(?:${section}|${numbered}|${unnumbered})$`, "gm"),
  )
  const sections = rows.filter(({ cells }) => cells[0] !== undefined)
  const taskRows = rows.filter(({ cells }) => cells[0] === undefined)
  const cellsOf = (cells: (string | undefined)[]) =>
    cells[2] === undefined ? [null, ...cells.slice(8)] : cells.slice(2, 8)

  test("has 144 tasks and 3 phases, every cell as printed, at its line", () => {
    expect(plan.tasks).toHaveLength(144)
    const read = plan.tasks.flatMap((row) => [
      {
        line: row.lines.first,
        cells: [
          row.number,
          row.title,
          row.leadText,
          row.coordinatorText,
          row.expectedResult ?? "",
          row.deadline.text,
        ],
      },
      ...row.phases.map((phase) => ({
        line: phase.lines.first,
        cells: [null, phase.name, "", "", phase.expectedResult ?? "", phase.deadline.text],
      })),
    ])
    expect(read).toEqual(taskRows.map(({ line, cells }) => ({ line, cells: cellsOf(cells) })))
  })

  test("has seven sections, every title as printed, at its line", () => {
    expect(plan.sections.map((row) => [row.lines.first, row.numeral, row.title])).toEqual(
      sections.map(({ line, cells }) => [line, cells[0], cells[1]]),
    )
    expect(plan.sections.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const tasksIn = (numeral: string) =>
      plan.tasks.filter(({ sectionNumeral }) => sectionNumeral === numeral).length
    expect(plan.sections.map(({ numeral }) => [numeral, tasksIn(numeral)])).toEqual([
      ["I", 13],
      ["II", 29],
      ["III", 40],
      ["IV", 13],
      ["V", 30],
      ["VI", 13],
      ["VII", 6],
    ])
  })

  test("prints back to the very lines it was read from, none left over", () => {
    const pieces = printedPieces(plan).tasks
    for (const { lines: where, printed } of pieces)
      expect(lines.slice(where.first - 1, where.last)).toEqual(printed)
    expect(pieces.flatMap(({ printed }) => printed)).toEqual(lines.slice(463))
  })

  test("numbers its tasks 1–140; 91 stands twice, 85 has a further row and 120 two", () => {
    const codes = Array.from({ length: 140 }, (_, index) => index + 1).flatMap((number) => {
      if (number === 85 || number === 91) return [`${number}`, `${number}b`]
      return number === 120 ? ["120", "120b", "120c"] : [`${number}`]
    })
    expect(plan.tasks.map(({ code }) => code)).toEqual(codes)
    expect(plan.tasks.map(({ position }) => position)).toEqual(codes.map((_, index) => index + 1))
    expect(plan.tasks.filter(({ number }) => number === null).map(({ code }) => code)).toEqual([
      "85b",
      "120b",
      "120c",
    ])
    expect(task("91b").number).toBe("91")
    expect(lines[task("91b").lines.first - 1]).toBe("91 |")
  })

  test("gives a row without a number the place of its name", () => {
    expect(task("85b")).toMatchObject({
      title:
        "Xây dựng cơ chế, chính sách thu hút nhân tài công nghệ thông tin, an toàn thông tin vào làm việc trong cơ quan nhà nước Thành phố",
      leadText: "Sở Nội vụ",
      sectionNumeral: "IV",
      lines: { first: 986, last: 991 },
    })
    expect(task("120c").lines).toEqual({ first: 1235, last: 1240 })
  })

  test("has one task in phases, 97, each with its own result and deadline", () => {
    expect(plan.tasks.filter(({ phases }) => phases.length > 0).map(({ code }) => code)).toEqual(["97"])
    expect(task("97").lines).toEqual({ first: 1067, last: 1090 })
    expect(
      task("97").phases.map(({ name, expectedResult, deadline, lines: where }) => [
        name,
        expectedResult,
        deadline.kind,
        deadline.startsOn,
        deadline.dueOn,
        where.first,
      ]),
    ).toEqual([
      ["Giai đoạn 1", "9/12 chức năng", "YEAR_RANGE", "2025-01-01", "2027-12-31", 1073],
      ["Giai đoạn 2", "12/12 chức năng", "YEAR_RANGE", "2028-01-01", "2030-12-31", 1079],
      [
        "Giai đoạn 3",
        "Duy trì hoạt động, cập nhật, bổ sung chức năng mới theo yêu cầu.",
        "OPEN_ENDED",
        "2031-01-01",
        null,
        1085,
      ],
    ])
  })

  test("has tasks of defence, security and cipher work, about which nothing classified may be entered", () => {
    expect(plan.tasks.filter(({ sensitive }) => sensitive).map(({ code }) => code)).toEqual([
      "23",
      "41",
      "42",
      "110",
      "111",
      "112",
      "121",
    ])
  })

  test("keeps misprints, stray punctuation and footnote marks", () => {
    expect(task("45").leadText).toBe("Sở Khoa học, Công nghệ")
    expect(task("61").title).toBe("Xây dựng và triển khai Đề án Thành phổ thông minh")
    expect(task("73").coordinatorText).toBe("Công an Thành phố,")
    expect(task("113").title).toContain("Đề án 06, gồm[1]: (1)")
    expect(task("119")).toMatchObject({ coordinatorText: "", expectedResult: null })
  })
})

describe("Annex I", () => {
  const rows = rowsIn(
    annex("PHỤ LỤC I.", "Cơ quan chủ trì theo dõi, đánh giá", "PHỤ LỤC II:"),
    new RegExp(`^${Array(5).fill(String.raw`(.* |)\|`).join("\n")}$`, "gm"),
  )
  const isHorizon = ({ cells }: { cells: (string | undefined)[] }) =>
    cells[1]?.startsWith("Đến năm ") === true

  test("has 54 indicators, every cell as printed, at its line", () => {
    expect(plan.indicators).toHaveLength(54)
    expect(
      plan.indicators.map((row) => ({
        line: row.lines.first,
        cells: [row.code, row.name, row.unit ?? "", row.targetText, row.leadText],
      })),
    ).toEqual(rows.filter((row) => !isHorizon(row)))
    for (const { lines: where, printed } of printedPieces(plan).indicators)
      expect(lines.slice(where.first - 1, where.last)).toEqual(printed)
  })

  test("numbers them 1–40, with twelve rows under 10 and two under 22", () => {
    const under = (parent: string) =>
      plan.indicators.filter(({ parentCode }) => parentCode === parent).map(({ code }) => code)
    expect(plan.indicators.filter(({ parentCode }) => parentCode === null).map(({ code }) => code)).toEqual(
      Array.from({ length: 40 }, (_, index) => `${index + 1}`),
    )
    expect(under("10")).toEqual(Array.from({ length: 12 }, (_, index) => `10.${index + 1}`))
    expect(under("22")).toEqual(["22.1", "22.2"])
    expect(plan.indicators.map(({ position }) => position)).toEqual(
      plan.indicators.map((_, index) => index + 1),
    )
  })

  test("sets 1–34 for 2030 and 35–40 for 2045; four stand at both horizons", () => {
    expect(rows.filter(isHorizon).map(({ line, cells }) => [line, cells[0], cells[1]])).toEqual([
      [171, "I", "Đến năm 2030"],
      [416, "II", "Đến năm 2045"],
    ])
    expect(plan.indicators.filter(({ horizonYear }) => horizonYear === 2045).map(({ code }) => code)).toEqual(
      ["35", "36", "37", "38", "39", "40"],
    )
    expect(
      plan.indicators
        .filter(({ counterpartCode }) => counterpartCode !== null)
        .map(({ code, counterpartCode }) => `${code}/${counterpartCode}`),
    ).toEqual(["1/36", "6/38", "9/35", "24/39", "35/9", "36/1", "38/6", "39/24"])
  })

  test("has one target of every year, 16", () => {
    expect(plan.indicators.filter(({ yearly }) => yearly).map(({ code }) => code)).toEqual(["16"])
  })
})

describe("parts II and III", () => {
  test("have 81 measures, 1.1 to 7.5, as printed", () => {
    const printed = lines.flatMap((text, index) => {
      const [, number, rest] = /^(\d\.\d+) (.+)$/.exec(text) ?? []
      return number === undefined || index < 59 ? [] : [[number, rest, index + 1]]
    })
    expect(plan.measures.map(({ number, text, lines: where }) => [number, text, where.first])).toEqual(
      printed,
    )
    expect(plan.measures.map(({ number }) => number)).toEqual(
      [8, 8, 15, 11, 19, 15, 5].flatMap((measures, group) =>
        Array.from({ length: measures }, (_, index) => `${group + 1}.${index + 1}`),
      ),
    )
    expect(plan.measures).toHaveLength(81)
  })

  test("let every measure stand under the heading of its group", () => {
    for (const { number, heading } of plan.measures)
      expect(lines.slice(59, 150)).toContain(`${number.split(".")[0]}. ${heading}`)
  })

  test("have six obligations, as printed, the signature left out", () => {
    expect(plan.obligations.map(({ number, text, lines: where }) => [number, text, where])).toEqual(
      lines
        .slice(151, 157)
        .map((text, index) => [
          `${index + 1}`,
          text.replace(/^\d\. /, ""),
          { first: 152 + index, last: 152 + index },
        ]),
    )
  })

  test("are read where the text stands complete, not where it breaks off and begins again", () => {
    expect(lines.slice(8, 42)).toEqual(lines.slice(42, 76))
    expect(Math.min(...plan.measures.map(({ lines: where }) => where.first))).toBe(63)
    expect(new Set(plan.measures.map(({ number }) => number)).size).toBe(81)
  })

  test("print back to the lines they were read from", () => {
    for (const { lines: where, printed } of printedPieces(plan).paragraphs)
      expect(lines.slice(where.first - 1, where.last)).toEqual(printed)
  })
})

describe("a text that prints the same otherwise", () => {
  test.each([
    ["with Windows line ends", file.replaceAll("\n", "\r\n")],
    ["with a byte order mark", `\ufeff${file}`],
    ["with empty lines at its end", `${file}\n\n \n`],
    ["without its repeated beginning", [...lines.slice(0, 8), ...lines.slice(42)].join("\n")],
  ])("%s is the same plan", (_, text) => {
    const other = readPlan(text)
    expect(other.tasks.map(({ lines: _lines, phases: _phases, ...row }) => row)).toEqual(
      plan.tasks.map(({ lines: _lines, phases: _phases, ...row }) => row),
    )
    expect(other.measures.map(({ text: words }) => words)).toEqual(
      plan.measures.map(({ text: words }) => words),
    )
  })
})
