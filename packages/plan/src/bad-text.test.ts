import { describe, expect, test } from "vitest"
import { decodePlan, LARGEST_PLAN_BYTES, PlanTextInvalid, publishedPlanText, readPlan } from "./index.ts"

const text = publishedPlanText()
const lines = text.trimEnd().split("\n")

type Change = (all: string[]) => string[]

function issuesOf(read: () => unknown) {
  try {
    read()
  } catch (error) {
    if (error instanceof PlanTextInvalid) return error.issues
    throw error
  }
  throw new Error("a bad text was read")
}

/** What is said of the text once its lines are changed; line numbers are those of the changed text. */
function faultsOf(change: Change): string[] {
  const issues = issuesOf(() => readPlan(change(lines).join("\n")))
  return issues.map(({ code, line, cell }) => [code, line ?? "whole", cell].filter(Boolean).join(" "))
}

/** Line numbers as an editor shows them: the first is 1. */
function replaced(line: number, by: string): Change {
  return (all) => all.with(line - 1, by)
}

function without(first: number, last = first): Change {
  return (all) => [...all.slice(0, first - 1), ...all.slice(last)]
}

function doubled(first: number, last = first): Change {
  return (all) => [...all.slice(0, last), ...all.slice(first - 1)]
}

function inserted(before: number, ...added: string[]): Change {
  return (all) => all.toSpliced(before - 1, 0, ...added)
}

/** The plan without its repeated beginning. */
const singleRun = without(9, 42)

describe("bytes that are no text in UTF-8", () => {
  const firstLine = [...new TextEncoder().encode("43/KH-UBND\n")]

  test.each([
    ["UTF-16, little-endian", [...Buffer.from(`\ufeff${text}`, "utf16le")], 1],
    ["UTF-16, big-endian", [...Buffer.from(`\ufeff${text}`, "utf16le").swap16()], 1],
    ["UTF-16 without a mark", [...Buffer.from(text, "utf16le")], 1],
    [
      "Windows-1258 (“KẾ HOẠCH”)",
      [...firstLine, 0x4b, 0xca, 0xec, 0x20, 0x48, 0x4f, 0x41, 0xf2, 0x43, 0x48],
      2,
    ],
    ["TCVN3 (“Kế hoạch”)", [...firstLine, 0x4b, 0xd5, 0x20, 0x68, 0x6f, 0xb9, 0x63, 0x68, 0x0a], 2],
    ["UTF-8 cut inside a character", [...new TextEncoder().encode(text).subarray(0, 200), 0xe1, 0xba], 1],
  ])("%s: the first broken line is named", (_, bytes, line) => {
    expect(issuesOf(() => decodePlan(Uint8Array.from(bytes)))).toEqual([
      { code: "NOT_UTF8", line, cell: null, message: expect.stringContaining("UTF-8") },
    ])
  })

  test("an empty file and a huge one are refused before they are read", () => {
    expect(issuesOf(() => decodePlan(new Uint8Array()))).toMatchObject([{ code: "EMPTY", line: null }])
    const huge = new Uint8Array(LARGEST_PLAN_BYTES + 1).fill(0x20)
    expect(issuesOf(() => decodePlan(huge))).toMatchObject([
      { code: "TOO_LARGE", message: expect.stringContaining(`${huge.length} byte`) },
    ])
  })

  test("a byte order mark is no fault", () => {
    expect(decodePlan(new TextEncoder().encode("\ufeffKế hoạch"))).toBe("Kế hoạch")
  })
})

describe("a text that is not the plan", () => {
  test.each([
    ["", "EMPTY"],
    ["  \r\n\t\n", "EMPTY"],
    ["x".repeat(LARGEST_PLAN_BYTES + 1), "TOO_LARGE"],
    ["Kế hoạch 139/KH-UBND", "PART_MISSING"],
    ["\ufeff", "EMPTY"],
  ])("%# is refused as a whole", (words, code) => {
    expect(issuesOf(() => readPlan(words))).toMatchObject([{ code, line: null, cell: null }])
  })
})

