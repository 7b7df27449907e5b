import { type Connection, PageArguments, type RequestContext } from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { indicatorListRequest, indicatorsOfPlan } from "../indicator/find-indicators.ts"
import { IndicatorConnection } from "../indicator/indicator.loader.ts"
import type { Indicator } from "../indicator/indicator.ts"
import { IndicatorFilter, IndicatorOrder } from "../indicator/indicator-filter.ts"
import { Plan } from "./plan.ts"

/** What this subgraph adds to a plan. */
@Resolver(() => Plan)
export class PlanIndicatorsResolver {
  @FieldResolver(() => IndicatorConnection, { description: "Annex I" })
  indicators(
    @Root() plan: Plan,
    @Arg("filter", () => IndicatorFilter, { nullable: true }) filter: IndicatorFilter | null,
    @Arg("orderBy", () => IndicatorOrder, { nullable: true }) orderBy: IndicatorOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Indicator>> {
    return indicatorsOfPlan(ctx, plan.id, indicatorListRequest(filter, orderBy, page))
  }
}
