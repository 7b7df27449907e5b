import type { CellChange, RowChange } from "@plan43/published-rows"
import type { PlanImportResult } from "./import-plan.ts"

const KINDS = {
  added: "thêm",
  changed: "đổi",
  withdrawn: "rút",
} as const satisfies Record<RowChange["kind"], string>

const LONGEST_CELL = 120

function inWords(cell: CellChange["before"]): string {
  if (cell === null) return "(trống)"
  const text = typeof cell === "string" ? cell : JSON.stringify(cell)
  return text.length <= LONGEST_CELL ? `“${text}”` : `“${text.slice(0, LONGEST_CELL)}…”`
}

/** What an import does, row by row, cell by cell, in Vietnamese. */
export function reportChanges({ changes }: Pick<PlanImportResult, "changes">): string[] {
  return changes.flatMap(({ changes: ofSubgraph }) =>
    ofSubgraph.flatMap((change) => [
      `${KINDS[change.kind]}: ${change.label}`,
      ...(change.kind === "changed"
        ? change.cells.map(
            ({ column, before, after }) => `      ${column}: ${inWords(before)} → ${inWords(after)}`,
          )
        : []),
    ]),
  )
}

/** How many rows of each kind, e.g. "thêm 1204, đổi 0, rút 0". */
export function countChanges({ changes }: Pick<PlanImportResult, "changes">): string {
  const all = changes.flatMap((subgraph) => subgraph.changes)
  return Object.entries(KINDS)
    .map(([kind, word]) => `${word} ${all.filter((change) => change.kind === kind).length}`)
    .join(", ")
}
