import { type CalendarDate, inFigures } from "@plan43/calendar"
import { isJudged, type JudgedState, judgedStates, type TargetKind } from "@plan43/indicator-assessment"
import { announce } from "@plan43/outbox"
import {
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
} from "@plan43/subgraph"
import { DirectedTarget } from "../directive/directed-target.ts"
import { attachToFact } from "../evidence/attach-to-fact.ts"
import { type FactToRecord, recordFact } from "../fact/record-fact.ts"
import { Judgement } from "./judgement.ts"

/** All that is recorded of a judgement; a correction gives all of it again. */
export interface JudgementDetails {
  state: JudgedState
  on: CalendarDate
  evidence: string
  source: string
  /** Files that prove it, uploaded before; none where absent. */
  fileIds?: readonly string[]
}

/** Records what a coordinator judges an indicator to be, or corrects what was judged. */
export function recordJudgement(
  ctx: RecordingContext,
  request: RecordingRequest,
  about: FactToRecord<Judgement>["about"],
  details: JudgementDetails,
): Promise<Outcome<Judgement>> {
  const { state, on, evidence, source, fileIds } = details
  return recordFact(ctx, request, {
    entity: Judgement,
    table: "judgement",
    about,
    given: details,
    contentOf: async (em, indicator) => {
      const { id, target } = indicator
      const kind = await em.findOne(DirectedTarget, {
        indicatorId: id,
        supersededAt: null,
        withdrawnOn: null,
      })
      return {
        refusals: judgementRefusals({ ...target, kind: kind?.kind ?? target.kind }, details, ctx.today),
        columns: {
          ...{ state, judged_on: on, evidence: evidence.trim(), source: source.trim() },
          file_ids: await attachToFact(em, ctx, "judgement", indicator, fileIds),
        },
      }
    },
    announce: (em, { id, code, answeringIds }) =>
      announce(em, {
        type: "indicator.judged",
        subject: { kind: "Indicator", id },
        agencyIds: answeringIds,
        actor: ctx.viewer.id,
        data: { indicatorCode: code },
      }),
  })
}

/** A target that holds only where somebody ranks. Source: Plan 43/KH-UBND, Annex I, row 3. */
const ONLY_IF_RANKED = /trong trường hợp có đánh giá/iu

/**
 * What a target may be judged to be: any state where it has no figure; not applicable where it holds only if a ranking
 * is made; nothing where figures decide.
 */
export function judgeable({ kind, note }: { kind: TargetKind; note: string | null }): readonly JudgedState[] {
  const conditional = note !== null && ONLY_IF_RANKED.test(note)
  if (isJudged(kind)) return conditional ? [...judgedStates, "NOT_APPLICABLE"] : judgedStates
  return conditional ? ["NOT_APPLICABLE"] : []
}

/**
 * What is wrong with a judgement: NOT_JUDGED, STATE_NOT_TAKEN, DATE_IN_FUTURE, EVIDENCE_MISSING, SOURCE_MISSING,
 * TEXT_TOO_LONG.
 */
export function judgementRefusals(
  target: { kind: TargetKind; note: string | null },
  details: JudgementDetails,
  today: CalendarDate,
): Refusal[] {
  const takes = judgeable(target)
  const refusals = lengthRefusals(details, { evidence: LONGEST_TEXT, source: LONGEST_LINE })
  if (takes.length === 0)
    refusals.push({
      reason: "NOT_JUDGED",
      field: "indicatorId",
      message: "Chỉ tiêu này được đánh giá bằng số liệu, không đánh giá bằng tay",
    })
  else if (!takes.includes(details.state))
    refusals.push({
      reason: "STATE_NOT_TAKEN",
      field: "state",
      message:
        takes[0] === "NOT_APPLICABLE"
          ? "Chỉ tiêu này được đánh giá bằng số liệu; chỉ có thể ghi “không áp dụng” khi không có xếp hạng"
          : "Chỉ tiêu này luôn áp dụng; hãy chọn một kết quả đánh giá khác",
    })
  if (details.on > today)
    refusals.push({
      reason: "DATE_IN_FUTURE",
      field: "on",
      message: `Ngày đánh giá không được sau hôm nay (${inFigures(today)})`,
    })
  if (details.evidence.trim() === "")
    refusals.push({
      reason: "EVIDENCE_MISSING",
      field: "evidence",
      message: "Hãy ghi minh chứng của đánh giá",
    })
  if (details.source.trim() === "")
    refusals.push({ reason: "SOURCE_MISSING", field: "source", message: "Hãy ghi nơi công bố minh chứng" })
  return refusals
}
