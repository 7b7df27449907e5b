import type { RawBuilder } from "kysely"

/** PostgreSQL types that a sort key may have. */
export type SortKeyType = "bigint" | "date" | "integer" | "text" | "timestamptz" | "uuid"

/** One expression of an order. It must never be null, so that rows compare as a whole. */
export interface SortKey {
  expression: RawBuilder<unknown>
  type: SortKeyType
}

/** A stable order of rows: its last key is unique, and an index begins with the same expressions. */
export interface Ordering {
  /** Part of every cursor, so that a cursor of one order is refused by another. */
  name: string
  direction: "ASC" | "DESC"
  keys: readonly SortKey[]
}
