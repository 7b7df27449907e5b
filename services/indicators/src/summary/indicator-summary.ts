import type { CalendarDate } from "@plan43/calendar"
import { TargetKind, targetKinds } from "@plan43/indicator-assessment"
import { DateScalar, type RequestContext, RowsReadableWith } from "@plan43/subgraph"
import { sql } from "kysely"
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql"
import { statesWithData, stateWithoutData } from "../assessment/assessment-condition.ts"
import { AssessmentCount, countsOf } from "../assessment/assessment-count.ts"
import { indicatorConditions } from "../indicator/indicator-conditions.ts"
import { IndicatorFilter } from "../indicator/indicator-filter.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"

@ObjectType({ simpleResolvers: true })
export class HorizonCount {
  @Field(() => Int)
  horizonYear!: number

  @Field(() => Int)
  count!: number
}

@ObjectType({ simpleResolvers: true })
export class TargetKindCount {
  @Field(() => TargetKind)
  kind!: TargetKind

  @Field(() => Int)
  count!: number
}

@RowsReadableWith(OBSERVATIONS)
@ObjectType({
  simpleResolvers: true,
  description: "Counts of indicators at the end of a day; each adds up to `total`",
})
export class IndicatorSummary {
  @Field(() => DateScalar)
  asOf!: CalendarDate

  @Field(() => Int)
  total!: number

  @Field(() => [AssessmentCount], { description: "Every state, zeros included" })
  byAssessment!: AssessmentCount[]

  @Field(() => [HorizonCount], { description: "The nearest horizon first" })
  byHorizon!: HorizonCount[]

  @Field(() => [TargetKindCount], { description: "Every kind, zeros included" })
  byTargetKind!: TargetKindCount[]
}

interface CountedIndicator {
  id: string
  kind: TargetKind
  horizon_year: number
}

async function summariseIndicators(
  ctx: RequestContext,
  filter: IndicatorFilter,
  asOf: CalendarDate,
): Promise<IndicatorSummary> {
  const conditions = await indicatorConditions(ctx, { ...filter, asOf })
  const { rows } =
    await sql<CountedIndicator>`select i.id, i.target_kind as kind, i.horizon_year from indicator i
    where ${sql.join(conditions, sql` and `)}`.execute(ctx.em.getKysely<unknown>())
  const withData = await statesWithData(ctx, asOf)
  const stateOf = ({ id, kind }: CountedIndicator) => withData.get(id) ?? stateWithoutData(kind, asOf)
  const byKind = Map.groupBy(rows, (row) => row.kind)
  const byHorizon = Map.groupBy(rows, (row) => row.horizon_year)
  return {
    asOf,
    total: rows.length,
    byAssessment: countsOf(rows.map(stateOf)),
    byHorizon: [...byHorizon]
      .map(([horizonYear, ofHorizon]) => ({ horizonYear, count: ofHorizon.length }))
      .sort((a, b) => a.horizonYear - b.horizonYear),
    byTargetKind: targetKinds.map((kind) => ({ kind, count: byKind.get(kind)?.length ?? 0 })),
  }
}

@Resolver(() => IndicatorSummary)
export class IndicatorSummaryResolver {
  @Query(() => IndicatorSummary, {
    description: "Counts of the selected indicators at the end of the day `asOf`; today when absent",
  })
  indicatorSummary(
    @Arg("filter", () => IndicatorFilter, { nullable: true }) filter: IndicatorFilter | null,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<IndicatorSummary> {
    return summariseIndicators(ctx, filter ?? {}, asOf ?? filter?.asOf ?? ctx.today)
  }
}