describe("characters that show a broken file", () => {
  test.each([
    ["a control character", "\u0007"],
    ["a control character of Latin-1", "\u0091"],
    ["a zero-width space", "\u200b"],
    ["a soft hyphen", "\u00ad"],
    ["a byte order mark within the text", "\ufeff"],
    ["a turn of the writing direction", "\u202e"],
    ["a line separator", "\u2028"],
    ["what stands for an undecodable byte", "\ufffd"],
    ["half of a pair", "\ud83d"],
    ["a letter of private use", "\ue000"],
  ])("%s is refused, with its line", (_, character) => {
    expect(faultsOf(replaced(469, `Sở Khoa học${character} và Công nghệ |`))).toEqual([
      "CONTROL_CHARACTER 469",
    ])
  })

  test("letters composed of pieces (NFD) are refused, line by line", () => {
    expect(faultsOf(replaced(469, "Sở Khoa học và Công nghệ |".normalize("NFD")))).toEqual(["NOT_NFC 469"])
    const issues = issuesOf(() => readPlan(text.normalize("NFD")))
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(["NOT_NFC"]))
    expect(issues[0]).toMatchObject({ line: 1, cell: null })
  })

  test("a file full of faults names the first hundred", () => {
    expect(issuesOf(() => readPlan(text.normalize("NFD")))).toHaveLength(100)
  })
})

describe("parts of the plan", () => {
  test.each<[what: string, change: Change, fault: string]>([
    [
      "the letterhead missing",
      (all) => all.filter((line) => line !== "ỦY BAN NHÂN DÂN"),
      "PART_MISSING whole",
    ],
    ["part II missing", (all) => without(25, 115)(singleRun(all)), "PART_MISSING whole"],
    ["Annex I missing", without(161, 450), "PART_MISSING whole"],
    ["Annex II missing", without(451, 1366), "PART_MISSING whole"],
    ["Annex II twice", doubled(451, 1366), "PART_REPEATED 1367"],
    ["Annex I twice", doubled(161, 450), "PART_REPEATED 451"],
    [
      "Annex II before Annex I",
      (all) => [...all.slice(0, 160), ...all.slice(450), ...all.slice(160, 450)],
      "PART_OUT_OF_ORDER 161",
    ],
    ["a heading in the incomplete run only", without(59), "REPEAT_DIFFERS 25"],
    ["the repeated beginning saying something else", replaced(20, "- Khác."), "REPEAT_DIFFERS 20"],
    ["the complete run saying something else", replaced(54, "- Khác."), "REPEAT_DIFFERS 20"],
  ])("%s", (_, change, fault) => {
    expect(faultsOf(change)).toContain(fault)
  })

  test("the repeated beginning may not be longer than what follows", () => {
    expect(faultsOf((all) => all.slice(0, 43))).toEqual(["REPEAT_DIFFERS 10"])
  })
})

describe("the properties and the letterhead", () => {
  test.each<[what: string, change: Change, faults: string[]]>([
    ["no title", without(1), ["HEADER_MISSING 1"]],
    ["nothing before the letterhead", without(1, 8), ["HEADER_MISSING 1"]],
    ["no number", without(2), ["HEADER_MISSING whole"]],
    ["no day of issue", without(3), ["HEADER_MISSING whole"]],
    ["no issuer", without(6), ["HEADER_MISSING whole"]],
    ["a property twice", doubled(2), ["HEADER_REPEATED 3"]],
    ["a property of another form", replaced(8, "Lĩnh vực: Công nghệ thông tin"), ["UNEXPECTED_LINE 8"]],
    ["a day that does not exist", replaced(3, "Ngày ban hành | 30/02/2025 |"), ["HEADER_UNREADABLE 3"]],
    ["a day in words", replaced(4, "Ngày có hiệu lực | tháng Hai |"), ["HEADER_UNREADABLE 4"]],
    [
      "a number that the letterhead contradicts",
      replaced(2, "Số hiệu | 44/KH-UBND |"),
      ["HEADER_CONTRADICTED 47"],
    ],
    [
      "a day that the letterhead contradicts",
      replaced(3, "Ngày ban hành | 15/02/2025 |"),
      ["HEADER_CONTRADICTED 48"],
    ],
  ])("with %s", (_, change, faults) => {
    expect(faultsOf(change)).toEqual(faults)
  })

  test.each<[what: string, change: Change, faults: string[]]>([
    ["no number in the letterhead", without(13), ["HEADER_MISSING 9"]],
    ["two days in the letterhead", doubled(14), ["HEADER_REPEATED 15"]],
    [
      "a day in the letterhead that does not exist",
      replaced(14, "Hà Nội, ngày 31 tháng 02 năm 2025 |"),
      ["HEADER_CONTRADICTED 14"],
    ],
  ])("with %s", (_, change, faults) => {
    expect(faultsOf((all) => change(singleRun(all)))).toEqual(faults)
  })
})

