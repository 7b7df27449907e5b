import { strFromU8, unzipSync } from "fflate"
import { beforeAll, expect, test } from "vitest"
import { readWorkbook } from "./reading/read-workbook.ts"
import type { Sheet } from "./sheet.ts"
import { writeWorkbook } from "./write-workbook.ts"

const SHEET: Sheet = {
  name: "Theo cơ quan",
  title: ["Kết quả theo cơ quan", "Đến hết ngày 31 tháng 5 năm 2026"],
  columns: [
    { heading: "TT", width: 6, align: "center" },
    { heading: "Cơ quan", width: 40, align: "left" },
    { heading: "Số nhiệm vụ", width: 12, align: "right" },
  ],
  rows: [{ heading: "I. Sở, ngành" }, ["1", "Sở Tài chính & <Thuế>\u0001\uffff\ud800", 12.5], ["2", null, 0]],
}

let parts: Record<string, string>

beforeAll(async () => {
  const file = await writeWorkbook([SHEET, { ...SHEET, name: "Nhóm 'I'" }])
  parts = Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(file))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
})

test("keeps numbers as numbers, and texts as they are, but for what no file may hold", () => {
  expect(parts["xl/worksheets/sheet1.xml"]).toContain("<v>12.5</v>")
  expect(parts["xl/worksheets/sheet1.xml"]).toContain("<v>0</v>")
  const texts = Object.values(parts).join("")
  expect(texts).toContain("Sở Tài chính &amp; &lt;Thuế&gt;<")
})

test("says of a text that no cell can hold that it was cut, and keeps one that just fits", async () => {
  const fits = "a".repeat(32_767)
  const columns = [{ heading: "Nội dung", width: 40, align: "left" } as const]
  const file = await writeWorkbook([{ name: "Dài", title: [], columns, rows: [[fits], [`${fits}b`]] }])
  const [sheet] = readWorkbook(file).sheets
  expect(sheet?.cells.get("A2")?.content).toEqual({ kind: "TEXT", text: fits })
  expect(sheet?.cells.get("A3")?.content).toMatchObject({
    text: expect.stringMatching(/^a{32000,}… \[CẮT BỚT: ô Excel không chứa hết nội dung\]$/),
  })
})

test("keeps the headings in sight, prints them on every page, and lays pages across", () => {
  expect(parts["xl/workbook.xml"]).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Theo cơ quan'!$3:$3</definedName>`,
  )
  expect(parts["xl/workbook.xml"]).toContain("'Nhóm ''I'''!$3:$3")
  expect(parts["xl/worksheets/sheet1.xml"]).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/)
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('orientation="landscape"')
})

test("is set in Times New Roman; a line across names the rows below it", () => {
  expect(parts["xl/styles.xml"]).toContain("Times New Roman")
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<mergeCell ref="A4:C4"/>')
})
