import {
  type Change,
  type Connection,
  historyOf,
  type PageArguments,
  type RequestContext,
} from "@plan43/subgraph"
import { sql } from "kysely"

const history = historyOf(
  () => ({
    sources: [
      { entity: "scorecard_freeze", ids: sql`select f.id from scorecard_freeze f` },
      { entity: "scorecard_method", ids: sql`select m.id from scorecard_method m` },
    ],
  }),
  "text",
)

/** Who kept scorecards or recorded a method, when and why: they belong to no single object, so there is one history of them. */
export function historyOfScorecards(ctx: RequestContext, page: PageArguments): Promise<Connection<Change>> {
  return history(ctx, "scorecards", page)
}
