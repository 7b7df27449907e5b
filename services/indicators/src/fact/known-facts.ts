import type { CalendarDate } from "@plan43/calendar"
import { type RequestContext, uuidOf } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { readableData } from "../reading/readable-data.ts"
import type { FactTable } from "./fact-table.ts"

/**
 * The rows that were known at the end of a day in Hà Nội to those who may read what the viewer may: of every chain the
 * last revision of that day, unless it was withdrawn by then. Later entries change nothing about it. The public goes on
 * seeing the last revision that was published.
 * @param alias of the table
 * @param asOf a date in SQL
 */
export function knownOn(
  viewer: RequestContext["viewer"],
  table: FactTable,
  alias: string,
  asOf: RawBuilder<CalendarDate>,
): RawBuilder<SqlBool> {
  const row = sql.raw(alias)
  return sql<SqlBool>`(${row}.recorded_on <= ${asOf}
    and (${row}.withdrawn_on is null or ${row}.withdrawn_on > ${asOf})
    and ${readableData(viewer, alias)}
    and not exists (select 1 from ${sql.table(table)} later
      where later.chain_id = ${row}.chain_id and later.revision > ${row}.revision
        and later.recorded_on <= ${asOf} and ${readableData(viewer, "later")}))`
}

/** A day as SQL takes it. */
export function dayInSql(day: CalendarDate): RawBuilder<CalendarDate> {
  return sql<CalendarDate>`${day}::date`
}

/** An indicator, and the day whose knowledge is asked for. */
export interface IndicatorOnDay {
  indicatorId: string
  asOf: CalendarDate
}

export const keyOfIndicatorOnDay = ({ indicatorId, asOf }: IndicatorOnDay) => `${indicatorId} ${asOf}`

/** The pairs as rows of `asked(indicator_id, as_of, number)`, numbered from 1. */
export function asked(keys: readonly IndicatorOnDay[]): RawBuilder<unknown> {
  return sql`unnest(${keys.map((key) => uuidOf(key.indicatorId))}::uuid[], ${keys.map((key) => key.asOf)}::date[])
    with ordinality as asked(indicator_id, as_of, number)`
}
