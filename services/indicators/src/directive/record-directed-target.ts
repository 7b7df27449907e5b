import { type CalendarDate, inFigures } from "@plan43/calendar"
import {
  isWebAddress,
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
} from "@plan43/subgraph"
import { attachToFact } from "../evidence/attach-to-fact.ts"
import { type FactToRecord, recordFact } from "../fact/record-fact.ts"
import type { RecordableIndicator } from "../indicator/recordable-indicator.ts"
import { figureRefusals } from "../measure/figure-refusals.ts"
import { DirectedTarget, type DirectedTargetKind } from "./directed-target.ts"

/** All that is recorded of a directed target; a correction gives all of it again. */
export interface DirectedTargetDetails {
  kind: DirectedTargetKind
  minimum: number | null
  maximum: number | null
  note: string | null
  documentNumber: string
  documentIssuedOn: CalendarDate
  documentIssuer: string
  documentLink: string | null
  /** The document itself, uploaded before; no file where absent. */
  fileIds?: readonly string[]
}

/** Records what an authority directed for an indicator, or what took its place. */
export function recordDirectedTarget(
  ctx: RecordingContext,
  request: RecordingRequest,
  about: FactToRecord<DirectedTarget>["about"],
  details: DirectedTargetDetails,
): Promise<Outcome<DirectedTarget>> {
  return recordFact(ctx, request, {
    entity: DirectedTarget,
    table: "directed_target",
    about,
    given: details,
    once: { index: "directed_target_of_indicator", refusal: STANDS },
    contentOf: async (em, indicator) => ({
      refusals: directedTargetRefusals(indicator, details, ctx.today),
      columns: {
        kind: details.kind,
        minimum: details.minimum,
        maximum: details.maximum,
        note: details.note,
        document_number: details.documentNumber.trim(),
        document_issued_on: details.documentIssuedOn,
        document_issuer: details.documentIssuer.trim(),
        document_link: details.documentLink,
        file_ids: await attachToFact(em, ctx, "directed_target", indicator, details.fileIds),
      },
    }),
  })
}

const LONGEST = {
  note: LONGEST_TEXT,
  documentNumber: LONGEST_LINE,
  documentIssuer: LONGEST_LINE,
  documentLink: LONGEST_TEXT,
}

/** Which figures each kind has. */
const FIGURES: Readonly<Record<DirectedTargetKind, readonly ("minimum" | "maximum")[]>> = {
  AT_LEAST: ["minimum"],
  MORE_THAN: ["minimum"],
  VALUE: ["minimum"],
  AT_MOST: ["maximum"],
  RANGE: ["minimum", "maximum"],
  QUALITATIVE: [],
}

/**
 * What is wrong with a directed target: NOT_DIRECTED, FIGURE_MISSING, FIGURE_NOT_TAKEN, FIGURES_OUT_OF_ORDER,
 * NOTE_MISSING, DOCUMENT_MISSING, DATE_IN_FUTURE, LINK_MALFORMED, TEXT_TOO_LONG, and those of {@link figureRefusals}.
 */
export function directedTargetRefusals(
  indicator: Pick<RecordableIndicator, "name" | "unit" | "target">,
  details: DirectedTargetDetails,
  today: CalendarDate,
): Refusal[] {
  if (indicator.target.kind !== "DIRECTIVE") return [NOT_DIRECTED]
  const { kind, minimum, maximum, note, documentNumber, documentIssuer, documentIssuedOn, documentLink } =
    details
  const refusals = lengthRefusals(details, LONGEST)
  for (const field of ["minimum", "maximum"] as const) {
    const value = details[field]
    const taken = FIGURES[kind].includes(field)
    if (taken && value === null)
      refusals.push({ reason: "FIGURE_MISSING", field, message: "Hãy ghi mức được chỉ đạo" })
    if (!taken && value !== null)
      refusals.push({
        reason: "FIGURE_NOT_TAKEN",
        field,
        message: "Dạng mục tiêu này không có mức này; hãy để trống",
      })
    if (taken && value !== null)
      refusals.push(
        ...figureRefusals(indicator, { value, unit: indicator.unit }, { value: field, unit: field }),
      )
  }
  if (minimum !== null && maximum !== null && maximum < minimum)
    refusals.push({
      reason: "FIGURES_OUT_OF_ORDER",
      field: "maximum",
      message: "Mức cao nhất không được thấp hơn mức thấp nhất",
    })
  if (kind === "QUALITATIVE" && (note === null || note.trim() === ""))
    refusals.push({ reason: "NOTE_MISSING", field: "note", message: "Hãy ghi nội dung được chỉ đạo" })
  if (documentNumber.trim() === "")
    refusals.push({
      reason: "DOCUMENT_MISSING",
      field: "documentNumber",
      message: "Hãy ghi số văn bản chỉ đạo",
    })
  if (documentIssuer.trim() === "")
    refusals.push({
      reason: "DOCUMENT_MISSING",
      field: "documentIssuer",
      message: "Hãy ghi cơ quan ban hành",
    })
  if (documentIssuedOn > today)
    refusals.push({
      reason: "DATE_IN_FUTURE",
      field: "documentIssuedOn",
      message: `Ngày ban hành không được sau hôm nay (${inFigures(today)})`,
    })
  if (documentLink !== null && !isWebAddress(documentLink))
    refusals.push({
      reason: "LINK_MALFORMED",
      field: "documentLink",
      message: `“${documentLink}” không phải địa chỉ web; hãy ghi đầy đủ, ví dụ https://example.org`,
    })
  return refusals
}

const NOT_DIRECTED = {
  reason: "NOT_DIRECTED",
  field: "indicatorId",
  message: "Mục tiêu của chỉ tiêu này do Kế hoạch ấn định, không theo chỉ đạo",
}

const STANDS = {
  reason: "TARGET_STANDS",
  field: "indicatorId",
  message: "Chỉ tiêu này đã có mục tiêu được chỉ đạo; hãy đính chính mục tiêu đó",
}
