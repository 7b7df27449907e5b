import type { EntityManager } from "@mikro-orm/postgresql"
import { AGENCY_ROLES } from "@plan43/authorization"
import type { CalendarDate } from "@plan43/calendar"
import type { OutboxEvent } from "@plan43/outbox"
import { sql } from "kysely"
import { noticeKindOf } from "./notice-kind.ts"

/**
 * Puts a notice of each event into the inboxes of those whom it concerns, and a message on its way to those who want
 * one; never twice, however often it is told. Who did it is not told of it.
 * @param em a transaction
 * @param by where messages may go: by e-mail, or nowhere
 * @returns the people whose inbox has something new
 */
export async function tell(
  em: EntityManager,
  events: readonly OutboxEvent[],
  today: CalendarDate,
  by: "EMAIL" | "CONSOLE",
): Promise<string[]> {
  const notices = events.flatMap((event) => {
    const kind = noticeKindOf(event.type)
    if (kind === null) return []
    return [
      {
        key: `${event.source}:${event.position}`,
        kind: event.type,
        topic: kind.topic,
        subject_kind: event.subject.kind,
        subject_id: event.subject.id,
        agency_ids: event.agencyIds,
        to_agencies: kind.toAgencies,
        to_roles: kind.toRoles,
        assignment_id: kind.toAssigned === true ? assignmentOf(event) : null,
        actor: event.actor,
        data: event.data,
        at: event.at,
      },
    ]
  })
  if (notices.length === 0) return []
  const db = em.getKysely<unknown>()
  const columns = sql`key, kind, topic, subject_kind, subject_id, agency_ids, to_agencies, to_roles, assignment_id, actor, data, at`
  const added = await sql<{ id: string }>`insert into notice (${columns})
    select ${columns} from jsonb_populate_recordset(null::notice, ${JSON.stringify(notices)}::jsonb)
    on conflict (key) do nothing returning id`.execute(db)
  const ids = added.rows.map(({ id }) => id)
  const { rows } = await sql<{ person: string }>`
    with concerned as (
      select distinct on (n.id, r.person) n.id as notice_id, n.at, n.topic, r.person, r.address,
        coalesce(p.muted, '{}') as muted, coalesce(p.by_email, true) as by_email, coalesce(p.digest, true) as digest
      from notice n
      join (
        select r.person, r.address, r.role, r.agency_id, null::uuid as assignment_id
        from recipients_on(${today}::date) r
        union all
        select coalesce('subject:' || a.subject, 'email:' || a.email), a.email, null, null, a.id from assignment a
      ) r on r.role = any(n.to_roles)
        or (n.to_agencies and r.role = any(${AGENCY_ROLES}::text[]) and r.agency_id = any(n.agency_ids))
        or r.assignment_id = n.assignment_id
      left join preference p on 'subject:' || p.subject = r.person or 'email:' || p.email = r.person
      where n.id = any(${ids}::uuid[]) and r.person is distinct from 'subject:' || n.actor
      order by n.id, r.person
    ), told as (
      insert into inbox_entry (person, notice_id, at)
      select person, notice_id, at from concerned
      where topic <> all(muted) and (topic <> 'DIGEST' or digest)
      on conflict do nothing returning person, notice_id
    ), sent as (
      insert into delivery (person, address, notice_id)
      select person, address, notice_id from told join concerned using (person, notice_id)
      where ${by} = 'EMAIL' and by_email and address is not null
      on conflict do nothing
    )
    select distinct person from told`.execute(db)
  return rows.map(({ person }) => person)
}

/** The assignment that an event names: whose person it concerns alone. */
export function assignmentOf({ data }: Pick<OutboxEvent, "data">): string | null {
  return typeof data.assignmentId === "string" ? data.assignmentId : null
}
