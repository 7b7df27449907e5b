import type { EntityManager } from "@mikro-orm/postgresql"
import { type CalendarDate, inFigures } from "@plan43/calendar"
import { measureOf } from "@plan43/indicator-assessment"
import { announce } from "@plan43/outbox"
import {
  hasScope,
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  type StandingRow,
} from "@plan43/subgraph"
import { closedPeriodAround } from "../closing/closed-period-around.ts"
import { attachToFact } from "../evidence/attach-to-fact.ts"
import { recordFact, withdrawFact } from "../fact/record-fact.ts"
import type { RecordableIndicator } from "../indicator/recordable-indicator.ts"
import { figureRefusals } from "../measure/figure-refusals.ts"
import { type Period, periodBetween, periodInWords, periodNamed, periodOn } from "../period/period.ts"
import { Observation } from "./observation.ts"

/** What is recorded of a period; a correction gives all of it again. */
export interface ObservationDetails {
  value: number | null
  /** The unit that the value is meant in; must be the indicator's. */
  unit: string | null
  provisional: boolean
  source: string
  evidence: string | null
  note: string | null
  /** Files that prove it, uploaded before; none where absent. */
  fileIds?: readonly string[]
}

/** Records what was observed of an indicator over a period. */
export function recordObservation(
  ctx: RecordingContext,
  request: RecordingRequest,
  about: { indicatorId: string; periodKey: string },
  details: ObservationDetails,
): Promise<Outcome<Observation>> {
  const period = periodNamed(about.periodKey)
  if (period === null) return Promise.resolve({ refusals: [periodMalformed(about.periodKey)] })
  return recordFact(ctx, request, {
    entity: Observation,
    table: "observation",
    about: { indicatorId: about.indicatorId },
    given: { periodKey: about.periodKey, ...details },
    once: { index: "observation_of_period", refusal: periodTaken(period) },
    contentOf: async (em, indicator) => ({
      refusals: [
        ...periodRefusals(indicator, period, ctx.today),
        ...(await closingRefusals(em, period.start, period.end)),
        ...observationRefusals(indicator, details),
      ],
      columns: {
        ...columnsOf(details),
        file_ids: await attachToFact(em, ctx, "observation", indicator, details.fileIds),
        period_start: period.start,
        period_end: period.end,
      },
    }),
    announce: (em, indicator) => tell(em, ctx, "observation.recorded", indicator),
  })
}

/** Puts a corrected figure in the place of one that stands, for the same period; the old one stays readable. */
export function correctObservation(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: ObservationDetails,
): Promise<Outcome<Observation>> {
  return recordFact(ctx, request, {
    entity: Observation,
    table: "observation",
    about: { corrects: { id: standing.id, version: standing.version } },
    given: details,
    contentOf: async (em, indicator, before) => {
      if (before === null) throw new Error("a correction has what it corrects")
      const { periodStart, periodEnd } = before
      return {
        refusals: [
          ...(await closingRefusals(em, periodStart, periodEnd)),
          ...observationRefusals(indicator, details),
        ],
        columns: {
          ...columnsOf(details),
          file_ids: await attachToFact(em, ctx, "observation", indicator, details.fileIds),
          period_start: periodStart,
          period_end: periodEnd,
        },
      }
    },
    announce: (em, indicator) => tell(em, ctx, "observation.corrected", indicator),
  })
}

