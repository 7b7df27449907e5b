/** A sheet that people fill in: only its open cells can be written in. */
export interface FormSheet {
  /** On its tab, at most 31 characters. */
  name: string
  /** HIDDEN: for programs alone; people see no tab of it. */
  shown: "SHOWN" | "HIDDEN"
  /** Lines above the table, the first in bold. */
  title: readonly string[]
  /** How many columns stay in sight. */
  columnsInSight: number
  columns: readonly FormColumn[]
  rows: readonly (readonly FormCell[])[]
}

export interface FormColumn {
  /** Of all columns or of none. */
  heading: string | null
  /** In characters of the standard width; 0: people do not see the column. */
  width: number
}

/** A cell of a form. */
export interface FormCell {
  value: FormValue
  /** LOCKED: nobody writes in it; OPEN; WRONG: open, and marked as to be corrected. */
  state: "LOCKED" | "OPEN" | "WRONG"
  /** What may be written in it; absent: anything. */
  check?: CellCheck
}

export type FormValue = string | number | FormDate | null

/** "YYYY-MM-DD", as a date that programs reckon with. */
export interface FormDate {
  date: string
}

/** What may be written in a cell, with what a program says before and after; at most 225 characters. */
export type CellCheck = { message: string } & (
  | { kind: "CHOICE"; choices: readonly string[] }
  | { kind: "WHOLE_NUMBER"; least: number; most: number }
  | { kind: "LENGTH"; most: number }
  | { kind: "DATE"; from: string; to: string }
)
