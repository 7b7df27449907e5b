import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import { Agency } from "../agency/agency.ts"
import type { AgencyOnDay } from "../membership/group-membership.ts"
import { AgencySuccession } from "./agency-succession.ts"

/** Every succession that an agency took part in, on either side, earliest first. */
export const successionsOf = batched(
  async (ctx, agencyIds: readonly string[]): Promise<AgencySuccession[][]> => {
    const ids = [...agencyIds]
    const successions = await ctx.em.find(
      AgencySuccession,
      { $or: [{ predecessorId: { $in: ids } }, { successorId: { $in: ids } }] },
      { orderBy: { on: "ASC", id: "ASC" } },
    )
    return ids.map((id) =>
      successions.filter(({ predecessorId, successorId }) => predecessorId === id || successorId === id),
    )
  },
)

/**
 * The bodies that answer for an agency on a day: none while it exists; afterwards its successors, and in the place of
 * one that has itself ended, that one's successors.
 */
export const successorsOf = batched(
  async (ctx, keys: readonly AgencyOnDay[]): Promise<Agency[][]> => {
    const { rows } = await sql<{ position: string }>`
      with recursive chain as (
        select asked.position, asked.as_of, s.successor_id as agency_id
        from unnest(${keys.map((key) => key.agencyId)}::uuid[], ${keys.map((key) => key.asOf)}::date[])
          with ordinality as asked(agency_id, as_of, position)
        join agency ended on ended.id = asked.agency_id and ended.valid_to < asked.as_of
        join agency_succession s on s.predecessor_id = asked.agency_id and s.on_day <= asked.as_of
        union
        select chain.position, chain.as_of, s.successor_id from chain
        join agency ended on ended.id = chain.agency_id and ended.valid_to < chain.as_of
        join agency_succession s on s.predecessor_id = chain.agency_id and s.on_day <= chain.as_of
      )
      select chain.position, a.* from chain join agency a on a.id = chain.agency_id
      where a.valid_to is null or a.valid_to >= chain.as_of
      order by a.name collate "vi-x-icu"`.execute(ctx.em.getKysely<unknown>())
    const successors = keys.map((): Agency[] => [])
    for (const { position, ...columns } of rows)
      successors[Number(position) - 1]?.push(ctx.em.map(Agency, columns as never))
    return successors
  },
  ({ agencyId, asOf }) => `${agencyId} ${asOf}`,
)
