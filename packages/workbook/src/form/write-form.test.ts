import { strFromU8, unzipSync } from "fflate"
import { beforeAll, expect, test } from "vitest"
import { readWorkbook } from "../reading/read-workbook.ts"
import type { FormSheet } from "./form-sheet.ts"
import { rowsAbove, writeForm } from "./write-form.ts"

const SHEET: FormSheet = {
  name: "NhiemVu",
  shown: "SHOWN",
  title: ["Báo cáo", "Chỉ ghi ở ô vàng"],
  columnsInSight: 2,
  columns: [
    { heading: "Mã dòng", width: 0 },
    { heading: "TT", width: 6 },
    { heading: "Trả lời", width: 20 },
    { heading: "Tỷ lệ (%)", width: 10 },
    { heading: "Ngày văn bản", width: 12 },
  ],
  rows: [1, 2, 3].map((code) => [
    { value: `line-${code}`, state: "LOCKED" },
    { value: String(code), state: "LOCKED" },
    {
      value: code === 1 ? "Không thay đổi" : null,
      state: "OPEN",
      check: { kind: "CHOICE", choices: ["Có", "Không thay đổi"], message: "Hãy chọn" },
    },
    {
      value: [40, "bốn mươi", null][code - 1] ?? null,
      state: code === 2 ? "WRONG" : "OPEN",
      check: { kind: "WHOLE_NUMBER", least: 0, most: 100, message: "Số nguyên từ 0 đến 100" },
    },
    {
      value: code === 1 ? { date: "2026-06-01" } : null,
      state: "OPEN",
      check: { kind: "DATE", from: "2025-01-01", to: "2026-12-31", message: "Ngày & tháng" },
    },
  ]),
}

let file: Buffer
let parts: Record<string, string>

beforeAll(async () => {
  file = await writeForm([
    SHEET,
    { ...SHEET, name: "DinhDanh", shown: "HIDDEN", title: [], columnsInSight: 0 },
  ])
  parts = Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(file))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
})

test("locks every cell but the open ones, without a password", () => {
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? ""
  expect(sheet).toMatch(/<\/sheetData><sheetProtection sheet="1"(?! password)[^>]*\/>/)
  expect(parts["xl/workbook.xml"]).toContain('<workbookProtection lockStructure="1"/>')
  const styles = Array.from((parts["xl/styles.xml"] ?? "").matchAll(/<xf [^>]*>.*?<\/xf>/gs), ([xf]) => xf)
  const unlocked = (cell: string) =>
    styles[Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])]?.includes('locked="0"')
  expect(["A4", "B4", "C3"].map(unlocked)).toEqual([false, false, false])
  expect(["C4", "C5", "D4", "D5", "E4", "E5"].map(unlocked)).toEqual(Array(6).fill(true))
})

test("has a list to choose from and checks of numbers and days, each once for its cells", () => {
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? ""
  expect(sheet).toContain('<dataValidations count="3">')
  expect(sheet).toMatch(/type="list"[^>]*sqref="C4:C6"><formula1>"Có,Không thay đổi"<\/formula1>/)
  expect(sheet).toMatch(/type="whole"[^>]*sqref="D4:D6"><formula1>0<\/formula1><formula2>100</)
  expect(sheet).toMatch(/type="date"[^>]*sqref="E4:E6"><formula1>45658<\/formula1><formula2>46387</)
  expect(sheet).toContain("Ngày &amp; tháng")
  expect(sheet.indexOf("<dataValidations")).toBeGreaterThan(sheet.indexOf("<sheetProtection"))
  expect(sheet.indexOf("<dataValidations")).toBeLessThan(sheet.indexOf("<pageMargins"))
})

test("turns what is typed into an empty cell, or over a text that is wrong, into what is asked for there", () => {
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? ""
  const styles = parts["xl/styles.xml"] ?? ""
  const formatOf = (cell: string) => {
    const style = Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])
    const [xf = ""] = [...styles.matchAll(/<xf [^>]*>/g)][style] ?? []
    const id = /numFmtId="(\d+)"/.exec(xf)?.[1]
    return new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1]
  }
  expect(["C5", "D5", "D6", "E5"].map(formatOf)).toEqual(["@", undefined, "0", "dd/mm/yyyy"])
})

test("hides what is for programs, keeps headings in sight and fits a page's width", () => {
  expect(parts["xl/workbook.xml"]).toMatch(/<sheet [^>]*name="DinhDanh"[^>]*state="hidden"/)
  expect(parts["xl/worksheets/sheet1.xml"]).toMatch(/<col min="1" max="1" hidden="1"/)
  expect(parts["xl/worksheets/sheet1.xml"]).toMatch(/<pane ySplit="3" xSplit="2"/)
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('fitToWidth="1" fitToHeight="0"')
  expect(parts["xl/workbook.xml"]).toContain("'NhiemVu'!$3:$3")
})

test("is read as it was written", () => {
  const { sheets, beside } = readWorkbook(file)
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["NhiemVu", false],
    ["DinhDanh", true],
  ])
  expect(beside).toEqual([])
  const cells = sheets[0]?.cells
  expect(rowsAbove(SHEET)).toBe(3)
  expect(cells?.get("A4")?.content).toEqual({ kind: "TEXT", text: "line-1" })
  expect(cells?.get("C4")?.content).toEqual({ kind: "TEXT", text: "Không thay đổi" })
  expect(cells?.get("D4")?.content).toEqual({ kind: "NUMBER", number: 40 })
  expect(cells?.get("D5")?.content).toEqual({ kind: "TEXT", text: "bốn mươi" })
  expect(cells?.get("E4")?.content).toEqual({ kind: "DATE", date: "2026-06-01" })
  expect(cells?.has("E5")).toBe(false)
})
