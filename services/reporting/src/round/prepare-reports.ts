import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { Refused } from "@plan43/subgraph"
import { sql } from "kysely"
import { itemsWithAnsweringAgencies } from "../item/answering-agencies.ts"

/**
 * Prepares the reports of a round, in two statements for any number of agencies. Who reports on an item: whoever
 * answers for it on the day. What is led by a class whose members nobody listed nobody reports on: it stands in
 * `Round.itemsWithoutReport`.
 * @throws Refused with NOBODY_TO_REPORT
 */
export async function prepareReports(em: EntityManager, roundId: string, day: CalendarDate): Promise<void> {
  const db = em.getKysely<unknown>()
  const asked = sql`
    select distinct item.id as item_id, agency.id as agency_id
    from ${itemsWithAnsweringAgencies(day)}
    join round on round.id = ${roundId}
    where item.withdrawn_at is null
      and (cardinality(round.agency_ids) = 0 or agency.id = any(round.agency_ids))`
  const { rows } = await sql`insert into agency_report (id, round_id, agency_id)
    select gen_random_uuid(), ${roundId}, asked.agency_id
    from (select distinct agency_id from (${asked}) every_line) asked
    returning id`.execute(db)
  if (rows.length === 0) throw new Refused([NOBODY])
  await sql`insert into report_line (id, report_id, item_id)
    select gen_random_uuid(), report.id, asked.item_id from (${asked}) asked
    join agency_report report on report.round_id = ${roundId} and report.agency_id = asked.agency_id`.execute(
    db,
  )
}

const NOBODY = {
  reason: "NOBODY_TO_REPORT",
  field: "agencyIds",
  message: "Không cơ quan nào được hỏi có nhiệm vụ hoặc chỉ tiêu phải báo cáo",
}
