import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"
import { type DueWork, rememberDue, tellWeek } from "./tell-due.ts"

/** Whether nobody was ever told of a deadline: the first start of an installation. */
export async function isFirstTelling(em: EntityManager): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`
    select not exists (select 1 from due_notice) and not exists (select 1 from weekly_digest) as first`.execute(
    em.getKysely<unknown>(),
  )
  return rows[0]?.first === true
}

/**
 * Tells each agency in one digest what is overdue and what is due soon, instead of a notice for each: a plan that began before
 * the installation did has months of deadlines behind it. From then on only what is new is told.
 * @param em a transaction
 * @returns how many agencies were told
 */
export async function tellFirst(
  em: EntityManager,
  work: readonly DueWork[],
  today: CalendarDate,
): Promise<number> {
  await rememberDue(em, work, today)
  return tellWeek(em, work, today)
}
