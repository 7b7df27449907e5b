import type { CalendarDate } from "@plan43/calendar"
import { measureOf } from "@plan43/indicator-assessment"
import {
  authored,
  type Change,
  ChangeConnection,
  ChangeInput,
  type Connection,
  DateScalar,
  PageArguments,
  payloadOf,
  RecordingPayload,
  type RequestContext,
  RequiresScopes,
  RowsReadableWith,
  SourceReference,
} from "@plan43/subgraph"
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { IndicatorAgencyMention, mentionsOfIndicator } from "../agency/agency-mention.ts"
import { Assessment } from "../assessment/assessment.ts"
import { AssessmentCount, countsOf } from "../assessment/assessment-count.ts"
import { assessmentOf } from "../assessment/assessment-of-indicator.ts"
import { historyOfIndicator } from "../history/history-of-indicator.ts"
import { IndicatorMeasure } from "../measure/measure-type.ts"
import { ObservationConnection, observationsOfIndicator } from "../observation/observation.loader.ts"
import type { Observation } from "../observation/observation.ts"
import { ObservationFrequency } from "../period/frequency.ts"
import { ObservationPeriod, openPeriods } from "../period/open-periods.ts"
import { Plan, planOf } from "../plan/plan.ts"
import { DEFAULT_PLAN_NUMBER, planIdsOf, planReferenceById } from "../plan/plan-reference.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"
import { findIndicators, indicatorListRequest } from "./find-indicators.ts"
import { childrenOfIndicator, IndicatorConnection, indicatorById } from "./indicator.loader.ts"
import { Indicator } from "./indicator.ts"
import { IndicatorFilter, IndicatorOrder } from "./indicator-filter.ts"
import { mayRecord } from "./recordable-indicator.ts"
import { setFrequency } from "./set-frequency.ts"

@InputType()
export class SetObservationFrequencyInput extends ChangeInput {
  @Field(() => ObservationFrequency)
  frequency!: ObservationFrequency
}

@ObjectType({ simpleResolvers: true })
export class IndicatorPayload extends RecordingPayload {
  @Field(() => Indicator, { nullable: true })
  indicator!: Indicator | null
}

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => Indicator, {
    nullable: true,
    description: "By identifier, or by code within a plan (43/KH-UBND when absent)",
  })
  async indicator(
    @Arg("id", () => ID, { nullable: true }) id: string | null,
    @Arg("code", () => String, { nullable: true }) code: string | null,
    @Arg("plan", () => String, { nullable: true }) plan: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Indicator | null> {
    if (id != null) return indicatorById(ctx, id)
    if (code == null) return null
    const [planId] = await planIdsOf(ctx, plan ?? DEFAULT_PLAN_NUMBER)
    return planId === undefined ? null : ctx.em.findOne(Indicator, { planId, code, withdrawnAt: null })
  }

  @Query(() => IndicatorConnection)
  indicators(
    @Arg("filter", () => IndicatorFilter, { nullable: true }) filter: IndicatorFilter | null,
    @Arg("orderBy", () => IndicatorOrder, { nullable: true }) orderBy: IndicatorOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Indicator>> {
    return findIndicators(ctx, indicatorListRequest(filter, orderBy, page))
  }

  @FieldResolver(() => Plan)
  plan(@Root() indicator: Indicator): Plan {
    return planOf(indicator.planId)
  }

  @FieldResolver(() => Indicator, { nullable: true, description: "The heading it stands under" })
  async parent(@Root() { parentId }: Indicator, @Ctx() ctx: RequestContext): Promise<Indicator | null> {
    return parentId === null ? null : indicatorById(ctx, parentId)
  }

  @FieldResolver(() => [Indicator], { description: "Its sub-rows, in printed order" })
  children(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<Indicator[]> {
    return childrenOfIndicator(ctx, indicator.id)
  }

  @FieldResolver(() => Indicator, { nullable: true, description: "The same indicator at the other horizon" })
  async counterpart(
    @Root() { counterpartId }: Indicator,
    @Ctx() ctx: RequestContext,
  ): Promise<Indicator | null> {
    return counterpartId === null ? null : indicatorById(ctx, counterpartId)
  }

  @FieldResolver(() => [Agency], { description: "The agency cell resolved, in printed order" })
  async leads(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    const ids = (await mentionsOfIndicator(ctx, indicator.id)).flatMap(({ agencyId }) => agencyId ?? [])
    return [...new Set(ids)].map(agencyReference)
  }

  @FieldResolver(() => [IndicatorAgencyMention], { description: "The agency cell piece by piece" })
  leadMentions(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<IndicatorAgencyMention[]> {
    return mentionsOfIndicator(ctx, indicator.id)
  }

  @FieldResolver(() => ObservationConnection, {
    description: "The latest period first, as known at the end of the day `asOf`; today when absent",
  })
  observations(
    @Root() indicator: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Observation>> {
    return observationsOfIndicator(ctx, { indicatorId: indicator.id, asOf: asOf ?? ctx.today }, page)
  }

  @FieldResolver(() => Assessment, { description: "At the end of the day `asOf`; today when absent" })
  assessment(
    @Root() indicator: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Assessment> {
    return assessmentOf(ctx, indicator, asOf ?? ctx.today)
  }

  @FieldResolver(() => [AssessmentCount], {
    description: "Of a heading: how many of its sub-rows stand where; states without any are left out",
  })
  async childAssessments(
    @Root() indicator: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<AssessmentCount[]> {
    const children = await childrenOfIndicator(ctx, indicator.id)
    const assessed = await Promise.all(children.map((child) => assessmentOf(ctx, child, asOf ?? ctx.today)))
    return countsOf(assessed.map(({ state }) => state)).filter(({ count }) => count > 0)
  }

  @FieldResolver(() => Boolean, { description: "Whether whoever is asking may record figures of it" })
  mayRecord(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<boolean> {
    return mayRecord(ctx, indicator.id)
  }

  @RequiresScopes("observations:report:own", "observations:write")
  @FieldResolver(() => [ObservationPeriod], {
    nullable: true,
    description:
      "Periods since January of the year before the plan, and in any case the last twelve, that are over, not closed, and without a figure; the latest first",
  })
  openPeriods(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<ObservationPeriod[]> {
    return openPeriods(ctx, indicator)
  }

  @FieldResolver(() => IndicatorMeasure, { description: "What its figures are" })
  measure(@Root() indicator: Indicator): IndicatorMeasure {
    return measureOf(indicator)
  }

  @RequiresScopes("observations:write")
  @Mutation(() => IndicatorPayload, {
    description: "How often it is measured from now on; what was observed stays, whatever its period",
  })
  async setObservationFrequency(
    @Arg("input", () => SetObservationFrequencyInput) input: SetObservationFrequencyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<IndicatorPayload> {
    return payloadOf("indicator", await setFrequency(authored(ctx), input, input, input.frequency))
  }

  @FieldResolver(() => SourceReference)
  async source(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<SourceReference> {
    const plan = await planReferenceById(ctx, indicator.planId)
    if (plan === null) throw new Error(`Plan ${indicator.planId} of an indicator does not exist`)
    const { code: row, line, lastLine } = indicator
    return Object.assign(new SourceReference(), {
      document: plan.number,
      annex: "I",
      part: null,
      row,
      line,
      lastLine,
    })
  }

  @RowsReadableWith(OBSERVATIONS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() indicator: Indicator,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfIndicator(ctx, indicator.id, page)
  }
}
