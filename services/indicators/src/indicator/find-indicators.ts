import { agencyWithin, reachOf } from "@plan43/agency-scope"
import {
  type Connection,
  type List,
  listBelow,
  listPage,
  OrderDirection,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  parentId,
  type RequestContext,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Indicator } from "./indicator.ts"
import { followedBy, indicatorConditions } from "./indicator-conditions.ts"
import { type IndicatorFilter, type IndicatorOrder, IndicatorOrderField } from "./indicator-filter.ts"

/** What a list of indicators is asked for with. */
export interface IndicatorListRequest {
  filter: IndicatorFilter
  order: IndicatorOrder | null
  page: PageRequest
}

/** Reads the arguments of a list of indicators. */
export function indicatorListRequest(
  filter: IndicatorFilter | null,
  order: IndicatorOrder | null,
  page: PageArguments,
): IndicatorListRequest {
  return { filter: filter ?? {}, order, page: pageRequestOf(page) }
}

const PRINTED = [
  { expression: sql`i.plan_id`, type: "uuid" },
  { expression: sql`i.position`, type: "integer" },
  { expression: sql`i.id`, type: "uuid" },
] as const

const KEYS = {
  [IndicatorOrderField.PLAN_ORDER]: PRINTED,
  [IndicatorOrderField.NAME]: [
    { expression: sql`i.name collate "vi-x-icu"`, type: "text" },
    { expression: sql`i.id`, type: "uuid" },
  ],
  [IndicatorOrderField.HORIZON]: [{ expression: sql`i.horizon_year`, type: "integer" }, ...PRINTED],
} as const

async function indicatorList(
  ctx: RequestContext,
  { filter, order, page }: IndicatorListRequest,
  ...below: RawBuilder<SqlBool>[]
): Promise<List<Indicator>> {
  const field = order?.field ?? IndicatorOrderField.PLAN_ORDER
  return {
    entity: Indicator,
    from: sql`indicator i`,
    columns: sql`i.*`,
    conditions: [...(await indicatorConditions(ctx, filter)), ...below],
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page,
  }
}

/** The indicators that a filter selects. */
export async function findIndicators(
  ctx: RequestContext,
  request: IndicatorListRequest,
): Promise<Connection<Indicator>> {
  return listPage(ctx, await indicatorList(ctx, request))
}

/** The indicators that an agency follows: by name, and within the reach that the filter asks for. */
export const indicatorsFollowedBy = listBelow((ctx, request: IndicatorListRequest) =>
  indicatorList(ctx, request, followedBy(agencyWithin(parentId, reachOf(request.filter)))),
)

/** The indicators of a plan. */
export const indicatorsOfPlan = listBelow((ctx, request: IndicatorListRequest) =>
  indicatorList(ctx, request, sql<SqlBool>`i.plan_id = ${parentId}`),
)
