import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"
import type { DuePart } from "./part-due.ts"
import { type DueWork, rememberDue } from "./tell-due.ts"
import { rememberParts } from "./tell-parts.ts"

/** Whether nobody was ever told of a deadline: the first start of an installation. */
export async function isFirstTelling(em: EntityManager): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`
    select not exists (select 1 from due_notice) and not exists (select 1 from part_due_notice)
      and not exists (select 1 from weekly_digest) as first`.execute(em.getKysely<unknown>())
  return rows[0]?.first === true
}

/**
 * Remembers every deadline as told, so that the first digest stands instead of a notice for each: a plan that began before the
 * installation did has months of deadlines behind it. From then on only what is new is told.
 * @param em a transaction
 */
export async function rememberAll(
  em: EntityManager,
  { work, parts }: { work: readonly DueWork[]; parts: readonly DuePart[] },
  today: CalendarDate,
): Promise<void> {
  await rememberDue(em, work, today)
  await rememberParts(em, parts, today)
}
