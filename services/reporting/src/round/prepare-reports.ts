import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { Refused } from "@plan43/subgraph"
import { sql } from "kysely"
import { itemsWithAnsweringAgencies } from "../item/answering-agencies.ts"
import { inScope } from "../item/items-in-scope.ts"
import { questionCode, questionsOf } from "../item/question.ts"

/**
 * Prepares the reports of a round, in four statements for any number of agencies. Who reports on an item: whoever
 * answers for it on the day. What is led by a class whose members nobody listed nobody reports on: it stands in
 * `ReportingRound.itemsWithoutReport`. Who is asked its questions: every agency that the round names and that is there on the day;
 * where it names none, those who have lines, or whoever answers for anything of the plan where it asks for no lines.
 * @throws Refused with NOBODY_TO_REPORT
 */
export async function prepareReports(em: EntityManager, roundId: string, day: CalendarDate): Promise<void> {
  const db = em.getKysely<unknown>()
  const questions = await writeQuestions(em, roundId)
  const named = sql`(cardinality(round.agency_ids) = 0 or agency.id = any(round.agency_ids))`
  const lines = sql`
    select distinct item.id as item_id, agency.id as agency_id
    from ${itemsWithAnsweringAgencies(day)}
    join round on round.id = ${roundId}
    where ${inScope} and ${named}`
  const asked = sql`
    select agency_id from (${lines}) line
    union
    select agency.id from ${itemsWithAnsweringAgencies(day)} join round on round.id = ${roundId}
    where ${questions > 0} and item.withdrawn_at is null and cardinality(round.agency_ids) = 0
      and cardinality(round.item_kinds) = 0
    union
    select agency.id from round join agency_reference agency on agency.id = any(round.agency_ids)
    join agency_answering alive on alive.agency_id = agency.id and alive.answering_id = agency.id
      and ${day}::date between alive.from_day and alive.to_day
    where round.id = ${roundId} and ${questions > 0} and agency.kind <> 'GROUP'`
  const { rows } = await sql`insert into agency_report (id, round_id, agency_id)
    select gen_random_uuid(), ${roundId}, agency_id from (${asked}) asked
    returning id`.execute(db)
  if (rows.length === 0) throw new Refused([NOBODY])
  await sql`insert into report_line (id, report_id, item_id)
    select gen_random_uuid(), report.id, line.item_id from (
      ${lines} union all
      select question.id, report.agency_id from report_item question
      join agency_report report on report.round_id = question.round_id
      where question.round_id = ${roundId}
    ) line
    join agency_report report on report.round_id = ${roundId} and report.agency_id = line.agency_id`.execute(
    db,
  )
}

/** Makes an item of each question of a round. @returns how many there are */
async function writeQuestions(em: EntityManager, roundId: string): Promise<number> {
  const db = em.getKysely<unknown>()
  const { rows } = await sql<{ questions: string | null }>`
    select questions from round where id = ${roundId}`.execute(db)
  const questions = questionsOf(rows[0]?.questions ?? null)
  await sql`insert into report_item (id, kind, code, name, position, round_id)
    select gen_random_uuid(), 'QUESTION', asked.code, asked.name, asked.position, ${roundId}
    from unnest(${questions.map((_, place) => questionCode(place))}::text[], ${questions}::text[])
      with ordinality as asked(code, name, position)`.execute(db)
  return questions.length
}

const NOBODY = {
  reason: "NOBODY_TO_REPORT",
  field: "agencyIds",
  message: "Không cơ quan nào được hỏi có nhiệm vụ, chỉ tiêu phải báo cáo hoặc câu hỏi phải trả lời",
}
