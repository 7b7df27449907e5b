import { type RecordedRow, readableBy, readableUnpublishedBy } from "@plan43/agency-scope"
import type { RequestContext, RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

type Viewer = RequestContext["viewer"]

/** The rule of rounds, of reports and of their lines: a round that was published shows its reports, too. */
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
  published: sql<SqlBool>`r.round_id in (select shown.id from round shown where shown.published_at is not null)`,
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
