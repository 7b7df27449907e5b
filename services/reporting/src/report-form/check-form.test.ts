import { readFile } from "node:fs/promises"
import { readWorkbook } from "@plan43/workbook"
import {
  AS_WORKBOOK,
  type ChangedPart,
  libreOfficeIsMissing,
  savedByLibreOffice,
} from "@plan43/workbook/testing"
import { beforeAll, describe, expect, test } from "vitest"
import { checkForm } from "./check-form.ts"
import { problemOf } from "./check-workbook.ts"
import { annotatedFile } from "./form-files.ts"
import { placeOfProblem } from "./form-problem.ts"
import { formSheets } from "./form-sheets.ts"
import { FORM, type FormLine, type ReportForm } from "./report-form.ts"
import {
  ASKING_FORM,
  broken,
  cellChange,
  filledForm,
  numberChange,
  PARTS,
  RIGHT,
  SMALL_FORM,
  TODAY,
  textChange,
} from "./testing/small-form.ts"

let right: Buffer

beforeAll(async () => {
  right = await filledForm(SMALL_FORM, RIGHT)
})

const check = (file: Buffer, form: ReportForm = SMALL_FORM) => checkForm(readWorkbook(file), form, TODAY)

/** Each problem as “CODE place”. */
const problemsOf = (file: Buffer, form?: ReportForm) =>
  check(file, form).problems.map((problem) => `${problem.code} ${placeOfProblem(problem)}`.trim())

const changed = (sheet: keyof typeof PARTS, ...changes: ChangedPart[]) =>
  broken(right, {
    [PARTS[sheet]]: (content) => changes.reduce((text, change) => String(change(text)), content),
  })

/** The form with one of its lines as it now stands. */
const withLine = (id: string, now: Partial<FormLine>): ReportForm => ({
  ...SMALL_FORM,
  lines: SMALL_FORM.lines.map((line) => (line.id === id ? { ...line, ...now } : line)),
})

describe("a form that was filled in well", () => {
  test("says what its lines say, and who approved them", () => {
    const { problems, right: lines, approvedBy, approvedOn } = check(right)
    expect(problems).toEqual([])
    expect([approvedBy, approvedOn]).toEqual(["Nguyễn Văn A", "2026-06-02"])
    expect(lines.map(({ line, details }) => [line.code, details])).toEqual([
      [
        "12",
        {
          answer: "REPORTED",
          progress: "Đã trình UBND Thành phố",
          resultDocument: "số 12/TTr-STC ngày 30/05/2026",
          percentage: 60,
          difficulties: null,
          proposal: null,
          nextPlan: "Ban hành trong quý III",
        },
      ],
      ["85b", expect.objectContaining({ answer: "NO_CHANGE", progress: null })],
      ["3", expect.objectContaining({ answer: "NOTHING_TO_REPORT" })],
    ])
  })

  test("is read as well when LibreOffice has saved it anew", async () => {
    const saved = await readFile(new URL("testing/saved-by-libreoffice.xlsx", import.meta.url))
    expect(problemsOf(saved)).toEqual([])
    expect(check(saved).right).toEqual(check(right).right)
    expect(check(saved)).toMatchObject({ approvedBy: "Nguyễn Văn A", approvedOn: "2026-06-02" })
  })

  test.skipIf(libreOfficeIsMissing())(
    "is read as well when LibreOffice saves it as it is made today",
    async () => {
      const file = await filledForm(ASKING_FORM, {
        ...RIGHT,
        "line-ch1": { ANSWER: "Có nội dung báo cáo", PROGRESS: "Đã bố trí\n12 tỷ đồng" },
        "line-ch2": { ANSWER: "Không có gì báo cáo" },
      })
      const saved = await savedByLibreOffice(file, "xlsx", AS_WORKBOOK)
      expect(saved).not.toEqual(file)
      expect(problemsOf(saved, ASKING_FORM)).toEqual([])
      expect(check(saved, ASKING_FORM)).toMatchObject({
        right: check(file, ASKING_FORM).right,
        approvedBy: "Nguyễn Văn A",
        approvedOn: "2026-06-02",
      })
    },
    // LibreOffice starts in some seconds on a quiet machine
    120_000,
  )

  test("may have its rows in another order", () => {
    const swapped = changed("NhiemVu", (content) => {
      const [, one = "", other = ""] =
        /<row r="4"[^>]*>(.*?)<\/row><row r="5"[^>]*>(.*?)<\/row>/s.exec(content) ?? []
      return content
        .replace(one, "ONE")
        .replace(other, one.replaceAll(/r="([A-Z])4"/g, 'r="$15"'))
        .replace("ONE", other.replaceAll(/r="([A-Z])5"/g, 'r="$14"'))
    })
    expect(problemsOf(swapped)).toEqual([])
    expect(check(swapped).right).toEqual(check(right).right)
  })
})

