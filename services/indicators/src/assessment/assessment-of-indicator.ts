import type { CalendarDate } from "@plan43/calendar"
import { batched, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import type { Indicator } from "../indicator/indicator.ts"
import { Judgement } from "../judgement/judgement.ts"
import { Observation } from "../observation/observation.ts"
import { baselineOfIndicator } from "../path/indicator-baseline.ts"
import { milestonesOfIndicator } from "../path/indicator-milestone.ts"
import { readableData } from "../reading/readable-data.ts"
import { type Assessed, assess } from "./assess.ts"

/** An indicator, and the day whose knowledge is asked for. */
export interface IndicatorOnDay {
  indicatorId: string
  asOf: CalendarDate
}

const keyOf = ({ indicatorId, asOf }: IndicatorOnDay) => `${indicatorId} ${asOf}`

/** Rows recorded by the end of a day in Hà Nội, and not superseded by then. */
const KNOWN = sql`(r.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <= asked.as_of
  and (r.superseded_at is null or (r.superseded_at at time zone 'Asia/Ho_Chi_Minh')::date > asked.as_of)`

function asked(keys: readonly IndicatorOnDay[]) {
  return sql`unnest(${keys.map((key) => key.indicatorId)}::uuid[], ${keys.map((key) => key.asOf)}::date[])
    with ordinality as asked(indicator_id, as_of, number)`
}

/** What was last observed of an indicator, as it was known at the end of a day to those who may read what the viewer may. */
export const latestObservation = batched(async (ctx, keys: readonly IndicatorOnDay[]) => {
  const { rows } = await sql<{
    number: string
  }>`select asked.number, latest.* from ${asked(keys)} cross join lateral (
      select r.* from observation r where r.indicator_id = asked.indicator_id and r.period_end <= asked.as_of and ${KNOWN}
        and ${readableData(ctx.viewer, "r")}
      order by r.period_end desc, r.period_start desc, r.recorded_at desc limit 1
    ) latest`.execute(ctx.em.getKysely<unknown>())
  const found = new Map(
    rows.map(({ number, ...columns }) => [Number(number), ctx.em.map(Observation, columns as never)]),
  )
  return keys.map((_key, index) => found.get(index + 1) ?? null)
}, keyOf)

/** How an indicator was last judged, as it was known at the end of a day. */
export const latestJudgement = batched(async (ctx, keys: readonly IndicatorOnDay[]) => {
  const { rows } = await sql<{
    number: string
  }>`select asked.number, latest.* from ${asked(keys)} cross join lateral (
      select r.* from judgement r where r.indicator_id = asked.indicator_id and r.judged_on <= asked.as_of and ${KNOWN}
        and ${readableData(ctx.viewer, "r")}
      order by r.judged_on desc, r.recorded_at desc limit 1
    ) latest`.execute(ctx.em.getKysely<unknown>())
  const found = new Map(
    rows.map(({ number, ...columns }) => [Number(number), ctx.em.map(Judgement, columns as never)]),
  )
  return keys.map((_key, index) => found.get(index + 1) ?? null)
}, keyOf)

/** Where an indicator stands at the end of a day, from all that was known by then and that the viewer may read. */
export async function assessmentOf(
  ctx: RequestContext,
  indicator: Indicator,
  asOf: CalendarDate,
): Promise<Assessed<Observation>> {
  const key = { indicatorId: indicator.id, asOf }
  const [observation, judgement, baseline, milestones] = await Promise.all([
    latestObservation(ctx, key),
    latestJudgement(ctx, key),
    baselineOfIndicator(ctx, indicator.id),
    milestonesOfIndicator(ctx, indicator.id),
  ])
  const { target, unit, horizonYear, yearly } = indicator
  return assess({ target, unit, horizonYear, yearly, baseline, milestones, observation, judgement }, asOf)
}
