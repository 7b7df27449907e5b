import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { registerEnumType } from "type-graphql"
import { decidingSql, isOfObligation } from "../obligation/owing.sql.ts"
import { isPeriodOf, periodKeySql } from "../period/period-of.ts"
import { readableFacts, readableReports } from "../progress/readable-reports.ts"
import { waitingSql } from "../verification/waiting.sql.ts"
import { MOST_PRESSING, SOON_DAYS, type TaskStatus } from "./task-status.ts"

/** Which due dates a status is reckoned by. */
export const Deadlines = { ORIGINAL: "ORIGINAL", EXTENDED: "EXTENDED" } as const
export type Deadlines = keyof typeof Deadlines
registerEnumType(Deadlines, {
  name: "Deadlines",
  description:
    "Which due dates a status or a tally goes by: the plan's own, or those until which they were extended",
})

/** What a status in SQL is asked for with. */
export interface StatusQuestion {
  viewer: RequestContext["viewer"]
  asOf: DayInSql
  /** Who answers for whose obligation is asked of this day; of `asOf` when absent. */
  answeringOn?: DayInSql
  /** EXTENDED when absent. */
  deadlines?: Deadlines
  /** By what completion a status is reckoned; CONFIRMED when absent. */
  completion?: Completion
}

/** CLAIMED: also what is reported as completed and waits for verification, as though that were confirmed. */
type Completion = "CONFIRMED" | "CLAIMED"

/** A day, or an expression of SQL that is one: what a function of the database is asked with. */
export type DayInSql = CalendarDate | RawBuilder<CalendarDate>

/** Whose part a status is about, in SQL. */
interface Party {
  /** Whether reports of the agency `r.agency_id` count. */
  reports: RawBuilder<SqlBool>
  /** Those whose completion makes it completed: a subquery with a column `agency_id`. */
  deciding: RawBuilder<unknown>
}

/** What one of those owes of the task (alias `t`). */
const DECIDES = { taskId: sql`t.id`, agencyId: sql.ref<string>("decides.agency_id") }

/** Of what a report is, in SQL: a period or a phase of a task, or neither. */
interface Slot {
  period: RawBuilder<string | null>
  phase: RawBuilder<string | null>
}

/** The phase under alias `p`. */
const PHASE: Slot = { period: sql<null>`null::text`, phase: sql<string>`p.id` }

/** The whole task (alias `t`): all that owe it decide, or whoever answers for the one that is marked responsible. */
function wholeTask({ asOf }: StatusQuestion): Party {
  return { reports: sql<SqlBool>`true`, deciding: decidingSql(sql`t.id`, asOf) }
}

/** What one agency owes of the task (alias `t`). */
function obligationOf(agencyId: RawBuilder<string>, { asOf, answeringOn = asOf }: StatusQuestion): Party {
  return {
    reports: isOfObligation(sql`r.agency_id`, { taskId: sql`t.id`, agencyId }, answeringOn),
    deciding: sql`(select ${agencyId} as agency_id)`,
  }
}

/**
 * The rule of `taskStatusOf` in SQL for tasks under alias `t`, so that lists and tallies are filtered where the rows are.
 * A test holds the two against each other.
 */
export function taskStatusSql(question: StatusQuestion): RawBuilder<TaskStatus> {
  return statusSql(question, wholeTask(question))
}

/**
 * The status of what an agency owes of a task (alias `t`).
 * @param agencyId e.g. sql.ref("o.agency_id")
 */
export function obligationStatusSql(
  question: StatusQuestion,
  agencyId: RawBuilder<string>,
): RawBuilder<TaskStatus> {
  return statusSql(question, obligationOf(agencyId, question))
}

/** When a phase (alias `p`) of the task (alias `t`) was completed; null where it is not. */
export function phaseCompletedOnSql(question: StatusQuestion): RawBuilder<CalendarDate | null> {
  return completedOnSql(question, wholeTask(question), PHASE)
}

/** The same of what an agency owes of it. */
export function obligationPhaseCompletedOnSql(
  question: StatusQuestion,
  agencyId: RawBuilder<string>,
): RawBuilder<CalendarDate | null> {
  return completedOnSql(question, obligationOf(agencyId, question), PHASE)
}