describe("parts I to III", () => {
  test.each<[what: string, change: Change, faults: string[]]>([
    [
      "a row of a table among the purposes",
      (all) => inserted(20, "Sở Y tế |")(singleRun(all)),
      ["ROW_MISPLACED 20"],
    ],
    [
      "a row of a table before the measures",
      (all) => inserted(26, "Sở Y tế |")(singleRun(all)),
      ["ROW_MISPLACED 26"],
    ],
    ["a measure that is missing", without(81), ["NUMBER_MISSING 81"]],
    ["a measure twice", doubled(81), ["NUMBER_MISSING 82"]],
    [
      "two measures exchanged",
      (all) => all.with(80, all[81] ?? "").with(81, all[80] ?? ""),
      ["NUMBER_MISSING 81"],
    ],
    ["a heading that is missing", without(96), ["NUMBER_MISSING 96"]],
    ["a heading twice", doubled(96), ["SECTION_EMPTY 97", "NUMBER_MISSING 97"]],
    ["a line without a number among measures", inserted(82, "Dòng lạc."), ["UNEXPECTED_LINE 82"]],
    ["the last group missing", without(144, 149), ["SECTION_MISSING 143"]],
    ["the last group without measures", without(145, 149), ["SECTION_EMPTY 144"]],
    ["no measure at all", (all) => without(28, 115)(singleRun(all)), ["SECTION_MISSING 27"]],
    ["an obligation that is missing", without(153), ["NUMBER_MISSING 153"]],
    ["an obligation twice", doubled(153), ["NUMBER_MISSING 154"]],
    ["no obligation at all", without(152, 157), ["SECTION_EMPTY 151"]],
    ["a line without a number among obligations", inserted(154, "Dòng lạc."), ["UNEXPECTED_LINE 154"]],
  ])("%s", (_, change, faults) => {
    expect(faultsOf(change)).toEqual(faults)
  })
})

describe("Annex I", () => {
  test.each<[what: string, change: Change, faults: string[]]>([
    ["no table", without(166, 450), ["COLUMNS_DIFFER 162"]],
    ["another column", replaced(168, "Đơn vị tính |"), ["COLUMNS_DIFFER 168 Đơn vị"]],
    ["a row among its title", inserted(163, "1. Mục |x"), ["ROW_MISPLACED 163"]],
    ["a cell cut open", replaced(177, "Chỉ số đổi mới sáng tạo"), ["CELL_NOT_CLOSED 177"]],
    [
      "a row with a cell too few",
      without(178),
      [
        "CELL_IMPLAUSIBLE 178 Đơn vị",
        "TARGET_UNKNOWN 179 Kết quả",
        "CELL_IMPLAUSIBLE 180 Cơ quan chủ trì theo dõi, đánh giá",
        "ROW_MISPLACED 181 TT",
      ],
    ],
    [
      "a row with a cell too many",
      inserted(178, "% |"),
      ["CELL_IMPLAUSIBLE 180 Cơ quan chủ trì theo dõi, đánh giá", "ROW_MISPLACED 181 TT"],
    ],
    ["its last row cut", without(450), ["ROW_CUT 449"]],
    ["an indicator missing", without(181, 185), ["NUMBER_MISSING 181 TT"]],
    ["an indicator twice", doubled(181, 185), ["NUMBER_MISSING 186 TT"]],
    ["a sub-row missing", without(226, 230), ["NUMBER_MISSING 226 TT"]],
    ["an unknown target", replaced(204, "rất nhiều |"), ["TARGET_UNKNOWN 204 Kết quả"]],
    ["a target missing", replaced(204, "|"), ["CELL_EMPTY 201 Kết quả"]],
    ["a name missing", replaced(202, "|"), ["CELL_EMPTY 202 Chỉ tiêu"]],
    ["nobody in charge", replaced(205, "|"), ["CELL_EMPTY 205 Cơ quan chủ trì theo dõi, đánh giá"]],
    ["a body as a name", replaced(202, "Sở Y tế |"), ["CELL_IMPLAUSIBLE 202 Chỉ tiêu"]],
    ["a target as a unit", replaced(203, "≥ 5 |"), ["CELL_IMPLAUSIBLE 203 Đơn vị"]],
    [
      "a result in place of a body",
      replaced(205, "Quyết định của UBND Thành phố |"),
      ["CELL_IMPLAUSIBLE 205 Cơ quan chủ trì theo dõi, đánh giá"],
    ],
    ["an unknown horizon", replaced(417, "Đến năm 2050 |"), ["HORIZON_UNKNOWN 416 Chỉ tiêu"]],
    ["one horizon only", without(416, 450), ["SECTION_MISSING 415"]],
    ["a horizon without indicators", without(421, 450), ["SECTION_EMPTY 420"]],
    ["a row before the first horizon", without(171, 175), ["ROW_MISPLACED 171 TT"]],
  ])("%s", (_, change, faults) => {
    expect(faultsOf(change).toSorted()).toEqual(faults.toSorted())
  })
})

