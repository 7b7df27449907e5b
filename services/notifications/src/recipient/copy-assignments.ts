import type { EntityManager } from "@mikro-orm/postgresql"
import { sql } from "kysely"

/**
 * Copies assignments as they now stand in agencies, which shows them to this role alone; those that were taken back are
 * removed. An event names no person: what is read is never older than it.
 */
export async function copyAssignments(em: EntityManager, ids: readonly string[]): Promise<void> {
  const db = em.getKysely<unknown>()
  await sql`delete from assignment where id = any(${ids}::uuid[])`.execute(db)
  await sql`insert into assignment (id, subject, email, role, agency_id, valid_from, valid_to)
    select id, subject, email, role, agency_id, valid_from, valid_to from agencies.notified_person
    where id = any(${ids}::uuid[])`.execute(db)
}
