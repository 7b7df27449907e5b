import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"
import { readableReports } from "../progress/readable-reports.ts"
import { SOON_DAYS, type TaskStatus } from "./task-status.ts"

/**
 * Tasks under alias `t`, and under `report` what was last reported of each by the end of a day, of what whoever is asking
 * may read.
 */
export function tasksWithReport(
  { viewer }: Pick<RequestContext, "viewer">,
  asOf: CalendarDate,
): RawBuilder<unknown> {
  return sql`task t left join lateral (
    select r.state, r.completed_on, r.confirmed_on <= ${asOf}::date as confirmed from progress_report r
    where r.task_id = t.id and r.effective_on <= ${asOf}::date and ${readableReports(viewer)}
    order by r.effective_on desc, r.id desc limit 1
  ) report on true`
}

/**
 * The rule of `taskStatusOf` in SQL, so that lists and tallies are filtered where the rows are. A test holds
 * the two against each other. Needs {@link tasksWithReport} of the same day in its FROM clause.
 */
export function taskStatusSql(asOf: CalendarDate): RawBuilder<TaskStatus> {
  const day = sql`${asOf}::date`
  const due = dueOnSql("t", asOf)
  return sql<TaskStatus>`case
    when report.state in ('SUSPENDED', 'CANCELLED') then report.state
    when report.state = 'COMPLETED' and report.completed_on is not null and report.confirmed
      and (t.deadline_kind <> 'ANNUAL' or date_trunc('year', report.completed_on) = date_trunc('year', ${day}))
      then case when report.completed_on > ${due} then 'COMPLETED_LATE' else 'COMPLETED_ON_TIME' end
    when exists (
      select 1 from task_trigger tt join awaited_document g on g.id = tt.trigger_id
      where tt.task_id = t.id and (g.issued_on is null or g.issued_on > ${day})
    ) then 'AWAITING_TRIGGER'
    when t.deadline_kind = 'PHASED' then coalesce((
      select phase.status from (
        select ${dateStatusSql("p", asOf)} as status from task_phase p where p.task_id = t.id and p.withdrawn_at is null
      ) phase
      order by array_position(array['OVERDUE', 'DUE_SOON', 'AWAITING_TRIGGER', 'IN_PROGRESS', 'ONGOING', 'NOT_STARTED'], phase.status)
      limit 1
    ), ${dateStatusSql("t", asOf)})
    else ${dateStatusSql("t", asOf)} end`
}

/** The due date of a row with deadline columns, as of a day: see `dueOnAsOf`. */
export function dueOnSql(alias: "p" | "t", asOf: CalendarDate): RawBuilder<CalendarDate | null> {
  const row = sql.raw(alias)
  return sql`(case when ${row}.deadline_kind = 'ANNUAL' then ${`${asOf.slice(0, 4)}-12-31`}::date
    else ${row}.deadline_due_on end)`
}

function dateStatusSql(alias: "p" | "t", asOf: CalendarDate): RawBuilder<TaskStatus> {
  const row = sql.raw(alias)
  const day = sql`${asOf}::date`
  const due = dueOnSql(alias, asOf)
  const notYetDone = sql`case when coalesce(report.state, 'NOT_STARTED') = 'NOT_STARTED' then 'NOT_STARTED' else 'IN_PROGRESS' end`
  return sql<TaskStatus>`case
    when ${day} < ${row}.deadline_starts_on then ${notYetDone}
    when ${row}.deadline_kind in ('CONTINUOUS', 'OPEN_ENDED') then 'ONGOING'
    when ${due} is null then ${notYetDone}
    when ${day} > ${due} then 'OVERDUE'
    when ${due} - ${day} <= ${sql.lit(SOON_DAYS)} then 'DUE_SOON'
    else ${notYetDone} end`
}
