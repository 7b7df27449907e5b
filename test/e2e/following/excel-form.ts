import { readWorkbook } from "@plan43/workbook"
import { type ChangedPart, textChange, withParts } from "@plan43/workbook/testing"

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The parts of a form that hold its sheets. */
export const SHEETS = {
  instructions: "xl/worksheets/sheet1.xml",
  tasks: "xl/worksheets/sheet2.xml",
  indicators: "xl/worksheets/sheet3.xml",
} as const

/** The form of an agency with “no change” on every line, approved on 1 June 2026. */
export function answeredForm(form: Buffer, approvedBy: string): Buffer {
  return withParts(withAnswers(form), { [SHEETS.instructions]: changes(...approval(approvedBy)) })
}

/** The same, and nobody approved it. */
export function withAnswers(form: Buffer): Buffer {
  const answered = (name: string) =>
    changes(...rowsOf(form, name).map((row) => textChange(`G${row}`, "Không thay đổi")))
  return withParts(form, {
    [SHEETS.tasks]: answered("NhiemVu"),
    [SHEETS.indicators]: answered("ChiTieu"),
  })
}

/** Who approved the form, on 1 June 2026 in the style that it has for days: changes of its instructions. */
export function approval(approvedBy: string): ChangedPart[] {
  const day: ChangedPart = (content) =>
    content.replace(/<c r="B7" s="(\d+)"\/>/, '<c r="B7" s="$1"><v>46174</v></c>')
  return [textChange("B6", approvedBy), day]
}

/** Several changes of one part. */
export function changes(...each: ChangedPart[]): (content: string) => string {
  return (content) => each.reduce((text, change) => String(change(text)), content)
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
