import { type RecordedRow, readableBy, readableUnpublishedBy } from "@plan43/agency-scope"
import type { RequestContext, RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/** The rule of what people record about indicators, and of what is worked out from it. */
export const OBSERVATIONS: RowRule = { all: "observations:read", own: "observations:read:own" }

/**
 * Rows that people recorded about an indicator and that somebody may read: those about every indicator, or those about
 * the indicators that the own agency follows and those that were published.
 * @param alias of a table with the columns `indicator_id` and `published_at`
 */
export function readableData(viewer: RequestContext["viewer"], alias: string): RawBuilder<SqlBool> {
  return readableBy(viewer, OBSERVATIONS, dataOf(alias))
}

/** Rows as those of {@link readableData} that somebody may read whether they were published or not. */
export function recordedData(viewer: RequestContext["viewer"], alias: string): RawBuilder<SqlBool> {
  return readableUnpublishedBy(viewer, OBSERVATIONS, dataOf(alias))
}

function dataOf(alias: string): RecordedRow {
  const row = sql.raw(alias)
  return {
    published: sql<SqlBool>`${row}.published_at is not null`,
    concerns: (agencies, withheld) =>
      sql<SqlBool>`${row}.indicator_id in (select ia.indicator_id from indicator_agency ia where ia.agency_id in (${agencies})
        and not ${withheld(sql`ia.indicator_id`, sql`ia.agency_id`)})`,
  }
}
