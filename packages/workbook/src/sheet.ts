/** A table of a workbook: what it says, without how it looks. */
export interface Sheet {
  /** On its tab, at most 31 characters. */
  name: string
  /** Lines above the table, the first in bold. */
  title: readonly string[]
  columns: readonly SheetColumn[]
  rows: readonly SheetRow[]
}

export interface SheetColumn {
  heading: string
  /** In characters of the standard width. */
  width: number
  align: "left" | "center" | "right"
}

/** Cells in the order of the columns, or a line across all of them that names the rows below it. */
export type SheetRow = readonly Cell[] | { heading: string }

/** Numbers stay numbers; null is an empty cell. */
export type Cell = string | number | null