describe("of a file nothing is taken", () => {
  const identity = (row: number, value: string) => changed("DinhDanh", textChange(`B${row}`, value))

  test("that is of another round, another agency or an older form", () => {
    expect(problemsOf(identity(2, "round-0"))).toEqual(["WRONG_ROUND"])
    expect(problemsOf(identity(3, "report-2"))).toEqual(["WRONG_AGENCY"])
    expect(FORM).toBe("plan43-report-form/1")
    expect(problemsOf(identity(1, "plan43-report-form/0"))).toEqual(["OLDER_FORM"])
    expect(check(identity(2, "round-0")).right).toEqual([])
  })

  test("that is no form, or lacks one of its sheets, or has its columns moved", () => {
    const renamed = (from: string, to: string) =>
      broken(right, { "xl/workbook.xml": (content) => content.replace(`name="${from}"`, `name="${to}"`) })
    expect(problemsOf(renamed("DinhDanh", "Sheet4"))).toEqual(["NOT_THE_FORM"])
    expect(problemsOf(renamed("ChiTieu", "Chi tieu"))).toEqual(["SHEET_MISSING ChiTieu"])
    expect(problemsOf(changed("NhiemVu", textChange("H3", "Ghi chú")))).toEqual(["COLUMN_CHANGED NhiemVu!H3"])
  })

  test("that cannot be read; it is said why, and what would be right", () => {
    expect(problemOf("WITH_MACROS")).toMatchObject({
      reach: "FILE",
      message: expect.stringContaining("macro"),
    })
    expect(problemOf("TOO_LARGE").message).toContain("5 MB")
  })
})

/** Puts a number that is shown as a percentage in the place of a cell. */
const percentShown = (cell: string, number: number, format = 9): Buffer =>
  broken(right, {
    [PARTS.NhiemVu]: cellChange(cell, `<v>${number}</v>`, ' s="1"'),
    "xl/styles.xml": (content) =>
      content.replace(
        /<cellXfs[^>]*>.*<\/cellXfs>/s,
        `<cellXfs><xf/><xf numFmtId="${format}"/>${'<xf numFmtId="14"/>'.repeat(40)}</cellXfs>`,
      ),
  })

