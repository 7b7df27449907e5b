import type { CalendarDate } from "@plan43/calendar"
import { type AssessmentState, assess, targetKinds } from "@plan43/indicator-assessment"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Indicator } from "../indicator/indicator.ts"
import { readableData } from "../reading/readable-data.ts"
import { assessmentOf } from "./assessment-of-indicator.ts"

/** Where an indicator stands of which nothing was observed or judged: its kind of target alone decides. */
export function stateWithoutData(kind: (typeof targetKinds)[number], asOf: CalendarDate): AssessmentState {
  const target = { kind, minimum: 0, maximum: 0 }
  const nothing = {
    unit: null,
    horizonYear: 2030,
    yearly: false,
    doneOrNot: false,
    baseline: null,
    milestones: [],
  }
  return assess({ target, ...nothing, observation: null, judgement: null }, asOf).state
}

/** The state of every indicator of which something was observed, judged or directed that the viewer may read. */
export async function statesWithData(
  ctx: RequestContext,
  asOf: CalendarDate,
): Promise<ReadonlyMap<string, AssessmentState>> {
  const { rows } = await sql<object>`select i.* from indicator i where exists (
      select 1 from observation o where o.indicator_id = i.id and ${readableData(ctx.viewer, "o")}
    ) or exists (select 1 from judgement j where j.indicator_id = i.id
      and ${readableData(ctx.viewer, "j")}
    ) or exists (select 1 from directed_target d where d.indicator_id = i.id
      and ${readableData(ctx.viewer, "d")})`.execute(ctx.em.getKysely<unknown>())
  const indicators = rows.map((row) => ctx.em.map(Indicator, row as never))
  const assessed = await Promise.all(
    indicators.map(
      async (indicator) => [indicator.id, (await assessmentOf(ctx, indicator, asOf)).state] as const,
    ),
  )
  return new Map(assessed)
}

/**
 * Indicators (alias `i`) in one of the states. Those with data are assessed by the rule itself, in a fixed number of
 * statements: they are as many as the plans have indicators, not as many as their observations. Of the others the kind
 * of target decides, in SQL.
 */
export async function assessedAs(
  ctx: RequestContext,
  states: readonly AssessmentState[],
  asOf: CalendarDate,
): Promise<RawBuilder<SqlBool>> {
  const withData = await statesWithData(ctx, asOf)
  const ids = [...withData].flatMap(([id, state]) => (states.includes(state) ? [id] : []))
  const kinds = targetKinds.filter((kind) => states.includes(stateWithoutData(kind, asOf)))
  return sql<SqlBool>`(i.id = any(${ids}::uuid[])
    or (i.target_kind = any(${kinds}::text[]) and not i.id = any(${[...withData.keys()]}::uuid[])))`
}
