import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { Agency } from "../reference/references.ts"
import { scorecardOfAgency } from "./find-scorecards.ts"
import { requireScorable } from "./score-period.ts"
import { Scorecard } from "./scorecard.ts"

/** What this subgraph adds to an agency. */
@Resolver(() => Agency)
export class ScorecardOfAgencyResolver {
  @RequiresScopes("scorecards:read", "scorecards:read:own")
  @FieldResolver(() => Scorecard, {
    nullable: true,
    description:
      "Its scorecard of a period as it is now, from day to day, both included; null where there is none that whoever asks may read",
  })
  scorecard(
    @Root() { id: agencyId }: Agency,
    @Arg("from", () => DateScalar) from: CalendarDate,
    @Arg("to", () => DateScalar) to: CalendarDate,
    @Ctx() ctx: RequestContext,
  ): Promise<Scorecard | null> {
    requireScorable({ from, to }, ctx.today)
    return scorecardOfAgency(ctx, { agencyId, from, to })
  }
}
