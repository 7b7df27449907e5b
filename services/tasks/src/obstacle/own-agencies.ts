import type { EntityManager } from "@mikro-orm/postgresql"
import { agencyIdsWithin } from "@plan43/agency-scope"
import type { Identity } from "@plan43/authorization"
import { batched } from "@plan43/subgraph"
import { sql } from "kysely"

/** The agencies for which somebody acts: the own one and those that it succeeded. */
export async function ownAgencies(em: EntityManager, viewer: Identity | null): Promise<readonly string[]> {
  if (viewer === null || viewer.agencyId === null) return []
  const own = agencyIdsWithin(sql<string>`${viewer.agencyId}::uuid`, {
    throughGroups: false,
    inherited: true,
  })
  const { rows } = await sql<{ id: string }>`select own.id from (${own}) own(id)`.execute(
    em.getKysely<unknown>(),
  )
  return rows.map(({ id }) => id)
}

/** Whether whoever is asking acts for an agency. */
export const isOwnAgency = batched(async (ctx, agencyIds: readonly string[]): Promise<boolean[]> => {
  const own = await ownAgencies(ctx.em, ctx.viewer)
  return agencyIds.map((id) => own.includes(id))
})
