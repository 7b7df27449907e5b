import type { CalendarDate } from "@plan43/calendar"
import {
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  PageArguments,
  type RequestContext,
  RowsReadableWith,
  SourceReference,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { IndicatorAgencyMention, mentionsOfIndicator } from "../agency/agency-mention.ts"
import { Assessment } from "../assessment/assessment.ts"
import { assessmentOf } from "../assessment/assessment-of-indicator.ts"
import { historyOfIndicator } from "../history/history-of-indicator.ts"
import { ObservationConnection, observationsOfIndicator } from "../observation/observation.loader.ts"
import type { Observation } from "../observation/observation.ts"
import { baselineOfIndicator, IndicatorBaseline } from "../path/indicator-baseline.ts"
import { IndicatorMilestone, milestonesOfIndicator } from "../path/indicator-milestone.ts"
import { Plan, planOf } from "../plan/plan.ts"
import { DEFAULT_PLAN_NUMBER, planIdsOf, planReferenceById } from "../plan/plan-reference.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"
import { findIndicators, indicatorListRequest } from "./find-indicators.ts"
import { childrenOfIndicator, IndicatorConnection, indicatorById } from "./indicator.loader.ts"
import { Indicator } from "./indicator.ts"
import { IndicatorFilter, IndicatorOrder } from "./indicator-filter.ts"

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

  @FieldResolver(() => IndicatorBaseline, {
    nullable: true,
    description: "null while nobody has supplied one",
  })
  baseline(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<IndicatorBaseline | null> {
    return baselineOfIndicator(ctx, indicator.id)
  }

  @FieldResolver(() => [IndicatorMilestone], { description: "Figures on the way, the earliest first" })
  milestones(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<IndicatorMilestone[]> {
    return milestonesOfIndicator(ctx, indicator.id)
  }

  @FieldResolver(() => ObservationConnection, {
    description: "Those that stand today, the latest period first",
  })
  observations(
    @Root() indicator: Indicator,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Observation>> {
    return observationsOfIndicator(ctx, indicator.id, page)
  }

  @FieldResolver(() => Assessment, { description: "At the end of the day `asOf`; today when absent" })
  assessment(
    @Root() indicator: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Assessment> {
    return assessmentOf(ctx, indicator, asOf ?? ctx.today)
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