describe("a cell", () => {
  test.each<[string, ChangedPart, string]>([
    ["an answer that is none", textChange("G4", "Đang làm"), "ANSWER_UNKNOWN NhiemVu!G4"],
    ["no answer", cellChange("G4", ""), "ANSWER_MISSING NhiemVu!G4"],
    ["a text for a number", textChange("K4", "sáu mươi"), "NUMBER_EXPECTED NhiemVu!K4"],
    ["a number that is a text", textChange("K4", "60"), "NUMBER_EXPECTED NhiemVu!K4"],
    ["a fraction of a percentage", numberChange("K4", 0.6), "PERCENTAGE_NOT_WHOLE NhiemVu!K4"],
    ["a percentage above 100", numberChange("K4", 101), "PERCENTAGE_OUT_OF_RANGE NhiemVu!K4"],
    ["a percentage below 0", numberChange("K4", -1), "PERCENTAGE_OUT_OF_RANGE NhiemVu!K4"],
    ["a day that is a text", textChange("J4", "30/05/2026"), "DATE_AS_TEXT NhiemVu!J4"],
    ["a number for a day", numberChange("J4", 30), "DATE_EXPECTED NhiemVu!J4"],
    ["a day without its document", cellChange("I4", ""), "DOCUMENT_NUMBER_MISSING NhiemVu!I4"],
    ["a text that is too long", textChange("H4", "a".repeat(10_001)), "TEXT_TOO_LONG NhiemVu!H4"],
    ["nothing done where something is reported", cellChange("H4", ""), "PROGRESS_MISSING NhiemVu!H4"],
    ["a formula", cellChange("K4", "<f>30+30</f><v>60</v>"), "FORMULA NhiemVu!K4"],
    ["what a program could not work out", cellChange("N4", "<v>#N/A</v>", ' t="e"'), "CELL_ERROR NhiemVu!N4"],
    ["a sign that no text can hold", textChange("H4", "Đã_x0000_trình"), "CHARACTER_NOT_ALLOWED NhiemVu!H4"],
    ["half a sign", textChange("I4", "số 12_xD800_/TTr"), "CHARACTER_NOT_ALLOWED NhiemVu!I4"],
    ["a sign for machines", textChange("N4", "_x0007_Ban hành"), "CHARACTER_NOT_ALLOWED NhiemVu!N4"],
    ["a flag for a text", cellChange("L4", "<v>1</v>", ' t="b"'), "TEXT_EXPECTED NhiemVu!L4"],
    ["a code that was changed", textChange("C4", "13"), "CODE_CHANGED NhiemVu!C4"],
    ["the code of another line", textChange("C4", "85b"), "CODE_CHANGED NhiemVu!C4"],
    ["a name that was changed", textChange("D4", "Việc khác"), "NAME_CHANGED NhiemVu!D4"],
  ])("with %s is found, and its line is not taken", (_what, change, problem) => {
    const file = changed("NhiemVu", change)
    expect(problemsOf(file)).toEqual([problem])
    expect(check(file).right.map(({ line }) => line.code)).toEqual(["85b", "3"])
    expect(check(file).problems[0]).toMatchObject({ reach: "LINE", lineId: "line-12" })
  })

  test("says what would be right", () => {
    expect(check(changed("NhiemVu", numberChange("K4", 0.6))).problems[0]?.message).toBe(
      "Tỷ lệ 0,6 không phải số nguyên; hãy ghi từ 0 đến 100, ví dụ 60",
    )
    expect(check(changed("NhiemVu", textChange("C4", "13"))).problems[0]?.message).toContain("phải là “12”")
    expect(check(changed("NhiemVu", textChange("H4", "Đã _x001B_trình"))).problems[0]?.message).toBe(
      "Ô có ký tự hỏng, không nhìn thấy được (U+001B), sau “Đã”; hãy xóa ký tự đó hoặc gõ lại ô này",
    )
  })

  test.each([
    [1, 9, "Ô ghi “100%” nên Excel giữ số 1; hãy đổi định dạng ô thành Number (số) rồi ghi 100"],
    [0.29, 10, "Ô ghi “29%” nên Excel giữ số 0,29; hãy đổi định dạng ô thành Number (số) rồi ghi 29"],
    [0, 9, "Ô ghi “0%” nên Excel giữ số 0; hãy đổi định dạng ô thành Number (số) rồi ghi 0"],
    [
      60,
      9,
      "Ô ghi “6000%” nên Excel giữ số 60; hãy đổi định dạng ô thành Number (số) rồi ghi một số nguyên từ 0 đến 100",
    ],
  ])("that shows %d as a percentage is not taken for another", (number, format, message) => {
    const { problems, right: lines } = check(percentShown("K4", number, format))
    expect(problems).toMatchObject([{ code: "PERCENT_FORMAT", cell: "K4", message }])
    expect(lines.map(({ line }) => line.code)).toEqual(["85b", "3"])
  })

  test("that holds a percentage where words belong is read as it was seen", () => {
    expect(check(percentShown("L4", 0.455)).right[0]?.details.difficulties).toBe("45,5%")
  })

  test("that holds a later day than today, or a day where words belong, is found", () => {
    const later = filledForm(SMALL_FORM, {
      ...RIGHT,
      "line-12": {
        ...RIGHT["line-12"],
        DOCUMENT_DATE: { date: "2026-06-04" },
        DIFFICULTIES: { date: "2026-05-12" },
      },
    })
    return expect(later.then((file) => problemsOf(file))).resolves.toEqual([
      "DATE_OUT_OF_RANGE NhiemVu!J4",
      "DATE_FOR_TEXT NhiemVu!L4",
    ])
  })

  test("may hold line breaks, tabs, and signs that take two halves", () => {
    const file = changed("NhiemVu", textChange("H4", "một_x000D_&#10;hai\tba 😀_xD83D__xDE00_"))
    expect(problemsOf(file)).toEqual([])
    expect(check(file).right[0]?.details.progress).toBe("một\nhai\tba 😀😀")
  })

  test("that holds a number where words belong is read as it was typed", () => {
    const file = changed("NhiemVu", numberChange("L4", 12))
    expect(problemsOf(file)).toEqual([])
    expect(check(file).right[0]?.details.difficulties).toBe("12")
  })
})

