import {
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { type AskedDetails, askedColumns, askedRefusals, requireKnown } from "./asked.ts"
import { ReportTemplate } from "./report-template.ts"

/** All that is recorded of a template; an update gives all of it again. */
export interface TemplateDetails extends AskedDetails {
  name: string
  /** On what it rests, or what it is for. */
  note: string | null
}

const ROW = { entity: ReportTemplate, table: "report_template" } as const

/**
 * Records a new template, or with `standing` replaces what is recorded of one. Rounds that were filled in from it stay as they
 * are: each says from which version.
 * @returns the template, or refusals: those of `recordRow`, `templateRefusals` and `requireKnown`
 */
export async function recordTemplate(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow | null,
  details: TemplateDetails,
): Promise<Outcome<ReportTemplate>> {
  const refusals = templateRefusals(details)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    columns: {
      name: details.name.trim(),
      note: details.note?.trim() || null,
      ...askedColumns(details),
    },
    check: (em) => requireKnown(em, details),
  })
}

/** Withdraws a template: no round is filled in from it any more. @returns the template, or refusals: those of `recordRow`, REASON_MISSING */
export function withdrawTemplate(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ReportTemplate>> {
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    action: "withdrawn",
    reasonNeeded: "Hãy ghi lý do rút mẫu báo cáo này",
    columns: {},
    stamped: ["withdrawn_at"],
  })
}

/** What is wrong with a template, by itself: NAME_MISSING, TEXT_TOO_LONG, and those of `askedRefusals`. */
export function templateRefusals(details: TemplateDetails): Refusal[] {
  const refusals = [
    ...lengthRefusals(details, { name: LONGEST_LINE, note: LONGEST_TEXT }),
    ...askedRefusals(details),
  ]
  if (details.name.trim() === "")
    refusals.push({ reason: "NAME_MISSING", field: "name", message: "Hãy ghi tên của mẫu báo cáo" })
  return refusals
}
