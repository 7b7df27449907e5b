import { readWorkbook } from "@plan43/workbook"
import { type ChangedPart, textChange, withParts } from "@plan43/workbook/testing"

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The parts of the file that hold its sheets. */
const SHEETS = {
  instructions: "xl/worksheets/sheet1.xml",
  NhiemVu: "xl/worksheets/sheet2.xml",
  ChiTieu: "xl/worksheets/sheet3.xml",
}

/** The form of an agency with “no change” on every line, approved on 1 June 2026. */
export function answeredForm(form: Buffer, approvedBy: string): Buffer {
  return withParts(form, {
    [SHEETS.instructions]: (content) => changed(content, textChange("B6", approvedBy), dayChange("B7")),
    ...Object.fromEntries(
      (["NhiemVu", "ChiTieu"] as const).map((name) => [
        SHEETS[name],
        (content: string) =>
          changed(content, ...rowsOf(form, name).map((row) => textChange(`G${row}`, "Không thay đổi"))),
      ]),
    ),
  })
}

/** The rows of a sheet below its headings. */
function rowsOf(form: Buffer, name: string): number[] {
  const cells =
    readWorkbook(form)
      .sheets.find((sheet) => sheet.name === name)
      ?.cells.values() ?? []
  return Array.from(cells)
    .filter(({ column, row }) => column === 1 && row > 3)
    .map(({ row }) => row)
}

function changed(content: string, ...changes: ChangedPart[]): string {
  return changes.reduce((text, change) => String(change(text)), content)
}

/** 1 June 2026, in the style that the form has for days. */
function dayChange(name: string): ChangedPart {
  return (content) =>
    content.replace(new RegExp(`<c r="${name}" s="(\\d+)"/>`), `<c r="${name}" s="$1"><v>46174</v></c>`)
}
