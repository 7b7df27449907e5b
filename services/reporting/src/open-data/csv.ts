import type { DataCell, DataTable } from "./data-table.ts"

/** What a spreadsheet would take for a formula where a text begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A table as comma-separated values (RFC 4180) in UTF-8, marked so that spreadsheets read Vietnamese right. A text that a
 * spreadsheet would carry out as a formula begins with an apostrophe; numbers, also negative ones, are as they are.
 */
export function csvOf({
  columns,
  rows,
}: Pick<DataTable, "rows"> & { columns: readonly { name: string }[] }): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((cells) => cells.map(cellOf).join(","))
  return `\uFEFF${lines.join("\r\n")}\r\n`
}

function cellOf(cell: DataCell): string {
  if (cell === null) return ""
  if (typeof cell !== "string") return String(cell)
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
