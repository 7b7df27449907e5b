import { type AgenciesWithin, agenciesWithin, reachOf } from "@plan43/agency-scope"
import { matchesText, type RequestContext, readRowByRow } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { assessedAs } from "../assessment/assessment-condition.ts"
import { planIdsNamed } from "../plan/plan-reference.ts"
import type { IndicatorFilter } from "./indicator-filter.ts"

/** Indicators (alias `i`) that one of the agencies follows. */
export function followedBy({ ids, withheld }: AgenciesWithin): RawBuilder<SqlBool> {
  return sql<SqlBool>`i.id in (select ia.indicator_id from indicator_agency ia where ia.agency_id in (${ids})
    and not ${withheld(sql`ia.indicator_id`, sql`ia.agency_id`)})`
}

/**
 * The conditions that a filter describes, over the table of indicators under alias `i`.
 * @throws BAD_USER_INPUT with reason UNKNOWN_PLAN or UNKNOWN_AGENCY
 */
export async function indicatorConditions(
  ctx: RequestContext,
  filter: IndicatorFilter,
): Promise<RawBuilder<SqlBool>[]> {
  const conditions = [sql<SqlBool>`i.withdrawn_at is null`]
  if (filter.plan != null) {
    const plans = await planIdsNamed(ctx, filter.plan, "filter.plan")
    conditions.push(sql<SqlBool>`i.plan_id = any(${plans}::uuid[])`)
  }
  if (filter.text != null) {
    // A plan has a few dozen indicators
    const text = sql`i.search_text`
    conditions.push(matchesText(filter.plan == null ? text : readRowByRow(text), filter.text))
  }
  if (filter.code != null) conditions.push(sql<SqlBool>`i.code = any(${filter.code}::text[])`)
  if (filter.horizon != null)
    conditions.push(sql<SqlBool>`i.horizon_year = any(${filter.horizon}::integer[])`)
  if (filter.lead != null)
    conditions.push(followedBy(await agenciesWithin(ctx, filter.lead, "filter.lead", reachOf(filter))))
  if (filter.targetKind != null)
    conditions.push(sql<SqlBool>`i.target_kind = any(${filter.targetKind}::text[])`)
  if (filter.topLevel === true) conditions.push(sql<SqlBool>`i.parent_id is null`)
  if (filter.topLevel === false) conditions.push(sql<SqlBool>`i.parent_id is not null`)
  if (filter.assessment != null)
    conditions.push(await assessedAs(ctx, filter.assessment, filter.asOf ?? ctx.today))
  return conditions
}