describe("a line", () => {
  test("that is missing, or there twice, is found", () => {
    const without = changed("NhiemVu", (content) => content.replace(/<row r="5".*?<\/row>/s, ""))
    expect(problemsOf(without)).toEqual(["LINE_MISSING NhiemVu"])
    const twice = changed("NhiemVu", (content) => {
      const [row = ""] = /<row r="4".*?<\/row>/s.exec(content) ?? []
      return content.replace("</sheetData>", `${row.replaceAll(/r="([A-Z]?)4"/g, 'r="$16"')}</sheetData>`)
    })
    expect(problemsOf(twice)).toEqual(["LINE_TWICE NhiemVu!C6"])
    expect(check(twice).right.map(({ line }) => line.code)).toEqual(["85b", "3"])
  })

  test("that somebody wrote in on the platform since is not overwritten unseen", () => {
    const now = { version: 2, answer: "REPORTED", progress: "Đã họp" } as const
    expect(problemsOf(right, withLine("line-12", now))).toEqual(["LINE_CHANGED_MEANWHILE NhiemVu!C4"])
    // A later file of the same agency says it anew
    expect(problemsOf(right, withLine("line-12", { ...now, fromWorkbook: true }))).toEqual([])
    // It says the same
    expect(problemsOf(right, withLine("line-85b", { version: 2, answer: "NO_CHANGE" }))).toEqual([])
  })

  test("of which nothing was returned stays as it is", () => {
    const stands = {
      answer: "NO_CHANGE",
      openFields: [],
      fromWorkbook: true,
    } as const
    expect(problemsOf(right, withLine("line-85b", stands))).toEqual([])
    expect(problemsOf(right, withLine("line-85b", { ...stands, answer: "NOTHING_TO_REPORT" }))).toEqual([
      "FIELD_NOT_RETURNED NhiemVu!G5",
    ])
  })

  test("whose words only look different says what the platform has", () => {
    const stands = {
      answer: "REPORTED",
      progress: "Đã trình\r\nUBND  Thành phố".normalize("NFD"),
      resultDocument: "số 12/TTr-STC ngày 30/05/2026",
      percentage: 60,
      nextPlan: "Ban hành trong quý III",
      openFields: [],
    } as const
    const form = withLine("line-12", stands)
    expect(problemsOf(right, form)).toEqual([])
    expect(check(right, form).right[0]?.details.progress).toBe(stands.progress)
  })
})

