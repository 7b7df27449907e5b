import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { followOutbox } from "@plan43/outbox"
import type { Worker, WorkingParts } from "@plan43/subgraph"
import { sql } from "kysely"
import type { ChangedAgencies } from "./changed-agencies.ts"

/** Keeps a schema's copies of agencies up to date with what coordinators record of them. */
export function followAgencies(parts: WorkingParts): Worker {
  return followOutbox(parts, {
    follower: "agency-copies",
    sources: ["agencies"],
    take: async (em, events) => {
      for (const { type, data } of events)
        if (type === "agency.changed") await copyAgencies(em, data as unknown as ChangedAgencies)
    },
  })
}

/** Brings the copies to how the agencies stand after a change; the same one taken again changes nothing. */
export async function copyAgencies(em: EntityManager, changed: ChangedAgencies): Promise<void> {
  const db = em.getKysely<unknown>()
  const rows = (given: readonly object[]) => sql`${JSON.stringify(given)}::jsonb`
  const until = changed.removedUntil ?? null
  await sql`insert into agency_reference
      (id, code, kind, name, short_name, valid_from, published_valid_to, ended_on, ended_days, recorded)
    select id, code, kind, name, "shortName", "validFrom", "publishedValidTo", "endedOn",
      coalesce("endedDays", case when "endedOn" is null then '{}' else datemultirange(daterange("endedOn" + 1, null)) end),
      recorded
    from jsonb_to_recordset(${rows(changed.agencies)}) as given(id uuid, code text, kind text, name text,
      "shortName" text, "validFrom" date, "publishedValidTo" date, "endedOn" date, "endedDays" datemultirange,
      recorded boolean)
    on conflict (id) do update set code = excluded.code, kind = excluded.kind, name = excluded.name,
      short_name = excluded.short_name, valid_from = excluded.valid_from, ended_on = excluded.ended_on,
      ended_days = excluded.ended_days`.execute(db)
  await keepPast(em, changed.removedSuccessions, until, {
    table: "agency_successor",
    first: "on_day",
    last: "until_day",
  })
  await sql`insert into agency_successor
      (id, predecessor_id, successor_id, on_day, takes_rest, allocated, withheld, recorded)
    select id, "predecessorId", "successorId", "on", coalesce("takesRest", true), coalesce(allocated, '{}'),
      coalesce(withheld, '{}'), true
    from jsonb_to_recordset(${rows(changed.successions)}) as given(id uuid, "predecessorId" uuid, "successorId" uuid,
      "on" date, "takesRest" boolean, allocated uuid[], withheld uuid[])
    on conflict (id) do nothing`.execute(db)
  await keepPast(em, changed.removedMemberships, until, {
    table: "agency_membership",
    first: "valid_from",
    last: "valid_to",
  })
  await sql`insert into agency_membership (id, group_id, member_id, valid_from, valid_to, absent_days, recorded)
    select id, "groupId", "memberId", "validFrom", "validTo", coalesce("absentDays", '{}'), true
    from jsonb_to_recordset(${rows(changed.memberships)}) as given(id uuid, "groupId" uuid, "memberId" uuid,
      "validFrom" date, "validTo" date, "absentDays" datemultirange)
    on conflict (id) do update set absent_days = excluded.absent_days`.execute(db)
}

/**
 * Keeps what was taken back for the days on which it was believed, under an identifier of its own: it may be recorded
 * again. What nobody could have believed goes.
 */
async function keepPast(
  em: EntityManager,
  ids: readonly string[],
  until: CalendarDate | null,
  { table, first, last }: { table: string; first: string; last: string },
): Promise<void> {
  const db = em.getKysely<unknown>()
  const believed = sql`${sql.ref(first)} <= ${until}::date`
  await sql`delete from ${sql.table(table)} where id = any(${ids}::uuid[]) and (${believed}) is not true`.execute(
    db,
  )
  await sql`update ${sql.table(table)} set id = md5(id::text || ${until})::uuid, revoked = true,
      ${sql.ref(last)} = least(${sql.ref(last)}, ${until}::date)
    where id = any(${ids}::uuid[])`.execute(db)
}
