import type { CalendarDate } from "@plan43/calendar"
import { type ShownFunction, shownFunctionSql } from "@plan43/subgraph"
import { sql } from "kysely"
import { dueOnInForceSql, type StatusQuestion } from "../status/task-status.sql.ts"

/** A report of the City is made of all that was recorded, published or not. */
const READS_ALL: StatusQuestion["viewer"] = {
  kind: "SYSTEM",
  id: "reporting",
  name: "reporting",
  role: null,
  agencyId: null,
  scopes: ["progress:read"],
}

const QUESTION: StatusQuestion = { viewer: READS_ALL, asOf: sql.ref<CalendarDate>("by_day") }

/**
 * Every obstacle that had been raised by the end of a day, with the state in which it then was and what had last been decided
 * or answered, and all who raised it: those whose own was merged into it, too. What went on as another one, was taken back or
 * was declined is no matter of a report.
 */
const reportedObstacles: ShownFunction = {
  name: "reported_obstacles",
  parameters: { by_day: "date" },
  columns: {
    id: "uuid",
    number: "integer",
    agency_ids: "uuid[]",
    task_id: "uuid",
    indicator_id: "uuid",
    title: "text",
    category: "text",
    proposal: "text",
    addressee: "text",
    addressed_agency_id: "uuid",
    state: "text",
    settled: "text",
  },
  body: sql`
    select o.id, o.number,
      array(select o.agency_id union select merged.agency_id from obstacle merged
        cross join lateral (
          select s.merged_into from obstacle_step s
          where s.obstacle_id = merged.id and s.recorded_on <= by_day order by s.id desc limit 1
        ) went
        where merged.withdrawn_at is null and went.merged_into = o.id order by 1),
      o.task_id, o.indicator_id, o.title, o.category, o.proposal, o.addressee,
      o.addressed_agency_id, standing.state,
      (select s.words from obstacle_step s
        where s.obstacle_id = o.id and s.recorded_on <= by_day and s.action in ('DECIDE', 'ANSWER') order by s.id desc limit 1)
    from obstacle o
    cross join lateral (
      select s.state from obstacle_step s where s.obstacle_id = o.id and s.recorded_on <= by_day order by s.id desc limit 1
    ) standing
    where o.withdrawn_at is null and standing.state not in ('MERGED', 'WITHDRAWN', 'DECLINED') order by o.number`,
  to: "reporting",
}

/** The last day in time of every task that stands, extensions that were granted by the end of a day included. */
const reportedDueDays: ShownFunction = {
  name: "reported_due_days",
  parameters: { by_day: "date" },
  columns: { id: "uuid", due_on: "date" },
  body: sql`select t.id, ${dueOnInForceSql(QUESTION)} from task t where t.withdrawn_at is null`,
  to: "reporting",
}

/**
 * What the reporting subgraph may know of obstacles and of days to come, for a migration; after a change of the rule of due
 * days a further migration has to make it anew: a test says so.
 */
export function obstaclesShownSql(): string[] {
  return [reportedObstacles, reportedDueDays].flatMap(shownFunctionSql)
}
