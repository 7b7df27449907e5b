import type { EntityManager } from "@mikro-orm/postgresql"
import type { Identity } from "@plan43/authorization"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"

/** Keeps that a person has a role and was here today: the issuer alone may have said so, and no assignment. */
export async function notePerson(em: EntityManager, person: Identity, today: CalendarDate): Promise<void> {
  const { id, email = null, role, agencyId } = person
  await sql`insert into known_person (subject, email, role, agency_id, seen_on)
    values (${id}, lower(${email}), ${role}, ${agencyId}::uuid, ${today}::date)
    on conflict (subject) do update set (email, role, agency_id, seen_on) =
      (excluded.email, excluded.role, excluded.agency_id, excluded.seen_on)
    where (known_person.email, known_person.role, known_person.agency_id, known_person.seen_on)
      is distinct from (excluded.email, excluded.role, excluded.agency_id, excluded.seen_on)`.execute(
    em.getKysely<unknown>(),
  )
}
