import { answeredOf } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { NO_ANSWER_OWED, silentSql, unansweredSinceSql } from "../obligation/obligation-standing.sql.ts"
import { owingSql } from "../obligation/owing.sql.ts"
import { obligationDueOnSql, obligationStatusSql } from "../status/task-status.sql.ts"

/** Who asks, and for which day. */
export type Asking = Pick<RequestContext, "viewer" | "today">

const AGENCY = sql.ref<string>("o.agency_id")

/** What agencies owe on the day, one row under `t` and `o` for each task and agency. */
export function owedSql({ today }: Pick<Asking, "today">): RawBuilder<unknown> {
  return sql`task t cross join lateral ${owingSql(sql`t.id`, today)} o`
}

/**
 * What agencies owe on the day and what of it is late or silent, one row under `w` for each: `task_id`, `agency_id`,
 * `given_to_id`, `status`, `due_on`, `silent_since`, and the order of the plan.
 */
export function lateOrSilentSql(asking: Asking): RawBuilder<unknown> {
  const { viewer, today } = asking
  const question = { viewer, asOf: today, agencyId: AGENCY }
  return sql`(
    select owed.*, owed.status = 'OVERDUE' as late, owed.silent_since is not null as silent from (
      select t.id as task_id, t.plan_id, t.position, o.position as agency_position, o.agency_id, o.given_to as given_to_id,
        work.status, ${obligationDueOnSql({ viewer, asOf: today }, AGENCY, { periodKey: null, phaseId: null })} as due_on,
        case when ${silentSql(question)} and work.status <> all(${[...NO_ANSWER_OWED]}::text[])
          then ${unansweredSinceSql(question)} end as silent_since
      from ${owedSql(asking)}
      cross join lateral (select ${obligationStatusSql({ viewer, asOf: today }, AGENCY)} as status offset 0) work
      where t.withdrawn_at is null
    ) owed
    where owed.status = 'OVERDUE' or owed.silent_since is not null
  )`
}

/** How often an agency, or one for which it answers, was urged about a task: a subquery with one number. */
export function reminderCountSql(
  taskId: RawBuilder<unknown>,
  agencyId: RawBuilder<string>,
  day: CalendarDate,
  readable: RawBuilder<SqlBool> = sql<SqlBool>`true`,
): RawBuilder<number> {
  return sql<number>`(select count(*)::integer from reminder m
    where m.task_id = ${taskId} and m.recorded_on <= ${day}::date and ${readable}
      and (m.agency_id = ${agencyId} or m.agency_id in (${answeredOf(taskId, agencyId, day)})))`
}

/** The draft that lists a task, to whoever owes it or to one for which that agency answers: a subquery with its id. */
export function draftListingSql(
  taskId: RawBuilder<unknown>,
  agencyId: RawBuilder<string>,
  day: CalendarDate,
): RawBuilder<string | null> {
  return sql<string | null>`(select l.id from reminder_item i join reminder_letter l on l.id = i.letter_id
    where i.task_id = ${taskId} and l.state = 'DRAFT' and l.withdrawn_at is null
      and (l.agency_id = ${agencyId} or l.agency_id in (${answeredOf(taskId, agencyId, day)}))
    order by l.created_at desc limit 1)`
}
