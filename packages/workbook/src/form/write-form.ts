import writeExcelFile, { type CellObject, type Row } from "write-excel-file/node"

import { printable } from "../write-workbook.ts"
import { validationsOf } from "./cell-checks.ts"
import type { CellCheck, FormCell, FormColumn, FormSheet, FormValue } from "./form-sheet.ts"

const FRAMED = {
  borderStyle: "thin",
  borderColor: "#000000",
  align: "left",
  alignVertical: "top",
  wrap: true,
} as const

/** What people see a cell's state by; whoever does not see colours is told by the program when a cell is locked. */
const COLOURS = { LOCKED: "#F2F2F2", OPEN: "#FFF9DB", WRONG: "#FFC9C9" } as const

const HEADING_COLOUR = "#D9E2F3"

/**
 * Writes a workbook that people fill in: open cells with what may be written in them, all others locked, without a password;
 * pages across, headings that stay in sight and are printed on every page.
 * @returns the bytes of an .xlsx file
 */
export async function writeForm(sheets: readonly FormSheet[]): Promise<Buffer> {
  const written = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      orientation: "landscape" as const,
      columns: sheet.columns.map(({ width }) => ({ width: Math.max(width, 1) })),
      stickyRowsCount: rowsAbove(sheet),
      ...(sheet.columnsInSight > 0 && { stickyColumnsCount: sheet.columnsInSight }),
      data: rowsOf(sheet),
    })),
    { fontFamily: "Times New Roman", fontSize: 12, features: [formFeature(sheets)] },
  )
  return written.toBuffer()
}

/** How many rows stand above the first that is filled in. */
export function rowsAbove({ title, columns }: Pick<FormSheet, "title" | "columns">): number {
  return title.length + (hasHeadings({ columns }) ? 1 : 0)
}

function hasHeadings({ columns }: Pick<FormSheet, "columns">): boolean {
  return columns.some(({ heading }) => heading !== null)
}

function rowsOf(sheet: FormSheet): Row[] {
  const { title, columns, rows } = sheet
  const first = columns.findIndex(({ width }) => width > 0)
  return [
    ...title.map(
      (text, place): Row => [
        ...Array.from({ length: Math.max(first, 0) }, () => null),
        { value: printable(text), type: String, ...(place === 0 && { fontWeight: "bold", fontSize: 14 }) },
      ],
    ),
    ...(hasHeadings(sheet)
      ? [
          columns.map(
            ({ heading }): CellObject => ({
              ...contentOf(heading),
              ...FRAMED,
              height: heightOf(
                columns.map((column) => column.heading),
                columns,
              ),
              align: "center",
              fontWeight: "bold",
              backgroundColor: HEADING_COLOUR,
            }),
          ),
        ]
      : []),
    ...rows.map((row): Row => {
      const height = heightOf(
        row.map(({ value }) => value),
        columns,
      )
      return row.map((cell) => ({ ...cellOf(cell), height }))
    }),
  ]
}

/** The height of a line of text in Times New Roman 12, and the highest row that programs know, in points. */
const LINE_HEIGHT = 16
const HIGHEST_ROW = 400

/** A row is as high as its longest text is when it is wrapped; a program does not work that out when it opens a file. */
function heightOf(row: readonly FormValue[], columns: readonly FormColumn[]): number {
  const lines = row.map((value, place) => {
    const width = columns[place]?.width ?? 0
    return typeof value !== "string" || width === 0
      ? 1
      : value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + 1) / width)), 0)
  })
  return Math.min(Math.max(...lines, 1) * LINE_HEIGHT + 2, HIGHEST_ROW)
}

function cellOf({ value, state, check }: FormCell): CellObject {
  return { ...contentOf(value, check?.kind), ...FRAMED, backgroundColor: COLOURS[state] }
}

const DATE = { type: Date, format: "dd/mm/yyyy" } as const
const WHOLE = { type: Number, format: "0" } as const

/**
 * What is written, or will be, is what it looks like: where a day or a number is asked for, it becomes one; everything else stays
 * a text, and so “12/5” no day in May.
 */