/** Whether anybody has reported anything of the task (alias `t`) by that day, "no change" included. */
export function reportedSql({ viewer, asOf }: StatusQuestion): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from progress_report r
    where r.task_id = t.id and r.effective_on <= ${asOf}::date and ${readableReports(viewer)})`
}

/** The last day in time of the task (alias `t`), extensions included. */
export function dueOnInForceSql(question: StatusQuestion): RawBuilder<CalendarDate | null> {
  const slot = { period: periodKeySql(question.asOf), phase: sql<null>`null::uuid` }
  return sql<CalendarDate | null>`coalesce(${extendedDueOnSql(question, wholeTask(question), slot)}, ${dueOnSql("t", question.asOf)})`
}

/** The same of what an agency owes of it. */
export function obligationDueOnInForceSql(
  question: StatusQuestion,
  agencyId: RawBuilder<string>,
): RawBuilder<CalendarDate | null> {
  const slot = { period: periodKeySql(question.asOf), phase: sql<null>`null::uuid` }
  const extended = extendedDueOnSql(question, obligationOf(agencyId, question), slot)
  return sql<CalendarDate | null>`coalesce(${extended}, ${dueOnSql("t", question.asOf)})`
}

/** Of what part a due date is asked, by its values or by columns that hold them. */
interface GivenPart {
  periodKey: string | null | RawBuilder<string | null>
  phaseId: string | null | RawBuilder<string | null>
}

/** The last day in time of what an agency owes of the task (alias `t`), or of a period or phase of it. */
export function obligationDueOnSql(
  question: StatusQuestion,
  agencyId: RawBuilder<string>,
  { periodKey, phaseId }: GivenPart,
): RawBuilder<CalendarDate | null> {
  const slot = { period: sql<string | null>`${periodKey}::text`, phase: sql<string | null>`${phaseId}::uuid` }
  return sql<CalendarDate | null>`coalesce(${extendedDueOnSql(question, obligationOf(agencyId, question), slot)},
    case when length(${periodKey}::text) = 4 then (${periodKey}::text || '-12-31')::date end, (select p.deadline_due_on from task_phase p where p.id = ${phaseId}::uuid),
    case when ${phaseId}::uuid is null then ${started("t", "due_on", question.asOf)} end)`
}

/** The due date of a row with deadline columns, as of a day, as it was first: see `dueOnAsOf`. */
export function dueOnSql(alias: "p" | "t", asOf: DayInSql): RawBuilder<CalendarDate | null> {
  const row = sql.raw(alias)
  return sql`(case when ${row}.deadline_kind = 'ANNUAL' then ${endOfYear(asOf)}
    else ${started(alias, "due_on", asOf)} end)`
}

function endOfYear(day: DayInSql): RawBuilder<CalendarDate> {
  return typeof day === "string"
    ? sql`${`${day.slice(0, 4)}-12-31`}::date`
    : sql`make_date(extract(year from ${day})::integer, 12, 31)`
}

/** What was recorded by a day of when the task (alias `t`) starts that waited for documents: see `taskStartAsOf`. */
function startSql(
  column: "event_on" | "starts_on" | "due_on",
  asOf: DayInSql,
): RawBuilder<CalendarDate | null> {
  return sql<CalendarDate | null>`(select s.${sql.ref(column)} from task_start s
    where s.task_id = t.id and s.recorded_on <= ${asOf}::date order by s.id desc limit 1)`
}

/** A day of a row's deadline: of a task that waits for documents, the one that was recorded with them. */
function started(
  alias: "p" | "t",
  column: "starts_on" | "due_on",
  asOf: DayInSql,
): RawBuilder<CalendarDate | null> {
  const own = sql.ref<CalendarDate | null>(`${alias}.deadline_${column}`)
  if (alias === "p") return own
  return sql<CalendarDate | null>`(case when t.deadline_kind in ('AFTER_TRIGGER', 'ON_GUIDANCE')
    then coalesce(${startSql(column, asOf)}, ${own}) else ${own} end)`
}

/**
 * Facts first, each looked up once; then the rule over them. The task itself and its phases are parts of it that are judged
 * alike. `offset 0` keeps PostgreSQL from planning, and doing, the look-ups again wherever their results are used.
 */
function statusSql(question: StatusQuestion, party: Party): RawBuilder<TaskStatus> {
  const { viewer, asOf } = question
  const day = sql`${asOf}::date`
  const stopped = sql`(select d.kind from task_decision d
    where d.task_id = t.id and d.recorded_on <= ${day} and ${readableFacts(viewer, "d")} order by d.position desc limit 1)`
  const awaiting = sql`(exists (select 1 from task_trigger tt where tt.task_id = t.id)
    and coalesce(${startSql("event_on", asOf)}, 'infinity') > ${day})`
  return sql<TaskStatus>`(
    select case
      when f.stopped in ('SUSPENDED', 'CANCELLED') then f.stopped
      when f.status like 'COMPLETED%' then f.status
      when f.awaiting then 'AWAITING_TRIGGER'
      else f.status end
    from (
      select ${stopped} as stopped, ${awaiting} as awaiting,
        coalesce(${STATUS_OF_PHASES}, max(judged.status) filter (where judged.phase_id is null)) as status
      from (
        select part.phase_id, ${partStatusSql(question, party)} as status from (
          select null::uuid as phase_id, t.deadline_kind as kind, ${started("t", "starts_on", asOf)} as starts_on,
            ${dueOnSql("t", asOf)} as due_on
          union all
          select p.id, p.deadline_kind, p.deadline_starts_on, ${dueOnSql("p", asOf)} from task_phase p
          where t.deadline_kind = 'PHASED' and p.task_id = t.id and p.withdrawn_at is null
        ) part
        offset 0
      ) judged
      offset 0
    ) f)`
}

/** See `statusOfPhases`; null where the task has none. */
const STATUS_OF_PHASES = sql<TaskStatus | null>`case
  when count(judged.phase_id) = 0 then null
  when bool_and(judged.status like 'COMPLETED%') filter (where judged.phase_id is not null) then
    case when bool_or(judged.status = 'COMPLETED_LATE') filter (where judged.phase_id is not null)
      then 'COMPLETED_LATE' else 'COMPLETED_ON_TIME' end
  when bool_or(judged.status like 'COMPLETED%') filter (where judged.phase_id is not null)
    and bool_and(judged.status like 'COMPLETED%' or judged.status = 'NOT_STARTED') filter (where judged.phase_id is not null)
    then 'IN_PROGRESS'
  else (${sql.val([...MOST_PRESSING])}::text[])[
    min(array_position(${sql.val([...MOST_PRESSING])}::text[], judged.status)) filter (where judged.phase_id is not null)] end`

/** See `phaseStatusOf`, of a part of the task: alias `part` with `phase_id`, `kind`, `starts_on` and `due_on`. */
function partStatusSql(question: StatusQuestion, party: Party): RawBuilder<TaskStatus> {
  const day = sql`${question.asOf}::date`
  const slot = {
    period: sql<string | null>`(case when part.phase_id is null then ${periodKeySql(question.asOf)} end)`,
    phase: sql<string | null>`part.phase_id`,
  }
  const notYetDone = sql`case when w.begun then 'IN_PROGRESS' else 'NOT_STARTED' end`
  return sql<TaskStatus>`(
    select case
      when w.completed_on > w.due_on then 'COMPLETED_LATE'
      when w.completed_on is not null then 'COMPLETED_ON_TIME'
      when ${day} < part.starts_on then ${notYetDone}
      when part.kind in ('CONTINUOUS', 'OPEN_ENDED') then 'ONGOING'
      when w.due_on is null then ${notYetDone}
      when ${day} > w.due_on then 'OVERDUE'
      when w.due_on - ${day} <= ${sql.lit(SOON_DAYS)} then 'DUE_SOON'
      else ${notYetDone} end
    from (select coalesce(${extendedDueOnSql(question, party, slot)}, part.due_on) as due_on,
      ${begunSql(question, party, slot)} as begun, ${completedOnSql(question, party, slot)} as completed_on offset 0) w)`
}

/** Reports (alias `r`) of the task (alias `t`) that say how its work stands, by that day. */
function reportsOf({ viewer, asOf }: StatusQuestion, { period, phase }: Slot): RawBuilder<SqlBool> {
  return sql<SqlBool>`r.task_id = t.id and r.answer = 'PROGRESS' and r.effective_on <= ${asOf}::date
    and r.period_key is not distinct from ${period} and r.phase_id is not distinct from ${phase} and ${readableReports(viewer)}`
}

/** See `begun` of `Work`: by what each agency said last. */
function begunSql(question: StatusQuestion, { reports }: Party, slot: Slot): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select 1 from (select distinct on (r.agency_id) r.state from progress_report r
      where ${reportsOf(question, slot)} and ${reports} order by r.agency_id, r.position desc) claim
    where claim.state <> 'NOT_STARTED')`
}

