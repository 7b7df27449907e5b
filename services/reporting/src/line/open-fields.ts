import type { ReportItemKind } from "../item/report-item.ts"
import type { ReportState } from "../report/report-state.ts"
import { WRITABLE } from "../report/report-state.ts"
import { fieldsOf, type ReportLineField } from "./line-field.ts"

/**
 * The fields of a line that its agency may change now.
 * @param returned those that were returned last, on this line; null: nothing of its report was ever returned
 * @param kind what the line is about
 */
export function openFields(
  state: ReportState,
  returned: readonly ReportLineField[] | null,
  kind: ReportItemKind,
): readonly ReportLineField[] {
  if (!WRITABLE.includes(state)) return []
  return returned ?? fieldsOf(kind)
}
