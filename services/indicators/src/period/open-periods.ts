import { type CalendarDate, dayOf, yearOf } from "@plan43/calendar"
import { batched, DateScalar } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, ObjectType } from "type-graphql"
import type { Indicator } from "../indicator/indicator.ts"
import { planReferenceById } from "../plan/plan-reference.ts"
import { ObservationFrequency } from "./frequency.ts"
import { type Period, periodsOver } from "./period.ts"

@ObjectType({
  simpleResolvers: true,
  description: "A year, or one of its equal parts, that figures are recorded for",
})
export class ObservationPeriod implements Period {
  @Field(() => String, { description: "2025, 2025-H1, 2025-Q3 or 2025-07" })
  key!: string

  @Field(() => ObservationFrequency)
  frequency!: ObservationFrequency

  @Field(() => DateScalar)
  start!: CalendarDate

  @Field(() => DateScalar)
  end!: CalendarDate
}

/** How many periods back figures are asked for, however short the plan has run: of years, back to before the plan. */
const PERIODS_BACK = 12

interface TakenPeriod {
  /** null where the period is closed, for every indicator. */
  indicator_id: string | null
  start: CalendarDate
  end: CalendarDate
}

/**
 * The periods of an indicator's frequency that are over, not closed, and of which nothing is recorded yet: the last ones, and
 * every one since January of the year before its plan, with which its first figures are compared.
 */
export const openPeriods = batched(
  async (ctx, indicators: readonly Indicator[]) => {
    const { em, today } = ctx
    const plans = await Promise.all(indicators.map(({ planId }) => planReferenceById(ctx, planId)))
    const { rows } = await sql<TakenPeriod>`
      select null::uuid as indicator_id, period_start::text as start, period_end::text as end from closed_period
      where withdrawn_at is null
      union all
      select indicator_id, period_start::text, period_end::text from observation
      where indicator_id = any(${indicators.map(({ id }) => id)}::uuid[])
        and superseded_at is null and withdrawn_on is null`.execute(em.getKysely<unknown>())
    const of = Map.groupBy(rows, (row) => row.indicator_id)
    const closed = of.get(null) ?? []
    return indicators.map(({ id, frequency }, index) => {
      const since = dayOf(yearOf(plans[index]?.issuedOn ?? today) - 1, 1, 1)
      const taken = new Set((of.get(id) ?? []).map(({ start, end }) => `${start} ${end}`))
      return periodsOver(today, frequency, { count: PERIODS_BACK, since }).filter(
        ({ start, end }) =>
          !taken.has(`${start} ${end}`) && !closed.some((each) => each.start <= start && end <= each.end),
      )
    })
  },
  ({ id }) => id,
)
