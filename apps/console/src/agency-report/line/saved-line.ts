import { graphql } from "../../__generated__/index.ts"
import { type SavedForm, useSavedForm } from "../../form/saved-form.ts"
import { useChange } from "../../graph/change-graph.ts"
import type { Failure } from "../../graph/failure.ts"
import type { Line } from "./ask-lines.ts"
import { type LineTyped, type LineValues, lineForm, typedOf } from "./line-form.ts"

export const SaveReportLineDocument = graphql(`
  mutation SaveReportLine($input: SaveReportLineInput!) {
    saveReportLine(input: $input) {
      line {
        id
        ...ReportLineFields
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** A line's form that saves itself. */
export interface SavedLine extends SavedForm<LineTyped, LineValues> {
  failure: Failure | null
}

/**
 * Keeps what is typed on a line and sends it; see {@link useSavedForm}.
 * @param readAgain asks for the lines as they now stand
 */
export function useSavedLine(line: Line, readAgain: () => Promise<unknown>): SavedLine {
  const { change, failure } = useChange(SaveReportLineDocument, [])
  const { id, version } = line
  const saved = useSavedForm<LineTyped, LineValues>({
    name: `report-line/${id}`,
    schema: lineForm,
    standing: typedOf(line),
    send: async (values, idempotencyKey) =>
      (await change({ input: { ...values, id, version, idempotencyKey } }))?.saveReportLine ?? null,
    readAgain,
  })
  return { ...saved, failure }
}