/**
 * Whether a decision (alias `d`) opened again what a report (alias `r`) says of its task: only the period in which it was
 * taken, so that what was completed in earlier years stays so.
 */
export function reopensSql(): RawBuilder<SqlBool> {
  return sql<SqlBool>`d.task_id = r.task_id and d.reopens_completion and d.position > r.position
    and ${isPeriodOf(sql.ref<string | null>("r.period_key"), sql.ref<CalendarDate>("d.recorded_on"))}`
}

/** Whether a report (alias `r`) stood as confirmed on that day: neither returned after all nor opened again since. */
export function confirmedSql({
  viewer,
  asOf,
}: Pick<StatusQuestion, "viewer"> & { asOf: CalendarDate | RawBuilder<string> }): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    (select v.outcome from report_verification v
      where v.report_id = r.id and v.recorded_on <= ${asOf}::date order by v.position desc limit 1) = 'CONFIRMED'
    and not exists (select 1 from task_decision d
      where ${reopensSql()} and d.recorded_on <= ${asOf}::date and ${readableFacts(viewer, "d")}))`
}

/**
 * See `workOfTask`; those who decide are looked at only where anything was confirmed as completed, and what was confirmed of
 * each agency last is then read once for all of them.
 */
function completedOnSql(
  question: StatusQuestion,
  { reports, deciding }: Party,
  slot: Slot,
): RawBuilder<CalendarDate | null> {
  const { asOf, answeringOn = asOf, completion } = question
  const counts =
    completion === "CLAIMED"
      ? sql<SqlBool>`(${confirmedSql(question)} or r.completed_on is not null and ${waitingSql(answeringOn)})`
      : confirmedSql(question)
  const confirmed = sql`${reportsOf(question, slot)} and ${reports} and ${counts}`
  return sql<CalendarDate | null>`case when exists (
    select 1 from progress_report r where r.state = 'COMPLETED' and ${confirmed}
  ) then (
    with confirmed as materialized (
      select distinct on (r.agency_id) r.agency_id, r.completed_on, r.position from progress_report r
      where ${confirmed} order by r.agency_id, r.position desc
    )
    select case when bool_and(last.completed_on is not null) then max(last.completed_on) end
    from ${deciding} decides left join lateral (
      select c.completed_on from confirmed c
      where ${isOfObligation(sql`c.agency_id`, DECIDES, answeringOn)}
      order by c.position desc limit 1
    ) last on true
  ) end`
}

/** See `extendedDueOn`; those who decide are looked at only where anything was granted. */
function extendedDueOnSql(
  question: StatusQuestion,
  { deciding }: Party,
  { period, phase }: Slot,
): RawBuilder<CalendarDate | null> {
  const { viewer, asOf, answeringOn = asOf, deadlines } = question
  if (deadlines === "ORIGINAL") return sql<null>`null::date`
  const granted = sql<SqlBool>`x.task_id = t.id and x.granted and x.decided_on <= ${asOf}::date
    and x.period_key is not distinct from ${period} and x.phase_id is not distinct from ${phase} and ${readableFacts(viewer, "x")}`
  return sql<CalendarDate | null>`case when exists (select 1 from deadline_extension x where ${granted}) then (
    select case when bool_and(extension.due_on is not null) then min(extension.due_on) end
    from ${deciding} decides left join lateral (
      select x.granted_due_on as due_on from deadline_extension x
      where ${granted} and ${isOfObligation(sql`x.agency_id`, DECIDES, answeringOn)}
      order by x.position desc limit 1
    ) extension on true
  ) end`
}
