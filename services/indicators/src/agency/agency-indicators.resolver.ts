import { type Connection, PageArguments, type RequestContext } from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { indicatorListRequest, indicatorsFollowedBy } from "../indicator/find-indicators.ts"
import { IndicatorConnection } from "../indicator/indicator.loader.ts"
import type { Indicator } from "../indicator/indicator.ts"
import { IndicatorFilter, IndicatorOrder } from "../indicator/indicator-filter.ts"
import { Agency } from "./agency.ts"

/** What this subgraph adds to an agency. */
@Resolver(() => Agency)
export class AgencyIndicatorsResolver {
  @FieldResolver(() => IndicatorConnection, {
    description: "Indicators that it follows and evaluates, by name; further ones as the filter says",
  })
  indicators(
    @Root() agency: Agency,
    @Arg("filter", () => IndicatorFilter, { nullable: true }) filter: IndicatorFilter | null,
    @Arg("orderBy", () => IndicatorOrder, { nullable: true }) orderBy: IndicatorOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Indicator>> {
    return indicatorsFollowedBy(ctx, agency.id, indicatorListRequest(filter, orderBy, page))
  }
}