/** Withdraws what was observed over a period; what the public sees only a coordinator withdraws. */
export function withdrawObservation(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<Observation>> {
  return withdrawFact(ctx, request, {
    entity: Observation,
    table: "observation",
    standing,
    check: async (em, { periodStart, periodEnd, publishedAt }) => {
      const refusals = await closingRefusals(em, periodStart, periodEnd)
      if (publishedAt !== null && !hasScope(ctx.viewer, "observations:write")) refusals.push(PUBLISHED)
      if (refusals.length > 0) throw new Refused(refusals)
    },
  })
}

function columnsOf({ value, provisional, source, evidence, note }: ObservationDetails) {
  return {
    value,
    provisional,
    source: source.trim(),
    evidence: evidence?.trim() ?? null,
    note: note?.trim() ?? null,
  }
}

function tell(
  em: EntityManager,
  { viewer }: RecordingContext,
  type: "observation.recorded" | "observation.corrected",
  { id, code, answeringIds }: RecordableIndicator,
): Promise<void> {
  return announce(em, {
    type,
    subject: { kind: "Indicator", id },
    agencyIds: answeringIds,
    actor: viewer.id,
    data: { indicatorCode: code },
  })
}

const LONGEST = { source: LONGEST_LINE, evidence: LONGEST_TEXT, note: LONGEST_TEXT, unit: LONGEST_LINE }

/**
 * What is wrong with what is recorded of an indicator: HEADING_TAKES_NO_FIGURE, VALUE_MISSING, SOURCE_MISSING,
 * TEXT_TOO_LONG, and those of {@link figureRefusals}.
 */
export function observationRefusals(
  indicator: Pick<RecordableIndicator, "name" | "unit" | "target">,
  details: ObservationDetails,
): Refusal[] {
  if (indicator.target.kind === "NONE") return [HEADING]
  const { value, source, note, unit } = details
  const refusals = lengthRefusals(details, LONGEST)
  if (value !== null) refusals.push(...figureRefusals(indicator, { value, unit }))
  else if (isMeasured(indicator)) refusals.push(VALUE_MISSING)
  else if (note === null || note.trim() === "") refusals.push(NOTE_MISSING)
  if (source.trim() === "") refusals.push(SOURCE_MISSING)
  return refusals
}

/** A rank group may be told in words: who ranks may publish no places. */
function isMeasured(indicator: Pick<RecordableIndicator, "name" | "unit" | "target">): boolean {
  return measureOf(indicator) !== "WORDS" && indicator.target.kind !== "RANK_GROUP"
}

/** What is wrong with a period: PERIOD_OF_OTHER_FREQUENCY, PERIOD_IN_FUTURE. */
export function periodRefusals(
  { frequency }: Pick<RecordableIndicator, "frequency">,
  period: Period,
  today: CalendarDate,
): Refusal[] {
  const refusals: Refusal[] = []
  if (period.frequency !== frequency) {
    const right = periodInWords(periodOn(period.start, frequency))
    refusals.push({
      reason: "PERIOD_OF_OTHER_FREQUENCY",
      field: "periodKey",
      message: `Kỳ “${periodInWords(period)}” không đúng tần suất của chỉ tiêu; kỳ đúng có dạng “${right}”`,
    })
  }
  if (period.end > today)
    refusals.push({
      reason: "PERIOD_IN_FUTURE",
      field: "periodKey",
      message: `Kỳ “${periodInWords(period)}” chưa kết thúc; chỉ ghi số liệu của kỳ đã kết thúc`,
    })
  return refusals
}

/** Refuses what lies within a closed period; keeps periods from being closed until the transaction ends. */
async function closingRefusals(
  em: EntityManager,
  start: CalendarDate,
  end: CalendarDate,
): Promise<Refusal[]> {
  const closed = await closedPeriodAround(em, start, end)
  if (closed === null) return []
  const period = periodBetween(start, end)
  const words = period === null ? `${start} – ${end}` : periodInWords(period)
  return [
    {
      reason: "PERIOD_CLOSED",
      field: "periodKey",
      message: `Kỳ “${words}” đã khóa sổ ngày ${inFigures(closed.closedOn)}; hãy ghi vào kỳ sau, hoặc đề nghị điều phối viên mở lại kỳ`,
    },
  ]
}

function periodMalformed(key: string): Refusal {
  return {
    reason: "PERIOD_MALFORMED",
    field: "periodKey",
    message: `“${key}” không phải một kỳ; hãy ghi như 2025, 2025-H1, 2025-Q3 hoặc 2025-07`,
  }
}

function periodTaken(period: Period): Refusal {
  return {
    reason: "PERIOD_TAKEN",
    field: "periodKey",
    message: `Kỳ “${periodInWords(period)}” đã có số liệu; hãy đính chính số liệu đó`,
  }
}

const HEADING = {
  reason: "HEADING_TAKES_NO_FIGURE",
  field: "indicatorId",
  message: "Đây là dòng tiêu đề, không có số liệu riêng; hãy ghi vào các chỉ tiêu thành phần",
}

const VALUE_MISSING = { reason: "VALUE_MISSING", field: "value", message: "Hãy ghi giá trị bằng số" }

const NOTE_MISSING = {
  reason: "VALUE_MISSING",
  field: "note",
  message: "Không có con số thì phải ghi nhận xét",
}

const SOURCE_MISSING = {
  reason: "SOURCE_MISSING",
  field: "source",
  message: "Hãy ghi nguồn số liệu: cơ quan đo hoặc công bố",
}

const PUBLISHED = {
  reason: "PUBLISHED",
  field: "id",
  message: "Số liệu này đã công khai; hãy đính chính, hoặc đề nghị điều phối viên rút",
}
