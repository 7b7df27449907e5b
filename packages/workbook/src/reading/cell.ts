/** What stands in a cell. */
export type CellContent =
  | { kind: "TEXT"; text: string }
  | { kind: "NUMBER"; number: number }
  /** A number that is shown as a percentage: 0.6 where people see “60%”. */
  | { kind: "PERCENT"; number: number }
  /** A number that is shown as a calendar date, "YYYY-MM-DD". */
  | { kind: "DATE"; date: string }
  | { kind: "FLAG"; flag: boolean }
  /** What a program could not work out, e.g. "#N/A". */
  | { kind: "ERROR"; error: string }

/** A cell that holds something. */
export interface ReadCell {
  /** Both from 1. */
  row: number
  column: number
  content: CellContent
  /** Whether a program works out what stands there: then nobody wrote it. */
  formula: boolean
}

/** A sheet as it was sent. */
export interface ReadSheet {
  name: string
  hidden: boolean
  /** By {@link cellName}; empty cells are left out. */
  cells: ReadonlyMap<string, ReadCell>
}

/** The name of a cell, e.g. "F12". */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`
}

/** The name of a column, e.g. "AB" of the 28th. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return `${before > 0 ? columnName(before) : ""}${String.fromCharCode(65 + ((column - 1) % 26))}`
}

/** @returns row and column of a cell's name; null where it is none */
export function placeOf(name: string): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? []
  if (letters === undefined || digits === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}