describe("what stands beside the lines", () => {
  test("is found wherever it is, and keeps no line from being taken", () => {
    const file = broken(right, {
      [PARTS.NhiemVu]: (content) =>
        String(textChange("D9", "Xin gia hạn")(String(numberChange("T4", 5)(content)))),
      [PARTS.HuongDan]: (content) => String(cellChange("D1", "<f>NOW()</f><v>1</v>")(content)),
      "xl/comments1.xml": () => "<comments/>",
      "xl/workbook.xml": (content) =>
        content.replace("</sheets>", '<sheet name="Nháp" sheetId="9" r:id="rId99"/></sheets>'),
      "xl/_rels/workbook.xml.rels": (content) =>
        content.replace(
          "</Relationships>",
          '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
        ),
      "xl/worksheets/sheet9.xml": () =>
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    })
    expect(problemsOf(file)).toEqual([
      "EXTRA_SHEET Nháp",
      "NOT_READ",
      "FORMULA HuongDan!D1",
      "OUTSIDE_TABLE NhiemVu!T4",
      "OUTSIDE_TABLE NhiemVu!D9",
    ])
    expect(new Set(check(file).problems.map(({ reach }) => reach))).toEqual(new Set(["BESIDE"]))
    expect(check(file).right).toHaveLength(3)
  })

  test("names the first twenty cells, and counts the others", () => {
    const cells = Array.from({ length: 30 }, (_, place) => `<c r="Z${place + 40}"><v>1</v></c>`)
    const file = changed("NhiemVu", (content) =>
      content.replace("</sheetData>", `${cells.map((cell) => `<row>${cell}</row>`).join("")}</sheetData>`),
    )
    expect(problemsOf(file)).toHaveLength(21)
  })

  test("an approval without name, or with a day that is a text or to come, is found", async () => {
    expect(problemsOf(await filledForm(SMALL_FORM, RIGHT, { by: null, on: null }))).toEqual([
      "APPROVER_MISSING HuongDan!B6",
      "APPROVAL_DAY_MISSING HuongDan!B7",
    ])
    expect(problemsOf(await filledForm(SMALL_FORM, RIGHT, { by: "A", on: "2026-06-04" }))).toEqual([
      "DATE_OUT_OF_RANGE HuongDan!B7",
    ])
    expect(problemsOf(changed("HuongDan", textChange("A6", "Hạn gửi về Sở")))).toEqual([
      "APPROVAL_MOVED HuongDan!B6",
      "APPROVER_MISSING HuongDan!B6",
    ])
    const broken = check(changed("HuongDan", textChange("B6", "Nguyễn_x0000_ Văn A")))
    expect(broken.problems).toMatchObject([{ code: "CHARACTER_NOT_ALLOWED", sheet: "HuongDan", cell: "B6" }])
    expect(broken.approvedBy).toBeNull()
    expect(problemsOf(changed("HuongDan", textChange("B7", "2/6/2026")))).toEqual([
      "DATE_AS_TEXT HuongDan!B7",
    ])
  })
})

describe("the annotated copy", () => {
  test("says at each line what is to be corrected, and is right once it was", async () => {
    const file = changed("NhiemVu", textChange("K4", "sáu mươi"), textChange("D9", "Xin gia hạn"))
    const copy = Buffer.from((await annotatedFile(SMALL_FORM, check(file), TODAY)).base64, "base64")
    const [remarks, , tasks] = readWorkbook(copy).sheets
    expect(remarks?.name).toBe("CanSua")
    expect(remarks?.cells.get("B4")?.content).toEqual({ kind: "TEXT", text: "NhiemVu!K4" })
    expect(remarks?.cells.get("B5")?.content).toEqual({ kind: "TEXT", text: "NhiemVu!D9" })
    expect(tasks?.cells.get("K4")?.content).toEqual({ kind: "TEXT", text: "sáu mươi" })
    expect(tasks?.cells.get("O4")?.content).toMatchObject({ text: expect.stringContaining("số nguyên") })
    expect(problemsOf(copy)).toEqual(["NUMBER_EXPECTED NhiemVu!K4"])
    const corrected = broken(copy, { "xl/worksheets/sheet3.xml": numberChange("K4", 60) })
    expect(problemsOf(corrected)).toEqual([])
    expect(check(corrected).right).toEqual(check(right).right)
  })

  test("holds a percentage as it was seen, never the hundredth that a program keeps", async () => {
    const file = percentShown("K4", 1)
    const copy = Buffer.from((await annotatedFile(SMALL_FORM, check(file), TODAY)).base64, "base64")
    const tasks = readWorkbook(copy).sheets.find(({ name }) => name === "NhiemVu")
    expect(tasks?.cells.get("K4")?.content).toEqual({ kind: "TEXT", text: "100%" })
  })
})

