import writeExcelFile, { type CellObject, type Row } from "write-excel-file/node"
import type { Cell, Sheet, SheetColumn } from "./sheet.ts"

export const WORKBOOK_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

const FONT = { fontFamily: "Times New Roman", fontSize: 12 } as const
const FRAMED = { borderStyle: "thin", borderColor: "#000000", alignVertical: "center", wrap: true } as const

/**
 * Writes tables as an Excel workbook: pages across, headings that stay in sight and are printed on every page.
 * @returns the bytes of an .xlsx file
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = writeExcelFile(
    sheets.map(({ name, title, columns, rows }) => ({
      sheet: name,
      orientation: "landscape" as const,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: headingRow({ title }),
      data: [
        ...title.map(
          (text, place): Row => [
            place === 0 ? { ...cellOf(text), fontWeight: "bold", fontSize: 14 } : cellOf(text),
          ],
        ),
        columns.map(({ heading }): CellObject => ({ ...framed(heading, "center"), fontWeight: "bold" })),
        ...rows.map((row) =>
          "heading" in row
            ? across(row.heading, columns.length)
            : columns.map(({ align }, column) => framed(row[column] ?? null, align)),
        ),
      ],
    })),
    { ...FONT, features: [headingsOnEveryPage(sheets)] },
  )
  return written.toBuffer()
}

/** The row of headings, from 1. */
function headingRow({ title }: Pick<Sheet, "title">): number {
  return title.length + 1
}

/** What may stand in no XML, and which people paste. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu

/** The longest text of a cell. */
const LONGEST = 32_767

/** A text as a cell takes it; of one that is too long is said, where it ends, that it goes on elsewhere. */
export function printable(text: string): string {
  const kept = text.replace(UNPRINTABLE, "")
  if (kept.length <= LONGEST) return kept
  return `${kept.slice(0, LONGEST - CUT.length).replace(/\p{Cs}$/u, "")}${CUT}`
}

const CUT = "… [CẮT BỚT: ô Excel không chứa hết nội dung]"

function cellOf(value: Cell): CellObject {
  if (value === null || value === "") return {}
  return typeof value === "number" ? { value, type: Number } : { value: printable(value), type: String }
}

function framed(value: Cell, align: SheetColumn["align"]): CellObject {
  return { ...cellOf(value), ...FRAMED, align }
}

function across(heading: string, columns: number): Row {
  const first: CellObject = { ...framed(heading, "left"), fontWeight: "bold", columnSpan: columns }
  return [first, ...Array.from({ length: columns - 1 }, () => null)]
}

/** Names that Excel knows the repeated rows by. */
function headingsOnEveryPage(sheets: readonly Sheet[]) {
  const names = sheets
    .map((sheet, place) => {
      const row = headingRow(sheet)
      const quoted = sheet.name.replaceAll("'", "''").replaceAll("&", "&amp;").replaceAll("<", "&lt;")
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'${quoted}'!$${row}:$${row}</definedName>`
    })
    .join("")
  return {
    files: {
      transform: {
        "xl/workbook.xml": {
          transform: (content: string) =>
            content.replace("</sheets>", `</sheets><definedNames>${names}</definedNames>`),
        },
      },
    },
  }
}
