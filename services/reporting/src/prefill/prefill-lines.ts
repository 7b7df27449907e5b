import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"
import { WRITABLE } from "../report/report-state.ts"

/**
 * Fills the lines of a round's reports that are being written, anew if they were filled before, with what tasks and indicators had recorded by its cut-off, or by today where that is earlier, and
 * marks those of which something changed since the same agency's line of the round before. Four statements for any number
 * of lines; what is read is what both subgraphs show to this one.
 * @param today on it is decided whose reports count as an agency's
 */
export async function prefillLines(em: EntityManager, roundId: string, today: CalendarDate): Promise<void> {
  const db = em.getKysely<unknown>()
  const asOf = sql`(select least(cut_off_on, ${today}::date) from round where id = ${roundId})`
  const lines = sql`select line.id, line.item_id, report.agency_id from report_line line
    join agency_report report on report.id = line.report_id join report_item item on item.id = line.item_id
    where report.round_id = ${roundId} and report.state = any(${WRITABLE}::text[])`
  await sql`delete from line_prefill where line_id in (select line.id from (${lines}) line)`.execute(db)
  await sql`
    with line as materialized (${lines} and item.kind = 'TASK')
    insert into line_prefill (line_id, as_of, status, due_on, source_id, recorded_on, progress, result_document, percentage,
      difficulties, next_step)
    select line.id, ${asOf}, claim.status, claim.due_on, claim.report_id, claim.recorded_on, claim.done,
      nullif(concat_ws(' ', 'số ' || claim.result_number, 'ngày ' || to_char(claim.result_issued_on, 'DD/MM/YYYY'),
        'của ' || claim.result_issuer), ''),
      claim.percentage, claim.difficulties, claim.next_step
    from tasks.reported_claims((select array_agg(item_id order by id) from line),
      (select array_agg(agency_id order by id) from line), ${asOf}, ${today}::date) claim
    join line on line.item_id = claim.task_id and line.agency_id = claim.agency_id`.execute(db)
  await sql`
    insert into line_prefill (line_id, as_of, source_id, recorded_on, progress, value, period_start, period_end, provisional,
      measured_by)
    select line.id, ${asOf}, observed.observation_id, observed.recorded_on, observed.note, observed.value,
      observed.period_start, observed.period_end, observed.provisional, observed.source
    from (${lines}) line join indicators.reported_indicators(${asOf}) observed on observed.id = line.item_id`.execute(
    db,
  )
  await markChanged(em, roundId)
}

/** A line changed when it comes from something else than before, or stands elsewhere; a first one when it comes from anything. */
async function markChanged(em: EntityManager, roundId: string): Promise<void> {
  await sql`
    update report_line line set changed = coalesce(
        (select (filled.source_id, filled.status) is distinct from (before.source_id, before.status)
          from agency_answering answering
          join agency_report earlier_report on earlier_report.agency_id = answering.agency_id
          join round earlier_round on earlier_round.id = earlier_report.round_id
            and (earlier_round.cut_off_on, earlier_round.id) < (round.cut_off_on, round.id)
          join report_line earlier on earlier.report_id = earlier_report.id and earlier.item_id = line.item_id
          join line_prefill before on before.line_id = earlier.id
          where answering.answering_id = report.agency_id
          order by earlier_round.cut_off_on desc, earlier_round.id desc,
            earlier_report.agency_id <> report.agency_id limit 1),
        filled.source_id is not null)
    from agency_report report, round, line_prefill filled
    where report.round_id = ${roundId} and report.state = any(${WRITABLE}::text[]) and line.report_id = report.id
      and round.id = report.round_id and filled.line_id = line.id`.execute(em.getKysely<unknown>())
}
