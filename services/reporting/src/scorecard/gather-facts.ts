import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { type RawBuilder, sql } from "kysely"
import { assessShown, SHOWN_FACTS, type ShownFacts } from "../assessment/shown-facts.ts"
import { itemsWithAnsweringAgencies } from "../item/answering-agencies.ts"
import type {
  FilledLines,
  ScoredAnswer,
  ScoredExtension,
  ScoredIndicator,
  ScoredObligation,
  ScoredReminder,
  ScoredReport,
  ScoreFacts,
} from "./score-facts.ts"
import type { ScorePeriod } from "./score-period.ts"

/**
 * Reads all that the scorecards of a period are counted from, as it was known by the end of its last day, or of today where that
 * comes first; eight statements for any number of agencies and rows.
 */
export async function gatherFacts(
  em: EntityManager,
  period: ScorePeriod,
  today: CalendarDate,
): Promise<ScoreFacts> {
  const asOf = period.to < today ? period.to : today
  const told = { from: period.from, to: asOf }
  // One after another: within a transaction there is one connection
  return {
    period,
    asOf,
    obligations: await obligationsOf(em, asOf),
    indicators: await indicatorsOf(em, asOf),
    reports: await reportsOf(em, period, asOf),
    reminders: await shown<ScoredReminder>(
      em,
      sql`select ${TASK}, letter_id as "letterId", letter_number as "letterNumber", sent_on as "sentOn", ordinal
        from tasks.scored_reminders(${told.from}, ${told.to})`,
    ),
    extensions: await shown<ScoredExtension>(
      em,
      sql`select ${TASK}, extension_id as "extensionId", original_due_on as "originalDueOn",
        granted_due_on as "grantedDueOn", decided_on as "decidedOn"
        from tasks.scored_extensions(${told.from}, ${told.to})`,
    ),
    answers: await shown<ScoredAnswer>(
      em,
      sql`select ${TASK}, answer_id as "answerId", signed_by as "signedBy", signed_on as "signedOn", outcome
        from tasks.scored_answers(${told.from}, ${told.to})`,
    ),
    filledLines: await filledLinesOf(em, told),
  }
}

const TASK = sql`task_id as "taskId", task_code as "taskCode", task_title as "taskTitle", agency_id as "agencyId"`

async function shown<Row>(em: EntityManager, statement: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await (statement as RawBuilder<Row>).execute(em.getKysely<unknown>())
  return rows
}

/** What agencies owe; a class whose members nobody listed owes, but has no scorecard. */
function obligationsOf(em: EntityManager, asOf: CalendarDate): Promise<ScoredObligation[]> {
  return shown(
    em,
    sql`select ${TASK}, by_class as "byClass", status, due_on as "dueOn"
      from tasks.scored_obligations(${asOf}::date) with ordinality owed
      where agency_id in (select id from agency_reference where kind <> 'GROUP') order by ordinality`,
  )
}

interface AnsweredFor extends Pick<ScoredIndicator, "indicatorId" | "code" | "name" | "agencyId"> {}

/** Who follows which indicator, as far as it is assessed. */
async function indicatorsOf(em: EntityManager, asOf: CalendarDate): Promise<ScoredIndicator[]> {
  const answeredFor = await shown<AnsweredFor>(
    em,
    sql`select item.id as "indicatorId", item.code, item.name, agency.id as "agencyId"
      from ${itemsWithAnsweringAgencies(asOf)}
      where item.kind = 'INDICATOR' and item.withdrawn_at is null
      group by item.id, agency.id order by item.plan_id, item.position, min(mention.position), agency.id`,
  )
  const assessed = await assessedIndicators(em, asOf)
  return answeredFor.flatMap((row) => {
    const found = assessed.get(row.indicatorId)
    return found === undefined ? [] : [{ ...row, ...found }]
  })
}

/** How each indicator stood at the end of a day, headings left out. */
async function assessedIndicators(
  em: EntityManager,
  asOf: CalendarDate,
): Promise<Map<string, Pick<ScoredIndicator, "state" | "explanation">>> {
  const rows = await shown<ShownFacts>(
    em,
    sql`select ${SHOWN_FACTS} from indicators.reported_assessment_facts(${asOf}::date) facts
      where facts.printed_kind <> 'NONE'`,
  )
  return new Map(rows.map((facts) => [facts.id, assessShown(facts, asOf)]))
}

/** What the history calls the arrival of a report. */
const ARRIVALS = ["agency_report.sent", "agency_report.entered", "agency_report.entered-from-paper"]

/**
 * Reports of rounds that were opened by that day; what happened to them later is not told. A report arrives and is returned by
 * turns: it stands returned when it did not arrive once more than it was returned.
 */
function reportsOf(
  em: EntityManager,
  { from, to }: ScorePeriod,
  asOf: CalendarDate,
): Promise<ScoredReport[]> {
  return shown(
    em,
    sql`select told.*, told.returned > 0 and told.returned >= (
        select count(*) from audit_entry arrived
        where arrived.entity = 'agency_report' and arrived.entity_id = told."reportId"::text
          and arrived.action = any(${ARRIVALS}::text[])
          and arrived.at < (${asOf}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') as "standsReturned"
      from (select r.id as "reportId", e.name as "roundName", r.agency_id as "agencyId", e.agencies_due_on as "dueOn",
        case when r.sent_on <= ${asOf}::date then coalesce(r.received_on, r.sent_on) end as "sentOn",
        count(l.id)::integer as lines, count(l.answer)::integer as answered,
        (select count(*)::integer from report_return back where back.report_id = r.id and back.recorded_on <= ${asOf}::date) as returned,
        row_number() over (order by e.agencies_due_on, e.id, r.id) as place
      from agency_report r join round e on e.id = r.round_id left join report_line l on l.report_id = r.id
      where e.withdrawn_at is null and e.opened_on <= ${asOf}::date and e.agencies_due_on between ${from} and ${to}
      group by r.id, e.id) told order by told.place`,
  )
}

/** Who filled in how many lines, by the history of lines; a line that somebody filled in several times counts once. */
function filledLinesOf(em: EntityManager, { from, to }: ScorePeriod): Promise<FilledLines[]> {
  return shown(
    em,
    sql`select r.id as "reportId", e.name as "roundName", r.agency_id as "agencyId", filled.actor as "filledBy",
        max((filled.at at time zone 'Asia/Ho_Chi_Minh')::date) as "filledOn",
        count(distinct l.id)::integer as lines
      from audit_entry filled join report_line l on filled.entity = 'report_line' and l.id = filled.entity_id::uuid
      join agency_report r on r.id = l.report_id join round e on e.id = r.round_id
      where filled.entity = 'report_line' and filled.action = 'report_line.filled-in' and filled.actor_agency_id = r.agency_id
        and filled.at >= ${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and filled.at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      group by r.id, e.id, filled.actor order by e.agencies_due_on, e.id, r.id, filled.actor`,
  )
}
