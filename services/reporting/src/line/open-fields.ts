import type { ReportState } from "../report/report-state.ts"
import { WRITABLE } from "../report/report-state.ts"
import { ReportLineField } from "./line-field.ts"

/**
 * The fields of a line that its agency may change now.
 * @param returned those that were returned last, on this line; null: nothing of its report was ever returned
 */
export function openFields(
  state: ReportState,
  returned: readonly ReportLineField[] | null,
): readonly ReportLineField[] {
  if (!WRITABLE.includes(state)) return []
  return returned ?? Object.values(ReportLineField)
}
