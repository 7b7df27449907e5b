import type { Cell, PublishedTable, Row } from "./subgraph-import.ts"

/** A cell that is another than before. */
export interface CellChange {
  column: string
  before: Cell
  after: Cell
}

/** What an import does to one row, in words and in data. */
export type RowChange =
  | { kind: "added"; table: string; label: string; row: Row }
  | { kind: "changed"; table: string; label: string; row: Row; before: Row; cells: CellChange[] }
  | { kind: "withdrawn"; table: string; label: string; before: Row }

/** A row as it stands in the database, with whether it was withdrawn, and whether people recorded it. */
export interface CurrentRow {
  row: Row
  withdrawn: boolean
  recorded: boolean
}

function keyOf(table: PublishedTable, row: Row): string {
  return JSON.stringify(table.key.map((column) => row[column]))
}

function sameCell(before: Cell | undefined, after: Cell | undefined): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null)
}

/**
 * What must happen to a table so that it holds the published rows: additions in printed order, changes cell by cell,
 * withdrawals. A withdrawn row that is published again counts as changed.
 * @throws Error when two published rows have the same key: the reading is wrong then
 */
export function diffTable(table: PublishedTable, current: readonly CurrentRow[]): RowChange[] {
  const standing = new Map(current.map((entry) => [keyOf(table, entry.row), entry]))
  const published = new Set<string>()
  const changes: RowChange[] = []
  for (const row of table.rows) {
    const key = keyOf(table, row)
    if (published.has(key)) throw new Error(`${table.table}: two published rows have the key ${key}`)
    published.add(key)
    const before = standing.get(key)
    const label = table.label(row)
    if (before === undefined) {
      changes.push({ kind: "added", table: table.table, label, row })
      continue
    }
    if (before.recorded) continue
    const cells = Object.keys(row)
      .filter((column) => !sameCell(before.row[column], row[column]))
      .map((column) => ({ column, before: before.row[column] ?? null, after: row[column] ?? null }))
    if (cells.length > 0 || before.withdrawn)
      changes.push({ kind: "changed", table: table.table, label, row, before: before.row, cells })
  }
  for (const [key, { row, withdrawn, recorded }] of standing)
    if (!published.has(key) && !withdrawn && !recorded)
      changes.push({ kind: "withdrawn", table: table.table, label: table.label(row), before: row })
  return changes
}

/**
 * Whether changes only fill what was empty: a table without rows, or columns in which no row had anything, as a later
 * version of the program brings them along.
 */
export function fillsOnly(changes: readonly RowChange[], current: readonly CurrentRow[]): boolean {
  if (current.length === 0) return true
  const filled = new Set(
    current.flatMap(({ row }) => Object.keys(row).filter((column) => (row[column] ?? null) !== null)),
  )
  return changes.every(
    (change) =>
      change.kind === "changed" &&
      change.cells.length > 0 &&
      change.cells.every(({ column }) => !filled.has(column)),
  )
}
