import type { CalendarDate } from "@plan43/calendar"
import { type RequestContext, type ShownFunction, shownFunctionSql } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"
import type { FactTable } from "../fact/fact-table.ts"
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

/** The facts of an indicator (alias `i`) under an alias, as they were known at the end of the day. */
function known(table: FactTable, alias: string): RawBuilder<unknown> {
  return sql`${sql.table(table)} ${sql.raw(alias)}
    where ${sql.raw(alias)}.indicator_id = i.id and ${knownOn(READS_ALL, table, alias, BY_DAY)}`
}

/**
 * What the assessment of every indicator that stands depends on, as it was known at the end of a day: the facts that
 * `assess` of @plan43/indicator-assessment takes. Points of a path are {"on", "value"}.
 */
const reportedAssessmentFacts: ShownFunction = {
  name: "reported_assessment_facts",
  parameters: { by_day: "date" },
  columns: {
    id: "uuid",
    name: "text",
    unit: "text",
    horizon_year: "integer",
    yearly: "boolean",
    printed_kind: "text",
    target: "jsonb",
    baseline: "jsonb",
    milestones: "jsonb",
    observation: "jsonb",
    judgement: "jsonb",
  },
  body: sql`
    select i.id, i.name, i.unit, i.horizon_year, i.yearly, i.target_kind,
      coalesce(
        (select jsonb_build_object('kind', d.kind, 'minimum', d.minimum, 'maximum', d.maximum)
          from ${known("directed_target", "d")} limit 1),
        jsonb_build_object('kind', i.target_kind, 'minimum', i.target_minimum, 'maximum', i.target_maximum)),
      (select jsonb_build_object('on', b.measured_on, 'value', b.value) from ${known("indicator_baseline", "b")} limit 1),
      coalesce((select jsonb_agg(jsonb_build_object('on', m.due_on, 'value', m.value) order by m.due_on, m.id)
        from ${known("indicator_milestone", "m")}), '[]'),
      (select jsonb_build_object('periodEnd', o.period_end, 'value', o.value, 'provisional', o.provisional)
        from ${known("observation", "o")} and o.period_end <= by_day
        order by o.period_end desc, o.period_start desc, o.id desc limit 1),
      (select jsonb_build_object('on', j.judged_on, 'state', j.state) from ${known("judgement", "j")} and j.judged_on <= by_day
        order by j.judged_on desc, j.recorded_at desc, j.id desc limit 1)
    from indicator i where i.withdrawn_at is null order by i.plan_id, i.position`,
  to: "reporting",
}

/** What the reporting subgraph may know of where indicators stand, for a migration. */
export function assessmentFactsShownSql(): string[] {
  return shownFunctionSql(reportedAssessmentFacts)
}
