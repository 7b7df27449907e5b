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

/** A row as it stands in the database, with whether it was withdrawn. */
export interface CurrentRow {
  row: Row
  withdrawn: boolean
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
    const cells = Object.keys(row)
      .filter((column) => !sameCell(before.row[column], row[column]))
      .map((column) => ({ column, before: before.row[column] ?? null, after: row[column] ?? null }))
    if (cells.length > 0 || before.withdrawn)
      changes.push({ kind: "changed", table: table.table, label, row, before: before.row, cells })
  }
  for (const [key, { row, withdrawn }] of standing)
    if (!published.has(key) && !withdrawn)
      changes.push({ kind: "withdrawn", table: table.table, label: table.label(row), before: row })
  return changes
}
