/** A column whose value changed. */
export interface ColumnChange {
  column: string
  /** In words; null where there was none. */
  before: string | null
  after: string | null
}

/** What grows or is stamped with every change and says nothing. */
const SILENT = ["version", "updated_at", "created_at"]

/**
 * What a change did to a row.
 * @param before the row as it was, as JSON; null where it did not exist
 * @param after the row as it then was, likewise
 * @returns the columns whose values differ, in the order of the row
 */
export function changesBetween(before: string | null, after: string | null): ColumnChange[] {
  const was = rowOf(before)
  const is = rowOf(after)
  const columns = [...new Set([...Object.keys(is), ...Object.keys(was)])]
  return columns
    .filter((column) => !SILENT.includes(column))
    .map((column) => ({ column, before: inWords(was[column]), after: inWords(is[column]) }))
    .filter((change) => change.before !== change.after)
}

function rowOf(json: string | null): Record<string, unknown> {
  const read: unknown = json === null ? null : JSON.parse(json)
  if (typeof read !== "object" || read === null) return read === null ? {} : { value: read }
  return { ...read }
}

function inWords(value: unknown): string | null {
  if (value == null || value === "") return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((each) => inWords(each)).join("; ")
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
