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
  return readableBy(viewer, PROGRESS, REPORTS)
}

/** Reports (alias `r`) that somebody may read whether they were published or not. */
export function recordedReports(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  return readableUnpublishedBy(viewer, PROGRESS, REPORTS)
}

const REPORTS: RecordedRow = {
  published: sql<SqlBool>`r.published_at is not null`,
  concerns: (agencies) =>
    sql<SqlBool>`r.task_id in (select ta.task_id from task_agency ta where ta.agency_id in (${agencies}))`,
}
