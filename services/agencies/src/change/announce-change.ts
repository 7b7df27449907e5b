import type { EntityManager } from "@mikro-orm/postgresql"
import type { ChangedAgencies } from "@plan43/agency-scope"
import { announce } from "@plan43/outbox"
import type { RecordingContext } from "@plan43/subgraph"
import { sql } from "kysely"

/** What a change made of successions and memberships, by their ids. */
export type RemovedRelations = Pick<ChangedAgencies, "removedSuccessions" | "removedMemberships">

/**
 * Tells everybody who keeps copies how all that the change touched now stands.
 * @param removed what is there no longer
 */
export async function announceChange(
  em: EntityManager,
  ctx: RecordingContext,
  changeId: string,
  removed: RemovedRelations = { removedSuccessions: [], removedMemberships: [] },
): Promise<void> {
  const { rows } = await sql<{ now: Omit<ChangedAgencies, keyof RemovedRelations> }>`
    select jsonb_build_object(
      'agencies', coalesce((select jsonb_agg(jsonb_build_object(
          'id', a.id, 'code', a.code, 'kind', a.kind, 'name', a.name, 'shortName', a.short_name,
          'validFrom', a.valid_from, 'publishedValidTo', a.published_valid_to,
          'endedOn', coalesce(a.ended_on, case when a.withdrawn_at is not null then a.valid_from - 1 end),
          'recorded', a.change_id is not null) order by a.id)
        from agency a where a.id = any(c.predecessor_ids || c.founded_ids)), '[]'),
      'successions', coalesce((select jsonb_agg(jsonb_build_object(
          'id', s.id, 'predecessorId', s.predecessor_id, 'successorId', s.successor_id, 'on', s.on_day))
        from agency_succession s where s.change_id = c.id), '[]'),
      'memberships', coalesce((select jsonb_agg(jsonb_build_object(
          'id', m.id, 'groupId', m.group_id, 'memberId', m.member_id, 'validFrom', m.valid_from, 'validTo', m.valid_to))
        from group_membership m where m.change_id = c.id), '[]')) as now
    from agency_change c where c.id = ${changeId}`.execute(em.getKysely<unknown>())
  const changed: ChangedAgencies = {
    ...(rows[0]?.now ?? { agencies: [], successions: [], memberships: [] }),
    ...removed,
  }
  const agencyIds = new Set([
    ...changed.agencies.map(({ id }) => id),
    ...changed.successions.map(({ successorId }) => successorId),
  ])
  await announce(em, {
    type: "agency.changed",
    subject: { kind: "Agency", id: changed.agencies[0]?.id ?? changeId },
    agencyIds: [...agencyIds],
    actor: ctx.viewer.id,
    data: { changeId, ...changed },
  })
}
