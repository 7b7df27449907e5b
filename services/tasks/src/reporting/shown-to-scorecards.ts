import type { CalendarDate } from "@plan43/calendar"
import { type ShownFunction, shownFunctionSql } from "@plan43/subgraph"
import { sql } from "kysely"
import { owingSql } from "../obligation/owing.sql.ts"
import {
  obligationDueOnInForceSql,
  obligationStatusSql,
  type StatusQuestion,
} from "../status/task-status.sql.ts"

/** A scorecard is made of all that was recorded, published or not. */
const READS_ALL: StatusQuestion["viewer"] = {
  kind: "SYSTEM",
  id: "reporting",
  name: "reporting",
  role: null,
  agencyId: null,
  scopes: ["progress:read"],
}

const BY_DAY = sql.ref<CalendarDate>("by_day")
const QUESTION: StatusQuestion = { viewer: READS_ALL, asOf: BY_DAY }
const OWES = sql.ref<string>("o.agency_id")

/** The task of a row, as it is called on a scorecard. */
const TASK = {
  task_id: "uuid",
  task_code: "text",
  task_title: "text",
}

/**
 * What every agency owes of every task that stands, as its own part stood at the end of a day. A class whose members nobody
 * listed owes itself.
 */
const scoredObligations: ShownFunction = {
  name: "scored_obligations",
  parameters: { by_day: "date" },
  columns: { ...TASK, agency_id: "uuid", by_class: "boolean", status: "text", due_on: "date" },
  body: sql`
    select t.id, t.code, t.title, o.agency_id, o.agency_id <> o.given_to and given.kind = 'GROUP',
      ${obligationStatusSql(QUESTION, OWES)}, ${obligationDueOnInForceSql(QUESTION, OWES)}
    from task t join plan on plan.id = t.plan_id
    cross join lateral ${owingSql(sql`t.id`, BY_DAY)} o
    left join agency_reference given on given.id = o.given_to
    where t.withdrawn_at is null order by plan.issued_on, plan.number, t.position, o.position, o.agency_id`,
  to: "reporting",
}

/** Who answers at the end of the period for the agency of a row (alias `f`). */
const ANSWERING = sql`left join lateral answering_agencies(f.task_id, f.agency_id, to_day) answering on true`
const ANSWERS = sql`coalesce(answering.answering_id, f.agency_id)`

const PERIOD = { from_day: "date", to_day: "date" }

/** Each task of each letter that urged an agency between two days, both included. */
const scoredReminders: ShownFunction = {
  name: "scored_reminders",
  parameters: PERIOD,
  columns: {
    ...TASK,
    agency_id: "uuid",
    letter_id: "uuid",
    letter_number: "text",
    sent_on: "date",
    ordinal: "integer",
  },
  body: sql`
    select f.task_id, t.code, t.title, ${ANSWERS}, f.letter_id, letter.number || '/' || letter.symbol, f.recorded_on,
      f.ordinal
    from reminder f join task t on t.id = f.task_id join reminder_letter letter on letter.id = f.letter_id ${ANSWERING}
    where f.recorded_on between from_day and to_day order by f.id, 4`,
  to: "reporting",
}

/** Each later deadline that was granted between two days, both included. */
const scoredExtensions: ShownFunction = {
  name: "scored_extensions",
  parameters: PERIOD,
  columns: {
    ...TASK,
    agency_id: "uuid",
    extension_id: "uuid",
    original_due_on: "date",
    granted_due_on: "date",
    decided_on: "date",
  },
  body: sql`
    select f.task_id, t.code, t.title, ${ANSWERS}, f.id, f.original_due_on, f.granted_due_on, f.decided_on
    from deadline_extension f join task t on t.id = f.task_id ${ANSWERING}
    where f.granted and f.decided_on between from_day and to_day order by f.position, 4`,
  to: "reporting",
}

/** Each answer on a task that somebody signed between two days, both included, and what the Department had made of it by then. */
const scoredAnswers: ShownFunction = {
  name: "scored_answers",
  parameters: PERIOD,
  columns: {
    ...TASK,
    agency_id: "uuid",
    answer_id: "uuid",
    signed_by: "text",
    signed_by_name: "text",
    signed_on: "date",
    answer: "text",
    on_behalf: "boolean",
    outcome: "text",
  },
  body: sql`
    select f.task_id, t.code, t.title, f.agency_id, f.id, f.recorded_by, f.recorded_by_name, f.effective_on, f.answer, f.on_behalf, verified.outcome
    from progress_report f join task t on t.id = f.task_id
    left join lateral (
      select v.outcome from report_verification v where v.report_id = f.id and v.recorded_on <= to_day
      order by v.position desc limit 1
    ) verified on true
    where f.effective_on between from_day and to_day and f.recorded_by is not null order by f.position`,
  to: "reporting",
}

/** What scorecards are made of, for a migration; a test says when it has to be carried out again. */
export function shownToScorecardsSql(): string[] {
  return [scoredObligations, scoredReminders, scoredExtensions, scoredAnswers].flatMap(shownFunctionSql)
}