describe("questions of a round", () => {
  const answers = {
    ...RIGHT,
    "line-ch1": { ANSWER: "Có nội dung báo cáo", PROGRESS: "Đã bố trí 12 tỷ đồng" },
    "line-ch2": { ANSWER: "Không có gì báo cáo" },
  }

  test("have a sheet of their own, with what is filled in on them alone; a report without any has none", async () => {
    const [, , , questions] = readWorkbook(await filledForm(ASKING_FORM, answers)).sheets
    expect(questions?.name).toBe("CauHoi")
    const headings = ["A3", "B3", "C3", "D3", "E3", "F3", "G3", "H3"].map(
      (cell) => questions?.cells.get(cell)?.content,
    )
    expect(headings.map((content) => content && "text" in content && content.text)).toEqual([
      "Định danh dòng",
      "Phiên bản dòng",
      "TT",
      "Nội dung được hỏi",
      "Kỳ trước đã báo cáo",
      "Trả lời",
      "Nội dung trả lời",
      undefined,
    ])
    expect(readWorkbook(right).sheets.map(({ name }) => name)).not.toContain("CauHoi")
  })

  test("are answered there", async () => {
    const { problems, right: lines } = check(await filledForm(ASKING_FORM, answers), ASKING_FORM)
    expect(problems).toEqual([])
    expect(lines.slice(-2).map(({ line, details }) => [line.code, details])).toEqual([
      [
        "CH1",
        {
          answer: "REPORTED",
          progress: "Đã bố trí 12 tỷ đồng",
          resultDocument: null,
          percentage: null,
          difficulties: null,
          proposal: null,
          nextPlan: null,
        },
      ],
      ["CH2", expect.objectContaining({ answer: "NOTHING_TO_REPORT", progress: null })],
    ])
  })

  test("left without an answer, or changed, are found, and marked in the copy that goes back", async () => {
    const file = await filledForm(ASKING_FORM, { ...RIGHT, "line-ch1": { ANSWER: "Có nội dung báo cáo" } })
    const asked = broken(file, {
      "xl/worksheets/sheet4.xml": textChange("D5", "Không còn vướng gì?"),
    })
    expect(problemsOf(asked, ASKING_FORM)).toEqual([
      "PROGRESS_MISSING CauHoi!G4",
      "NAME_CHANGED CauHoi!D5",
      "ANSWER_MISSING CauHoi!F5",
    ])
    const copy = Buffer.from(
      (await annotatedFile(ASKING_FORM, check(asked, ASKING_FORM), TODAY)).base64,
      "base64",
    )
    const questions = readWorkbook(copy).sheets.find(({ name }) => name === "CauHoi")
    expect(questions?.cells.get("H4")?.content).toMatchObject({ text: expect.stringContaining("trả lời") })
    expect(problemsOf(copy, ASKING_FORM)).toEqual(["PROGRESS_MISSING CauHoi!G4", "ANSWER_MISSING CauHoi!F5"])
  })

  test("that were not answered before cannot be answered with “no change”, nor is it offered", async () => {
    const asked = await filledForm(ASKING_FORM, { ...answers, "line-ch1": { ANSWER: "Không thay đổi" } })
    expect(problemsOf(asked, ASKING_FORM)).toEqual(["ANSWER_NOT_OF_LINE CauHoi!F4"])
    const before = {
      ...ASKING_FORM,
      lines: ASKING_FORM.lines.map((line) => ({ ...line, answeredBefore: line.code === "CH1" })),
    }
    expect(problemsOf(asked, before)).toEqual([])
    const [offered] = formSheets(before, TODAY).filter(({ name }) => name === "CauHoi")
    expect(
      offered?.rows.map((row) => row.find(({ check }) => check?.kind === "CHOICE")?.check),
    ).toMatchObject([
      { choices: ["Có nội dung báo cáo", "Không thay đổi", "Không có gì báo cáo"] },
      { choices: ["Có nội dung báo cáo", "Không có gì báo cáo"] },
    ])
  })

  test("are missing in a file whose sheet was taken out", async () => {
    const file = broken(await filledForm(ASKING_FORM, answers), {
      "xl/workbook.xml": (content) => content.replace('name="CauHoi"', 'name="Cau hoi"'),
    })
    expect(problemsOf(file, ASKING_FORM)).toEqual(["SHEET_MISSING CauHoi"])
  })
})
