import { withheldFrom } from "@plan43/agency-scope"
import { batched, type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { sql } from "kysely"
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql"
import { Agency } from "../agency/agency.ts"
import { readableObstacles } from "./readable-obstacles.ts"

/** Obstacles of agencies, raised by them or their predecessors, that wait for somebody; for all agencies at once. */
const openObstaclesOf = batched(async (ctx: RequestContext, agencyIds: readonly string[]) => {
  const { rows } = await sql<{ id: string; open: string }>`
    select asked.id, (
      select count(*) from obstacle o
      where o.state in ('RAISED', 'RETURNED', 'ACCEPTED', 'SENT_UP', 'DECIDED') and ${readableObstacles(ctx.viewer)}
        and o.agency_id in (
          select asked.id union all
          select related_id from agency_relation where agency_id = asked.id and kind = 'PREDECESSOR')
        and not ${withheldFrom(sql.ref<string>("asked.id"))(sql`o.id`, sql`o.agency_id`)}) as open
    from unnest(${[...agencyIds]}::uuid[]) as asked(id)`.execute(ctx.em.getKysely<unknown>())
  const counts = new Map(rows.map(({ id, open }) => [id, Number(open)]))
  return agencyIds.map((id) => counts.get(id) ?? 0)
})

@Resolver(() => Agency)
export class AgencyOpenObstaclesResolver {
  @RequiresScopes("obstacles:read", "obstacles:read:own")
  @FieldResolver(() => Int, {
    description: "Obstacles that it or its predecessors raised and that wait for somebody",
  })
  openObstacles(@Root() { id }: Agency, @Ctx() ctx: RequestContext): Promise<number> {
    return openObstaclesOf(ctx, id)
  }
}
