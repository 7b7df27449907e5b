import type { EntityManager } from "@mikro-orm/postgresql"
import { membersOn } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { Refused } from "@plan43/subgraph"
import { sql } from "kysely"

/**
 * Prepares the reports of a round, in two statements for any number of agencies. Who reports on an item: the agency that its
 * cell of leads names, or whoever answers for it on the day, after a split whom the item went to; in the place of a class, its
 * members of that day. A class
 * whose members nobody listed reports on nothing: its items stand in `Round.itemsWithoutReport`.
 * @throws Refused with NOBODY_TO_REPORT
 */
export async function prepareReports(em: EntityManager, roundId: string, day: CalendarDate): Promise<void> {
  const db = em.getKysely<unknown>()
  const asked = sql`
    select distinct item.id as item_id, agency.id as agency_id
    from report_item item
    join report_item_agency mention on mention.item_id = item.id
    left join lateral answering_agencies(item.id, mention.agency_id, ${day}::date) answering on true
    cross join lateral (select coalesce(answering.answering_id, mention.agency_id) as id) body
    left join lateral (${membersOn(sql<string>`body.id`, day)}) member on true
    join agency_reference agency on agency.id = coalesce(member.member_id, body.id) and agency.kind <> 'GROUP'
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
