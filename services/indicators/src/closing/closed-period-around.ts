import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"

/** What recording holds together, and closing alone, so that nothing is recorded while a period is being closed. */
const LOCK = "indicators.closed_period"

/** Keeps everybody from recording until the transaction ends. */
export async function holdRecording(em: EntityManager): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))`.execute(em.getKysely<unknown>())
}

/**
 * The closed period that the days lie within; null where there is none. None is closed until the transaction ends.
 */
export async function closedPeriodAround(
  em: EntityManager,
  start: CalendarDate,
  end: CalendarDate,
): Promise<{ closedOn: CalendarDate } | null> {
  const db = em.getKysely<unknown>()
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${LOCK}, 0))`.execute(db)
  const { rows } = await sql<{
    closed_on: CalendarDate
  }>`select closed_on::text as closed_on from closed_period
    where withdrawn_at is null and period_start <= ${start}::date and period_end >= ${end}::date
    order by closed_on limit 1`.execute(db)
  const [row] = rows
  return row === undefined ? null : { closedOn: row.closed_on }
}
