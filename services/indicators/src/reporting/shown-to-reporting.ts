import type { CalendarDate } from "@plan43/calendar"
import { type RequestContext, type ShownFunction, shownFunctionSql } from "@plan43/subgraph"
import { sql } from "kysely"
import { knownOn } from "../fact/known-facts.ts"

/** A report of the City is made of all that was recorded, published or not. */
const READS_ALL: RequestContext["viewer"] = {
  kind: "SYSTEM",
  id: "reporting",
  name: "reporting",
  role: null,
  agencyId: null,
  scopes: ["observations:read"],
}

const BY_DAY = sql.ref<CalendarDate>("by_day")

/** Every indicator that stands, headings included: its cells, and what was observed last, as it was known at the end of a day. */
const reportedIndicators: ShownFunction = {
  name: "reported_indicators",
  parameters: { by_day: "date" },
  columns: {
    id: "uuid",
    code: "text",
    position: "integer",
    name: "text",
    unit: "text",
    target_text: "text",
    horizon_year: "integer",
    lead_text: "text",
    heading: "boolean",
    observation_id: "uuid",
    recorded_on: "date",
    period_start: "date",
    period_end: "date",
    value: "numeric",
    provisional: "boolean",
    source: "text",
    evidence: "text",
    note: "text",
  },
  body: sql`
    select i.id, i.code, i.position, i.name, i.unit, i.target_text, i.horizon_year, i.lead_text,
      exists (select 1 from indicator below where below.parent_id = i.id and below.withdrawn_at is null),
      latest.id, latest.recorded_on, latest.period_start, latest.period_end, latest.value, latest.provisional, latest.source,
      latest.evidence, latest.note
    from indicator i
    left join lateral (
      select o.* from observation o
      where o.indicator_id = i.id and o.period_end <= by_day and ${knownOn(READS_ALL, "observation", "o", BY_DAY)}
      order by o.period_end desc, o.period_start desc, o.id desc limit 1
    ) latest on true
    where i.withdrawn_at is null order by i.plan_id, i.position`,
  to: "reporting",
}

/** What the reporting subgraph may know of indicators, for a migration; see the same of tasks. */
export function shownToReportingSql(): string[] {
  return shownFunctionSql(reportedIndicators)
}
