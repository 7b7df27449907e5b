import { readableBy } from "@plan43/agency-scope"
import type { RequestContext, RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/** The rule of obstacles. */
export const OBSTACLES: RowRule = { all: "obstacles:read", own: "obstacles:read:own" }

/** Obstacles (alias `o`) that somebody may read: all, or those that the own agency raised or inherited; none is public. */
export function readableObstacles(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  const readable = readableBy(viewer, OBSTACLES, {
    published: sql<SqlBool>`false`,
    concerns: (agencies, withheld) =>
      sql<SqlBool>`(o.agency_id in (${agencies}) and not ${withheld(sql`o.id`, sql`o.agency_id`)})`,
  })
  return sql<SqlBool>`(o.withdrawn_at is null and ${readable})`
}
