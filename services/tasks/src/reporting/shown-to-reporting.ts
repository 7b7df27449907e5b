import type { CalendarDate } from "@plan43/calendar"
import { type ShownFunction, shownFunctionSql } from "@plan43/subgraph"
import { sql } from "kysely"
import { isOfObligation } from "../obligation/owing.sql.ts"
import {
  obligationDueOnInForceSql,
  obligationStatusSql,
  type StatusQuestion,
  taskStatusSql,
} from "../status/task-status.sql.ts"

/** A report of the City is made of all that was recorded, published or not. */
const READS_ALL: StatusQuestion["viewer"] = {
  kind: "SYSTEM",
  id: "reporting",
  name: "reporting",
  role: null,
  agencyId: null,
  scopes: ["progress:read"],
}

const BY_DAY = sql.ref<CalendarDate>("by_day")
const ANSWERING_DAY = sql.ref<CalendarDate>("answering_day")
const QUESTION: StatusQuestion = { viewer: READS_ALL, asOf: BY_DAY }
const OF_AGENCY: StatusQuestion = { ...QUESTION, answeringOn: ANSWERING_DAY }
const ASKED_AGENCY = sql.ref<string>("asked.agency_id")

/** Every task that stands: its cells, its status at the end of a day, and who then answered for the bodies of its lead cell. */
const reportedTasks: ShownFunction = {
  name: "reported_tasks",
  parameters: { by_day: "date" },
  columns: {
    id: "uuid",
    plan_number: "text",
    plan_issued_on: "date",
    plan_issuer: "text",
    code: "text",
    number: "text",
    section_numeral: "text",
    section_title: "text",
    title: "text",
    lead_text: "text",
    coordinator_text: "text",
    expected_result: "text",
    deadline_text: "text",
    status: "text",
    lead_ids: "uuid[]",
  },
  body: sql`
    select t.id, plan.number, plan.issued_on, plan.issuer, t.code, t.number, section.numeral, section.title, t.title, t.lead_text, t.coordinator_text,
      t.expected_result, t.deadline_text, ${taskStatusSql(QUESTION)},
      array(select distinct coalesce(answering.answering_id, mention.agency_id) from task_agency mention
        left join lateral answering_agencies(t.id, mention.agency_id, ${BY_DAY}) answering on true
        where mention.task_id = t.id and mention.role = 'LEAD' and mention.agency_id is not null order by 1)
    from task t join plan_section section on section.id = t.section_id join plan on plan.id = t.plan_id
    where t.withdrawn_at is null order by plan.issued_on, plan.number, t.position`,
  to: "reporting",
}

/**
 * What agencies claimed last, by the end of a day, of what they owe of tasks, and how that stood; one row for each pair that
 * is asked about. On `answering_day` it is looked up whose reports count as theirs.
 */
const reportedClaims: ShownFunction = {
  name: "reported_claims",
  parameters: { task_ids: "uuid[]", agency_ids: "uuid[]", by_day: "date", answering_day: "date" },
  columns: {
    task_id: "uuid",
    agency_id: "uuid",
    status: "text",
    due_on: "date",
    report_id: "uuid",
    recorded_on: "date",
    done: "text",
    result_number: "text",
    result_issued_on: "date",
    result_issuer: "text",
    percentage: "integer",
    difficulties: "text",
    next_step: "text",
  },
  body: sql`
    select t.id, asked.agency_id, ${obligationStatusSql(OF_AGENCY, ASKED_AGENCY)},
      ${obligationDueOnInForceSql(OF_AGENCY, ASKED_AGENCY)}, claim.id, claim.effective_on, claim.done,
      claim.result_number, claim.result_issued_on, claim.result_issuer, claim.percentage, claim.difficulties, claim.next_step
    from unnest(task_ids, agency_ids) as asked(task_id, agency_id)
    join task t on t.id = asked.task_id
    left join lateral (
      select r.* from progress_report r
      where r.task_id = t.id and r.answer = 'PROGRESS' and r.effective_on <= by_day
        and ${isOfObligation(sql`r.agency_id`, { taskId: sql`t.id`, agencyId: ASKED_AGENCY }, ANSWERING_DAY)}
      order by r.position desc limit 1
    ) claim on true`,
  to: "reporting",
}

/** Whether what was recorded is a simulation: whatever is made of it has to say so. */
const reportedSimulation: ShownFunction = {
  name: "reported_simulation",
  parameters: {},
  columns: { simulated: "boolean" },
  body: sql`select exists (select 1 from simulation)`,
  to: "reporting",
}

/** The tasks that carry what the public may not know: of them nothing is published but that they are counted. */
const reportedSensitiveTasks: ShownFunction = {
  name: "reported_sensitive_tasks",
  parameters: {},
  columns: { task_id: "uuid" },
  body: sql`select id from task where sensitive`,
  to: "reporting",
}

/**
 * What the reporting subgraph may know of tasks, for a migration: the rule of a status is written into it, as it is now.
 * After a change of that rule a further migration has to make it anew; a test says so.
 */
export function shownToReportingSql(): string[] {
  return [reportedTasks, reportedClaims, reportedSensitiveTasks, reportedSimulation].flatMap(shownFunctionSql)
}