function contentOf(value: FormValue, asked?: CellCheck["kind"]): CellObject {
  if (value === null && asked === "DATE") return DATE
  if (value === null && asked === "WHOLE_NUMBER") return WHOLE
  if (typeof value === "number") return { value, ...(Number.isInteger(value) ? WHOLE : { type: Number }) }
  if (typeof value === "object" && value !== null)
    return { value: new Date(`${value.date}T00:00:00Z`), ...DATE }
  const text = { value: printable(value ?? ""), type: String }
  // A text where a day or a number is asked for is wrong; what is written over it must become one.
  return asked === "DATE" || asked === "WHOLE_NUMBER" ? text : { ...text, format: "@" }
}

type SheetInfo = { sheetIndex: number }

/** What the library has no option for, added to what it wrote. */
function formFeature(sheets: readonly FormSheet[]) {
  return {
    files: {
      transform: {
        "xl/workbook.xml": { transform: (content: string) => workbookOf(content, sheets) },
        "xl/styles.xml": { transform: unlockOpenCells },
        "xl/worksheets/sheet{id}.xml": {
          transform: (content: string, _options: unknown, { sheetIndex }: SheetInfo) =>
            sheetOf(content, sheets[sheetIndex] as FormSheet),
        },
      },
    },
  }
}

/** Sheets stay where they are; those for programs are not shown; headings are printed on every page. */
function workbookOf(content: string, sheets: readonly FormSheet[]): string {
  const names = sheets
    .map((sheet, place) =>
      hasHeadings(sheet)
        ? `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'${sheet.name}'!$${rowsAbove(sheet)}:$${rowsAbove(sheet)}</definedName>`
        : "",
    )
    .join("")
  const hidden = sheets.flatMap(({ shown, name }) => (shown === "HIDDEN" ? [name] : []))
  return content
    .replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>')
    .replace(/<sheet ([^>]*name="([^"]*)"[^>]*)\/>/g, (whole, attributes: string, name: string) =>
      hidden.includes(name) ? `<sheet ${attributes} state="hidden"/>` : whole,
    )
    .replace("</sheets>", `</sheets><definedNames>${names}</definedNames>`)
    .replace("<definedNames/>", "")
}

/** A cell that people fill in is known by its colour, and so is its style. */
function unlockOpenCells(content: string): string {
  const open = new Set(
    Array.from(content.matchAll(/<fill>.*?<\/fill>/gs), ([fill], place) =>
      [COLOURS.OPEN, COLOURS.WRONG].some((colour) => fill.includes(`rgb="FF${colour.slice(1)}"`))
        ? place
        : -1,
    ),
  )
  return content.replace(
    /<xf ([^>]*fillId="(\d+)"[^>]*)>(.*?)<\/xf>/gs,
    (whole, attributes: string, fill: string, inner: string) =>
      open.has(Number(fill))
        ? `<xf ${attributes} applyProtection="1">${inner}<protection locked="0"/></xf>`
        : whole,
  )
}

/** Columns and rows may be made wider and higher; nothing else of a locked sheet changes. */
const PROTECTION = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'

/** What a page of A4 has room for across before nobody can read it, in characters; sizes of paper as programs number them. */
const WIDEST_A4 = 150
const A4 = 9
const A3 = 8

function widthOf({ columns }: FormSheet): number {
  return columns.reduce((sum, { width }) => sum + width, 0)
}

/** The elements of a sheet have an order. Source: ISO/IEC 29500-1, 18.3.1.99. */
function sheetOf(content: string, sheet: FormSheet): string {
  const validations = validationsOf(checkedCells(sheet))
  return (
    sheet.columns
      .reduce(
        (written, { width }, place) =>
          width > 0
            ? written
            : written.replace(`<col min="${place + 1}" max="${place + 1}"`, `$& hidden="1"`),
        content,
      )
      .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
      .replace("</sheetData>", `</sheetData>${PROTECTION}`)
      .replace("<pageMargins", `${validations}<pageMargins`)
      // What a row's height is when the file is opened; it grows with what is written in it
      .replaceAll(' customHeight="1"', "")
      .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" ')
      .replace('paperSize="9"', `paperSize="${widthOf(sheet) > WIDEST_A4 ? A3 : A4}"`)
  )
}

/** The open cells that are checked, by their names. */
function checkedCells(sheet: FormSheet) {
  const above = rowsAbove(sheet)
  return sheet.rows.flatMap((row, place) =>
    row.flatMap(({ check, state }, column) =>
      check === undefined || state === "LOCKED"
        ? []
        : [{ check, row: above + place + 1, column: column + 1 }],
    ),
  )
}
