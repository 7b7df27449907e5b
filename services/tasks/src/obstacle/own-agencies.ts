import type { EntityManager } from "@mikro-orm/postgresql"
import { agencyWithin } from "@plan43/agency-scope"
import type { Identity } from "@plan43/authorization"
import { batched } from "@plan43/subgraph"
import { sql } from "kysely"

const REACH = { throughGroups: false, inherited: true }

/** The agencies for which somebody acts: the own one and those that it succeeded. */
export async function ownAgencies(em: EntityManager, viewer: Identity | null): Promise<readonly string[]> {
  if (viewer === null || viewer.agencyId === null) return []
  const { ids } = agencyWithin(sql<string>`${viewer.agencyId}::uuid`, REACH)
  const { rows } = await sql<{ id: string }>`select own.id from (${ids}) own(id)`.execute(
    em.getKysely<unknown>(),
  )
  return rows.map(({ id }) => id)
}

/** Those of the obstacles that the own agency raised, or that came to it when it succeeded whoever did. */
export async function ownObstacles(
  em: EntityManager,
  viewer: Identity | null,
  obstacleIds: readonly string[],
): Promise<readonly string[]> {
  if (viewer === null || viewer.agencyId === null) return []
  const { ids, withheld } = agencyWithin(sql<string>`${viewer.agencyId}::uuid`, REACH)
  const { rows } = await sql<{ id: string }>`select o.id from obstacle o
    where o.id = any(${[...obstacleIds]}::uuid[]) and o.agency_id in (${ids})
      and not ${withheld(sql`o.id`, sql`o.agency_id`)}`.execute(em.getKysely<unknown>())
  return rows.map(({ id }) => id)
}

/** Whether whoever is asking acts for those who raised an obstacle. */
export const isOwnObstacle = batched(async (ctx, obstacleIds: readonly string[]): Promise<boolean[]> => {
  const own = await ownObstacles(ctx.em, ctx.viewer, obstacleIds)
  return obstacleIds.map((id) => own.includes(id))
})
