/** A text in the languages of the public page. */
export interface Bilingual {
  vi: string
  en: string
}

/** A column of a table that others may take along. */
export interface DataColumn {
  /** As files name it, e.g. "completed_on_time"; never changed, since programs read it. */
  name: string
  /** As a heading. */
  label: Bilingual
  /** What it means, and its unit. */
  description: Bilingual
  /** How its values are to be read; "code": one of `codes`. */
  type: "text" | "integer" | "decimal" | "date" | "boolean" | "code"
  /** What the codes mean, in the order of their rank. */
  codes?: Readonly<Record<string, Bilingual>>
}

/** Numbers stay numbers; a date is written as YYYY-MM-DD; null: nothing is known. */
export type DataCell = string | number | boolean | null

/** A table of what was published. */
export interface DataTable {
  /** In addresses and names of files, e.g. "nhom-nhiem-vu". */
  name: string
  /** At most 31 characters: it stands on a workbook's tab. */
  title: Bilingual
  description: Bilingual
  columns: readonly DataColumn[]
  /** Cells in the order of the columns. */
  rows: readonly (readonly DataCell[])[]
}