describe("Annex II", () => {
  test.each<[what: string, change: Change, faults: string[]]>([
    [
      "a row with a cell too few",
      without(471),
      ["CELL_IMPLAUSIBLE 471 Kết quả", "DEADLINE_UNKNOWN 472 Thời gian hoàn thành", "ROW_MISPLACED 473 TT"],
    ],
    ["its last row cut", without(1366), ["ROW_CUT 1365"]],
    ["a cell cut open", replaced(471, "Quyết định của UBND Thành phố"), ["CELL_NOT_CLOSED 471"]],
    ["a cell cut at its bar", replaced(471, "Quyết định của UBND Thành p|"), ["CELL_NOT_CLOSED 471"]],
    ["a cell cut before a space", replaced(471, "Quyết định của  |"), ["CELL_NOT_CLOSED 471"]],
    ["two cells in a line", replaced(471, "Quyết định | 3/2025 |"), ["CELL_NOT_CLOSED 471"]],
    ["an unknown deadline", replaced(478, "giữa năm |"), ["DEADLINE_UNKNOWN 478 Thời gian hoàn thành"]],
    ["a deadline missing", replaced(478, "|"), ["CELL_EMPTY 478 Thời gian hoàn thành"]],
    [
      "an unknown deadline of a phase",
      replaced(1077, "giữa năm |"),
      [
        "DEADLINE_UNKNOWN 1077 Thời gian hoàn thành",
        "ROW_MISPLACED 1079 Tên nhiệm vụ",
        "ROW_MISPLACED 1085 Tên nhiệm vụ",
      ],
    ],
    ["phases out of order", replaced(1079, "Giai đoạn 3 |"), ["ROW_MISPLACED 1079 Tên nhiệm vụ"]],
    [
      "a phase with a body of its own",
      replaced(1080, "Sở Y tế |"),
      ["CELL_IMPLAUSIBLE 1080 Cơ quan chủ trì"],
    ],
    ["a name missing", replaced(474, "|"), ["CELL_EMPTY 474 Tên nhiệm vụ"]],
    ["nobody in the lead", replaced(475, "|"), ["CELL_EMPTY 475 Cơ quan chủ trì"]],
    ["a body as a name", replaced(474, "Sở Y tế |"), ["CELL_IMPLAUSIBLE 474 Tên nhiệm vụ"]],
    ["a result in the lead", replaced(475, "Kế hoạch |"), ["CELL_IMPLAUSIBLE 475 Cơ quan chủ trì"]],
    ["a year in the lead", replaced(475, "2025 |"), ["CELL_IMPLAUSIBLE 475 Cơ quan chủ trì"]],
    ["a result among coordinators", replaced(476, "Kế hoạch |"), ["CELL_IMPLAUSIBLE 476 Cơ quan phối hợp"]],
    ["a body as a result", replaced(477, "Sở Y tế |"), ["CELL_IMPLAUSIBLE 477 Kết quả"]],
    ["a name of a task as a result", replaced(477, "Xây dựng quy chế |"), ["CELL_IMPLAUSIBLE 477 Kết quả"]],
    ["a count as the lead", replaced(1069, "9/12 chức năng |"), ["CELL_IMPLAUSIBLE 1069 Cơ quan chủ trì"]],
    [
      "a deadline as the result of a phase",
      replaced(1076, "2025 - 2027 |"),
      ["CELL_IMPLAUSIBLE 1076 Kết quả"],
    ],
    ["a task missing", without(473, 478), ["NUMBER_MISSING 473 TT"]],
    ["a task twice", doubled(473, 478), ["NUMBER_REPEATED 479 TT", "ROW_REPEATED 479 Tên nhiệm vụ"]],
    ["a further row twice", doubled(986, 991), ["ROW_REPEATED 992 Tên nhiệm vụ"]],
    [
      "the row 91 three times",
      doubled(1028, 1033),
      ["NUMBER_REPEATED 1034 TT", "ROW_REPEATED 1034 Tên nhiệm vụ"],
    ],
    ["a row without number first in its section", without(467), ["ROW_MISPLACED 467 TT"]],
    [
      "a section missing",
      without(545, 547),
      [
        "SECTION_MISSING 719",
        "SECTION_MISSING 962",
        "SECTION_MISSING 1043",
        "SECTION_MISSING 1244",
        "SECTION_MISSING 1325",
        "SECTION_MISSING 1363",
      ],
    ],
    ["a section without bars", without(547), ["ROW_CUT 545"]],
    ["a section without tasks", without(1331, 1366), ["SECTION_EMPTY 1330"]],
    [
      "a section too many",
      (all) => [...all, "VIII |", "Khác |", "||||"],
      ["SECTION_EMPTY 1369", "SECTION_MISSING 1367"],
    ],
    ["the last section missing", without(1328, 1366), ["SECTION_MISSING 1327"]],
    ["an empty line where a task begins", inserted(473, "|"), ["ROW_MISPLACED 473 TT"]],
    ["bars within a task", replaced(476, "||||"), ["ROW_CUT 476"]],
    ["no table", without(458, 1366), ["COLUMNS_DIFFER 452"]],
    ["a head and nothing else", without(464, 1366), ["SECTION_MISSING whole"]],
    ["a head cut", without(463, 1366), ["COLUMNS_DIFFER whole Thời gian hoàn thành"]],
  ])("%s", (_, change, faults) => {
    expect(faultsOf(change).toSorted()).toEqual(faults.toSorted())
  })

  test("tasks before the first section belong nowhere", () => {
    expect(faultsOf(without(464, 466)).slice(0, 2)).toEqual(["SECTION_MISSING 464", "SECTION_MISSING 470"])
  })

  test("a further row after a section's heading belongs to no task", () => {
    expect(faultsOf((all) => [...all.slice(0, 967), ...all.slice(985, 991), ...all.slice(967)])).toContain(
      "ROW_MISPLACED 968 TT",
    )
  })
})

describe("what people are told", () => {
  test("names line, cell and what would be right, for every fault in order", () => {
    const bad = replaced(478, "giữa năm |")(replaced(204, "rất nhiều |")(lines)).join("\n")
    expect(() => readPlan(bad)).toThrow(
      "Văn bản kế hoạch không hợp lệ:\n" +
        "dòng 204, ô “Kết quả”: Phụ lục I: không hiểu kết quả “rất nhiều”; dạng đúng ví dụ “≥ 80”",
    )
    expect(() => readPlan(bad)).toThrow(
      "\ndòng 478, ô “Thời gian hoàn thành”: Phụ lục II: không hiểu thời hạn “giữa năm”",
    )
  })

  test("quotes a long cell only in part", () => {
    const [issue] = issuesOf(() => readPlan(replaced(478, `${"rất lâu ".repeat(40)}|`)(lines).join("\n")))
    expect(issue?.message).toContain("…”")
    expect(issue?.message.length).toBeLessThan(300)
  })
})
