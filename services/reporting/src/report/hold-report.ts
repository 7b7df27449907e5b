import type { EntityManager } from "@mikro-orm/postgresql"
import { sql } from "kysely"

// Whoever writes in a round holds it first, then a report, then its lines. Who prepares or locks a round holds it alone, and waits
// for nobody who already holds something of it.

/** Keeps the round of a report from being moved on until the transaction ends: before the report is held. */
export async function holdRound(em: EntityManager, reportId: string): Promise<void> {
  await sql`select 1 from round where id = (select round_id from agency_report where id = ${reportId})
    for share`.execute(em.getKysely<unknown>())
}

/** The same, and then the report of a line: before the line is held. */
export async function holdReport(em: EntityManager, lineId: string): Promise<void> {
  const db = em.getKysely<unknown>()
  const { rows } = await sql<{ reportId: string }>`
    select report_id as "reportId" from report_line where id = ${lineId}`.execute(db)
  for (const { reportId } of rows) {
    await holdRound(em, reportId)
    await sql`select 1 from agency_report where id = ${reportId} for update`.execute(db)
  }
}
