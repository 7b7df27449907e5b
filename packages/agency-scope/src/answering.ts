import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { type RawBuilder, sql } from "kysely"

/**
 * The ids of those that answer for an agency on a day: itself until it ended, afterwards its successors, and in the
 * place of one that has itself ended, that one's; nobody where none followed. A group is answered for by itself or by
 * the group that followed it: who belongs to it that day is asked with {@link membersOn}.
 * @param agency an id, or a column that holds one
 */
export function answeringFor(
  agency: RawBuilder<string>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<string> {
  return sql<string>`select answering.answering_id from agency_answering answering
    where answering.agency_id = ${agency} and ${day}::date between answering.from_day and answering.to_day`
}

/**
 * The same of one thing that the agency was given: after a split, whoever it went to.
 * @param subject the id of a task, an indicator or an obstacle
 */
export function answeringOf(
  subject: RawBuilder<string>,
  agency: RawBuilder<string>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<string> {
  return sql<string>`select answering.answering_id from answering_agencies(${subject}, ${agency}, ${day}::date) answering`
}

/**
 * The ids of the agencies for which one answers on a day, itself among them: the other direction of {@link answeringFor}.
 * @param agency an id, or a column that holds one
 */
export function answeredForBy(
  agency: RawBuilder<string>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<string> {
  return sql<string>`select answering.agency_id from agency_answering answering
    where answering.answering_id = ${agency} and ${day}::date between answering.from_day and answering.to_day`
}

/**
 * The same of one thing: of those whom a split divided, only where it went to the agency.
 * @param subject the id of a task, an indicator or an obstacle
 */
export function answeredOf(
  subject: RawBuilder<unknown>,
  agency: RawBuilder<string>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<string> {
  return sql<string>`${answeredForBy(agency, day)}
    and (not exists (select 1 from agency_answering_of divided where divided.agency_id = answering.agency_id)
      or exists (select 1 from answering_agencies(${subject}, answering.agency_id, ${day}::date) part
        where part.answering_id = ${agency}))`
}

/**
 * The ids of the bodies that belong to a group on a day and still exist then; of a group whose members nobody listed, none.
 * @param group an id, or a column that holds one
 */
export function membersOn(
  group: RawBuilder<string>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<string> {
  return sql<string>`select belonging.member_id from agency_membership belonging
    join agency_answering alive on alive.agency_id = belonging.member_id and alive.answering_id = belonging.member_id
      and ${day}::date between alive.from_day and alive.to_day
    where belonging.group_id = ${group}
      and ${day}::date between coalesce(belonging.valid_from, '-infinity') and coalesce(belonging.valid_to, 'infinity')
      and not belonging.absent_days @> ${day}::date`
}

/** Something that concerns an agency. */
export interface Addressed {
  agencyId: string
  /** The task, indicator or obstacle that it is about; null: no one thing. */
  subjectId: string | null
}

/**
 * Who is told on a day of what concerns agencies: whoever answers for each of them, or itself where nobody does. Of what a
 * split divided, whom it went to.
 */
export async function addressees(
  em: EntityManager,
  addressed: readonly Addressed[],
  day: CalendarDate,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(answering.answering_id, asked.agency_id) as id
    from unnest(${addressed.map(({ agencyId }) => agencyId)}::uuid[], ${addressed.map(({ subjectId }) => subjectId)}::uuid[])
      as asked(agency_id, subject_id)
    left join lateral answering_agencies(asked.subject_id, asked.agency_id, ${day}::date) answering on true
    order by id`.execute(em.getKysely<unknown>())
  return rows.map(({ id }) => id)
}
