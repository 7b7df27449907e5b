import type { EntityManager } from "@mikro-orm/postgresql"
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
  await sql`insert into agency_reference
      (id, code, kind, name, short_name, valid_from, published_valid_to, ended_on, recorded)
    select id, code, kind, name, "shortName", "validFrom", "publishedValidTo", "endedOn", recorded
    from jsonb_to_recordset(${rows(changed.agencies)}) as given(id uuid, code text, kind text, name text,
      "shortName" text, "validFrom" date, "publishedValidTo" date, "endedOn" date, recorded boolean)
    on conflict (id) do update set code = excluded.code, kind = excluded.kind, name = excluded.name,
      short_name = excluded.short_name, valid_from = excluded.valid_from, ended_on = excluded.ended_on`.execute(
    db,
  )
  await sql`delete from agency_successor where id = any(${changed.removedSuccessions}::uuid[])`.execute(db)
  await sql`insert into agency_successor (id, predecessor_id, successor_id, on_day, recorded)
    select id, "predecessorId", "successorId", "on", true
    from jsonb_to_recordset(${rows(changed.successions)}) as given(id uuid, "predecessorId" uuid, "successorId" uuid, "on" date)
    on conflict (id) do nothing`.execute(db)
  await sql`delete from agency_membership where id = any(${changed.removedMemberships}::uuid[])`.execute(db)
  await sql`insert into agency_membership (id, group_id, member_id, valid_from, valid_to, recorded)
    select id, "groupId", "memberId", "validFrom", "validTo", true
    from jsonb_to_recordset(${rows(changed.memberships)}) as given(id uuid, "groupId" uuid, "memberId" uuid,
      "validFrom" date, "validTo" date)
    on conflict (id) do nothing`.execute(db)
}
