import type { CalendarDate } from "@plan43/calendar"
import {
  badInput,
  type Connection,
  DateScalar,
  type List,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, ID, InputType, registerEnumType } from "type-graphql"
import { belongsTo } from "../membership/group-membership.ts"
import { Agency } from "./agency.ts"
import { AgencyKind } from "./agency-kind.ts"

@InputType({ description: "Which agencies; conditions add up, values of one condition are alternatives" })
export class AgencyFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of code, names and aliases, without case and diacritics",
  })
  text?: string | null

  @Field(() => [String], { nullable: true })
  code?: string[] | null

  @Field(() => [AgencyKind], { nullable: true })
  kind?: AgencyKind[] | null

  @Field(() => DateScalar, { nullable: true, description: "Existing on this day" })
  activeOn?: CalendarDate | null

  @Field(() => ID, {
    nullable: true,
    description: "Members of this group, by identifier or code, on activeOn or today",
  })
  memberOf?: string | null
}

export enum AgencyOrderField {
  NAME = "NAME",
  CODE = "CODE",
  KIND = "KIND",
}
registerEnumType(AgencyOrderField, {
  name: "AgencyOrderField",
  description: "KIND follows the order of AgencyKind",
})

@InputType()
export class AgencyOrder {
  @Field(() => AgencyOrderField)
  field!: AgencyOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const BY_NAME = [
  { expression: sql`a.name collate "vi-x-icu"`, type: "text" },
  { expression: sql`a.id`, type: "uuid" },
] as const

const KEYS = {
  [AgencyOrderField.NAME]: BY_NAME,
  [AgencyOrderField.CODE]: [
    { expression: sql`a.code`, type: "text" },
    { expression: sql`a.id`, type: "uuid" },
  ],
  [AgencyOrderField.KIND]: [{ expression: sql`kind_rank(a.kind)`, type: "integer" }, ...BY_NAME],
} as const

/** Agencies that exist on a day. */
export function activeOn(day: CalendarDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`(coalesce(a.valid_from, '-infinity') <= ${day}::date and ${day}::date <= coalesce(a.valid_to, 'infinity'))`
}

async function conditionsOf(ctx: RequestContext, filter: AgencyFilter): Promise<RawBuilder<SqlBool>[]> {
  const conditions = [sql<SqlBool>`a.withdrawn_at is null`]
  if (filter.text != null) conditions.push(matchesText(sql`a.search_text`, filter.text))
  if (filter.code != null) conditions.push(sql<SqlBool>`a.code = any(${filter.code}::text[])`)
  if (filter.kind != null) conditions.push(sql<SqlBool>`a.kind = any(${filter.kind}::text[])`)
  if (filter.activeOn != null) conditions.push(activeOn(filter.activeOn))
  if (filter.memberOf != null) {
    const group = await groupNamed(ctx, filter.memberOf)
    conditions.push(belongsTo(sql<string>`${group}::uuid`, filter.activeOn ?? ctx.today))
  }
  return conditions
}

async function groupNamed(ctx: RequestContext, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from agency
    where kind = 'GROUP' and (code = ${name} or id::text = ${name})`.execute(ctx.em.getKysely<unknown>())
  const [group] = rows
  if (group === undefined)
    throw badInput({
      reason: "UNKNOWN_GROUP",
      argument: "filter.memberOf",
      message: `Không có nhóm cơ quan nào có mã hoặc định danh “${name}”`,
      details: { given: name },
    })
  return group.id
}

/** The list of agencies that meet conditions, by name when no order is asked for. */
export function agencyList(
  conditions: readonly RawBuilder<SqlBool>[],
  order: AgencyOrder | null,
  page: PageRequest,
): List<Agency> {
  const field = order?.field ?? AgencyOrderField.NAME
  return {
    entity: Agency,
    from: sql`agency a`,
    columns: sql`a.*`,
    conditions,
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page,
  }
}

/** The agencies that a filter selects. */
export async function findAgencies(
  ctx: RequestContext,
  filter: AgencyFilter,
  order: AgencyOrder | null,
  page: PageArguments,
): Promise<Connection<Agency>> {
  const request = pageRequestOf(page)
  return listPage(ctx, agencyList(await conditionsOf(ctx, filter), order, request))
}
