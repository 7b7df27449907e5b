import type { EntityManager } from "@mikro-orm/postgresql"
import { type CalendarDate, inFigures } from "@plan43/calendar"
import { measureOf, targetDayOf } from "@plan43/indicator-assessment"
import {
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
import { IndicatorBaseline } from "./indicator-baseline.ts"
import { IndicatorMilestone } from "./indicator-milestone.ts"

/** All that is recorded of a baseline; a correction gives all of it again. */
export interface BaselineDetails {
  on: CalendarDate
  value: number
  unit: string | null
  source: string
  evidence: string | null
  /** Files that prove it, uploaded before; none where absent. */
  fileIds?: readonly string[]
}

/** All that is recorded of a milestone; a correction gives all of it again. */
export interface MilestoneDetails {
  on: CalendarDate
  value: number
  unit: string | null
  source: string | null
  /** Files that prove it, uploaded before; none where absent. */
  fileIds?: readonly string[]
}

/** Records where the way to a target begins, or corrects it. */
export function recordBaseline(
  ctx: RecordingContext,
  request: RecordingRequest,
  about: FactToRecord<IndicatorBaseline>["about"],
  details: BaselineDetails,
): Promise<Outcome<IndicatorBaseline>> {
  const { on, value, source, evidence, fileIds } = details
  return recordFact(ctx, request, {
    entity: IndicatorBaseline,
    table: "indicator_baseline",
    about,
    given: details,
    once: { index: "baseline_of_indicator", refusal: BASELINE_STANDS },
    contentOf: async (em, indicator) => ({
      refusals: baselineRefusals(indicator, details, ctx.today),
      columns: {
        ...{ measured_on: on, value, source: source.trim(), evidence },
        file_ids: await attachToFact(em, ctx, "indicator_baseline", indicator, fileIds),
      },
    }),
  })
}

/** Records a figure to be reached on the way, or corrects it. */
export function recordMilestone(
  ctx: RecordingContext,
  request: RecordingRequest,
  about: FactToRecord<IndicatorMilestone>["about"],
  details: MilestoneDetails,
): Promise<Outcome<IndicatorMilestone>> {
  const { on, value, source, fileIds } = details
  return recordFact(ctx, request, {
    entity: IndicatorMilestone,
    table: "indicator_milestone",
    about,
    given: details,
    once: { index: "milestone_of_day", refusal: MILESTONE_STANDS },
    contentOf: async (em, indicator) => ({
      refusals: milestoneRefusals(indicator, details, await baselineDay(em, indicator.id)),
      columns: {
        ...{ due_on: on, value, source },
        file_ids: await attachToFact(em, ctx, "indicator_milestone", indicator, fileIds),
      },
    }),
  })
}

async function baselineDay(em: EntityManager, indicatorId: string): Promise<CalendarDate | null> {
  const baseline = await em.findOne(IndicatorBaseline, { indicatorId, supersededAt: null, withdrawnOn: null })
  return baseline?.on ?? null
}

type PathRow = Pick<RecordableIndicator, "name" | "unit" | "target" | "horizonYear">

/** A way leads to figures; what is done or not, judged, or a heading has none. */
function hasPath(row: PathRow): boolean {
  return !["WORDS", "DONE_OR_NOT"].includes(measureOf(row)) && row.target.kind !== "RANK_GROUP"
}

/**
 * What is wrong with a baseline: NO_PATH, DATE_IN_FUTURE, SOURCE_MISSING, TEXT_TOO_LONG, and those of
 * {@link figureRefusals}.
 */
export function baselineRefusals(row: PathRow, details: BaselineDetails, today: CalendarDate): Refusal[] {
  if (!hasPath(row)) return [NO_PATH]
  const refusals = [
    ...lengthRefusals(details, { source: LONGEST_LINE, evidence: LONGEST_TEXT, unit: LONGEST_LINE }),
    ...figureRefusals(row, details),
  ]
  if (details.on > today)
    refusals.push({
      reason: "DATE_IN_FUTURE",
      field: "on",
      message: `Ngày của số liệu gốc không được sau hôm nay (${inFigures(today)})`,
    })
  if (details.source.trim() === "")
    refusals.push({ reason: "SOURCE_MISSING", field: "source", message: "Hãy ghi nguồn số liệu gốc" })
  return refusals
}

/**
 * What is wrong with a milestone: NO_PATH, DATE_OFF_PATH, TEXT_TOO_LONG, and those of {@link figureRefusals}.
 * @param baseline the day of the baseline; null while there is none
 */
export function milestoneRefusals(
  row: PathRow,
  details: MilestoneDetails,
  baseline: CalendarDate | null,
): Refusal[] {
  if (!hasPath(row)) return [NO_PATH]
  const refusals = [
    ...lengthRefusals(details, { source: LONGEST_LINE, unit: LONGEST_LINE }),
    ...figureRefusals(row, details),
  ]
  const target = targetDayOf(row.horizonYear)
  if (details.on >= target || (baseline !== null && details.on <= baseline))
    refusals.push({
      reason: "DATE_OFF_PATH",
      field: "on",
      message:
        baseline === null
          ? `Mốc phải trước ngày đích ${inFigures(target)}`
          : `Mốc phải sau ngày của số liệu gốc ${inFigures(baseline)} và trước ngày đích ${inFigures(target)}`,
    })
  return refusals
}

const NO_PATH = {
  reason: "NO_PATH",
  field: "indicatorId",
  message: "Chỉ tiêu này không có lộ trình bằng con số",
}

const BASELINE_STANDS = {
  reason: "BASELINE_STANDS",
  field: "indicatorId",
  message: "Chỉ tiêu này đã có số liệu gốc; hãy đính chính số liệu đó",
}

const MILESTONE_STANDS = {
  reason: "MILESTONE_STANDS",
  field: "on",
  message: "Ngày này đã có mốc; hãy đính chính mốc đó hoặc chọn ngày khác",
}
