import { columnName } from "../reading/cell.ts"
import type { CellCheck } from "./form-sheet.ts"

interface CheckedCell {
  check: CellCheck
  row: number
  column: number
}

/** The longest texts that programs take: of a title, and of what it is about. Source: ISO/IEC 29500-1, 18.3.1.32. */
const LONGEST_MESSAGE = 225

/** What may be written in which cells, for the program that people fill the form in with; cells checked alike share one rule. */
export function validationsOf(cells: readonly CheckedCell[]): string {
  const rules = Map.groupBy(cells, ({ check }) => JSON.stringify(check))
  if (rules.size === 0) return ""
  const written = [...rules.values()].map(
    (alike) => `<dataValidation ${ruleOf(alike[0]?.check as CellCheck, rangesOf(alike))}</dataValidation>`,
  )
  return `<dataValidations count="${written.length}">${written.join("")}</dataValidations>`
}

function ruleOf(check: CellCheck, ranges: string): string {
  const message = escaped(check.message.slice(0, LONGEST_MESSAGE))
  const shown = `allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Nội dung chưa đúng" error="${message}" prompt="${message}" sqref="${ranges}"`
  switch (check.kind) {
    case "CHOICE":
      return `type="list" ${shown}><formula1>"${escaped(check.choices.join(","))}"</formula1>`
    case "WHOLE_NUMBER":
      return `type="whole" operator="between" ${shown}><formula1>${check.least}</formula1><formula2>${check.most}</formula2>`
    case "LENGTH":
      return `type="textLength" operator="lessThanOrEqual" ${shown}><formula1>${check.most}</formula1>`
    case "DATE":
      return `type="date" operator="between" ${shown}><formula1>${serialOf(check.from)}</formula1><formula2>${serialOf(check.to)}</formula2>`
  }
}

/** Neighbours below one another as one range: "G4:G63 I4". */
function rangesOf(cells: readonly CheckedCell[]): string {
  const ranges: { column: number; from: number; to: number }[] = []
  for (const { row, column } of cells.toSorted(
    (one, other) => one.column - other.column || one.row - other.row,
  )) {
    const last = ranges.at(-1)
    if (last?.column === column && last.to === row - 1) last.to = row
    else ranges.push({ column, from: row, to: row })
  }
  return ranges
    .map(({ column, from, to }) => {
      const name = columnName(column)
      return from === to ? `${name}${from}` : `${name}${from}:${name}${to}`
    })
    .join(" ")
}

/** The number that programs know a day by. */
function serialOf(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
