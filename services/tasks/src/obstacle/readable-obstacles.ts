import { readableBy } from "@plan43/agency-scope"
import type { RequestContext, RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { ObstacleAction } from "./obstacle-state.ts"

/** Steps that those who raised an obstacle hear of, also where it was merged into another. */
export const SETTLING: readonly ObstacleAction[] = ["DECIDE", "ANSWER", "DECLINE"]

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

/** Steps (alias `s`) of obstacles that somebody may read, and those that settle the one as which such an obstacle goes on. */
export function readableSteps(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from obstacle o where ${readableObstacles(viewer)}
    and (o.id = s.obstacle_id or o.merged_into = s.obstacle_id and s.action = any(${SETTLING}::text[])))`
}
