import type { EntityManager } from "@mikro-orm/postgresql"
import type { ChangedAgencies } from "@plan43/agency-scope"
import { announce } from "@plan43/outbox"
import type { RecordingContext } from "@plan43/subgraph"
import { sql } from "kysely"

/** What a change made of successions and memberships, by their ids. */
export type RemovedRelations = Pick<
  ChangedAgencies,
  "removedSuccessions" | "removedMemberships" | "removedUntil"
>

/**
 * Tells everybody who keeps copies how all that the change touched now stands. What a change does, it does from the later of
 * its first day and of the day on which it was recorded; what was taken back, to the eve of the day on which it was.
 * @param removed what is there no longer
 */
export async function announceChange(
  em: EntityManager,
  ctx: RecordingContext,
  changeId: string,
  removed: RemovedRelations = { removedSuccessions: [], removedMemberships: [] },
): Promise<void> {
  const { rows } = await sql<{
    now: Omit<ChangedAgencies, keyof RemovedRelations>
    subject_id: string
    agency_ids: string[]
  }>`
    with days as (
      select change.id, change.predecessor_ids, greatest(change.effective_on, change.recorded_on) as first,
        daterange(greatest(change.effective_on, change.recorded_on), change.revoked_on) as known
      from agency_change change
      where change.revoked_on is null or change.revoked_on > greatest(change.effective_on, change.recorded_on)
    )
    select c.successor_ids[1] as subject_id,
      c.predecessor_ids || c.successor_ids || c.joined_ids || c.left_ids as agency_ids,
      jsonb_build_object(
      'agencies', coalesce((select jsonb_agg(jsonb_build_object(
          'id', a.id, 'code', a.code, 'kind', a.kind, 'name', a.name, 'shortName', a.short_name,
          'validFrom', a.valid_from, 'publishedValidTo', a.published_valid_to,
          'endedOn', coalesce(a.ended_on, case when a.withdrawn_at is not null then a.valid_from - 1 end),
          'endedDays', coalesce((select range_agg(days.known) from days where a.id = any(days.predecessor_ids)), '{}')
            + case when a.withdrawn_at is null then '{}'::datemultirange else datemultirange(daterange(
              (select change.revoked_on from agency_change change where change.id = a.change_id), null)) end,
          'recorded', a.change_id is not null) order by a.id)
        from agency a where a.id = any(c.predecessor_ids || c.founded_ids)), '[]'),
      'successions', coalesce((select jsonb_agg(jsonb_build_object(
          'id', s.id, 'predecessorId', s.predecessor_id, 'successorId', s.successor_id,
          'on', greatest(s.on_day, c.recorded_on),
          'takesRest', c.rest_id is null or c.rest_id = s.successor_id,
          'allocated', array(select part.subject_id from agency_change_allocation part
            where part.change_id = c.id and part.successor_id = s.successor_id order by part.subject_id),
          'withheld', array(select part.subject_id from agency_change_allocation part
            where part.change_id = c.id and part.successor_id <> s.successor_id order by part.subject_id)))
        from agency_succession s where s.change_id = c.id), '[]'),
      'memberships', coalesce((select jsonb_agg(jsonb_build_object(
          'id', m.id, 'groupId', m.group_id, 'memberId', m.member_id,
          'validFrom', greatest(m.valid_from, origin.recorded_on), 'validTo', m.published_valid_to,
          'absentDays', coalesce((select range_agg(days.known) from agency_change_leaving leaving
            join days on days.id = leaving.change_id where leaving.membership_id = m.id), '{}')))
        from group_membership m left join agency_change origin on origin.id = m.change_id
        where m.change_id = c.id
          or m.id in (select leaving.membership_id from agency_change_leaving leaving where leaving.change_id = c.id)
      ), '[]')) as now
    from agency_change c where c.id = ${changeId}`.execute(em.getKysely<unknown>())
  const changed: ChangedAgencies = {
    ...(rows[0]?.now ?? { agencies: [], successions: [], memberships: [] }),
    ...removed,
  }
  const agencyIds = new Set([...changed.agencies.map(({ id }) => id), ...(rows[0]?.agency_ids ?? [])])
  await announce(em, {
    type: "agency.changed",
    subject: { kind: "Agency", id: changed.agencies[0]?.id ?? rows[0]?.subject_id ?? changeId },
    agencyIds: [...agencyIds],
    actor: ctx.viewer.id,
    data: { changeId, ...changed },
  })
}
