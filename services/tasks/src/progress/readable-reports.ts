import { type RecordedRow, readableBy, readableUnpublishedBy } from "@plan43/agency-scope"
import type { RequestContext, RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/** The rule of what is worked out from reports of progress. */
export const PROGRESS: RowRule = { all: "progress:read", own: "progress:read:own" }

/**
 * Reports of progress (alias `r`) that somebody may read: those of every task, or those of the tasks that the own agency
 * leads or coordinates and those that were published.
 */
export function readableReports(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  return readableFacts(viewer, "r")
}

/**
 * The same of what was decided about tasks and of extensions: tables with `task_id` and `published_at`.
 * @param alias the table's, e.g. "d"
 */
export function readableFacts(viewer: RequestContext["viewer"], alias: string): RawBuilder<SqlBool> {
  return readableBy(viewer, PROGRESS, factsOf(alias))
}

/** The same whether they were published or not. */
export function recordedFacts(viewer: RequestContext["viewer"], alias: string): RawBuilder<SqlBool> {
  return readableUnpublishedBy(viewer, PROGRESS, factsOf(alias))
}

function factsOf(alias: string): RecordedRow {
  const taskId = sql.ref(`${alias}.task_id`)
  return {
    published: sql<SqlBool>`${sql.ref(`${alias}.published_at`)} is not null`,
    concerns: (agencies, withheld) =>
      sql<SqlBool>`${taskId} in (select ta.task_id from task_agency ta where ta.agency_id in (${agencies})
        and not ${withheld(sql`ta.task_id`, sql`ta.agency_id`)})`,
  }
}
