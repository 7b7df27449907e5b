import type { AgencyRegister } from "@plan43/agency-register"
import type { PublishedPlan } from "@plan43/plan"

/** What can stand in a column of a published row. Arrays become PostgreSQL text arrays. */
export type Cell = string | number | boolean | null | readonly string[]

/** Column name → value, names as in the database (snake_case). */
export type Row = Readonly<Record<string, Cell>>

/** The rows that one table must hold after an import, and nothing that people recorded. */
export interface PublishedTable {
  table: string
  /** The columns that identify a row, e.g. ["id"]. */
  key: readonly string[]
  /**
   * What becomes of a row that the new text no longer has: "withdraw" sets `withdrawn_at` and keeps it with
   * all that people recorded about it; "delete" is for links and copies that carry nothing of their own.
   */
  whenGone: "withdraw" | "delete"
  /**
   * A condition in SQL, over the table's own columns, that tells this source's rows from those of other sources, e.g.
   * other plans; every row of the table when absent.
   */
  scope?: string
  /**
   * A condition in SQL, over the table's own columns, that tells rows which people recorded: the import neither
   * changes nor withdraws them, and a published row with the same key leaves such a row as it is.
   */
  recorded?: string
  /** How a report names a row to people, e.g. "nhiệm vụ 85b". */
  label(row: Row): string
  /** Every row has the same columns. */
  rows: readonly Row[]
}

/** All that is read from print: the plan, and the register its agency cells were resolved with. */
export interface PublishedSource {
  plan: PublishedPlan
  register: AgencyRegister
}

/** A subgraph's share of an import: which rows its tables must hold. */
export interface SubgraphImport {
  /** The subgraph's schema in PostgreSQL. */
  schema: string
  /** Tables in the order in which they are written: those referred to first. */
  tablesOf(source: PublishedSource): PublishedTable[]
}
