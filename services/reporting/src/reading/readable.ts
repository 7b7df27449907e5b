import { type RecordedRow, readableBy, readableUnpublishedBy } from "@plan43/agency-scope"
import type { RequestContext, RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

type Viewer = RequestContext["viewer"]

/**
 * The rule of rounds, of reports and of their lines: a round that was published shows also the accepted reports, where the
 * tasks are among the parts that were.
 */
export const REPORTS: RowRule = { all: "reports:read", own: "reports:read:own" }

/** The rule of what a round adds up to: it is the City's, no agency's. */
export const CITY_FIGURES: RowRule = { all: REPORTS.all, own: null }

/** A round concerns whoever reports in it. */
const ROUNDS: RecordedRow = {
  published: sql<SqlBool>`e.published_at is not null`,
  concerns: (agencies) => sql<SqlBool>`e.id in (
    select own.round_id from agency_report own where own.agency_id in (${agencies}))`,
}

const REPORTS_OF_AGENCIES: RecordedRow = {
  published: sql<SqlBool>`(r.state = 'INCLUDED' and r.round_id in (
    select shown.id from round shown where shown.published_at is not null and 'TASKS' = any(shown.published_parts)))`,
  concerns: (agencies) => sql<SqlBool>`r.agency_id in (${agencies})`,
}

/** Rounds (alias `e`) that stand and that somebody may read. */
export function readableRounds(viewer: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(e.withdrawn_at is null and ${readableBy(viewer, REPORTS, ROUNDS)})`
}

/** Reports (alias `r`) that somebody may read. */
export function readableReports(viewer: Viewer): RawBuilder<SqlBool> {
  return readableBy(viewer, REPORTS, REPORTS_OF_AGENCIES)
}

/** Rounds (alias `e`) and reports (alias `r`) of which somebody may read all that was recorded. */
export const recordedOf = {
  round: (viewer: Viewer) => readableUnpublishedBy(viewer, REPORTS, ROUNDS),
  report: (viewer: Viewer) => readableUnpublishedBy(viewer, REPORTS, REPORTS_OF_AGENCIES),
}

/**
 * The columns of rounds (alias `e`). What a round asks besides the plan is not published: for whoever reads only what was, its
 * questions are null.
 */
export function columnsOfRounds(viewer: Viewer): RawBuilder<unknown> {
  return sql`e.*, case when ${recordedOf.round(viewer)} then e.questions end as questions`
}

/**
 * Lines (alias `l`) of reports that somebody may read (alias `r`): of those that were published, what may be published. What a
 * round asks besides the plan stays between the agencies and the City.
 */
export function readableLines(viewer: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${recordedOf.report(viewer)} or l.answer = 'REPORTED'
    and l.item_id not in (select sensitive.task_id from tasks.reported_sensitive_tasks() sensitive)
    and l.item_id not in (select asked.id from report_item asked where asked.kind = 'QUESTION'))`
}

/**
 * The columns of a row with those left out that are not published: for whoever reads only that, they are null.
 * A column that is named again counts as it is named last.
 * @param unpublished names of columns, e.g. ["approved_by"]
 */
export function columnsFor(
  viewer: Viewer,
  alias: "l" | "r",
  unpublished: readonly string[],
): RawBuilder<unknown> {
  const row = sql.raw(alias)
  const shown = unpublished.map(
    (name) =>
      sql`case when ${recordedOf.report(viewer)} then ${row}.${sql.ref(name)} end as ${sql.ref(name)}`,
  )
  return sql`${row}.*, ${sql.join(shown)}`
}
