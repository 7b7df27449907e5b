import type { CalendarDate } from "@plan43/calendar"
import {
  type Connection,
  connectionType,
  DateScalar,
  type List,
  listBelow,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  parentId,
  type RequestContext,
  rowById,
  uuidOf,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, ID, InputType, registerEnumType } from "type-graphql"
import { readableActivities } from "../reading/readable.ts"
import { CooperationActivity, CooperationActivityKind } from "./cooperation-activity.ts"

export const CooperationActivityConnection = connectionType("CooperationActivity", () => CooperationActivity)

@InputType({ description: "Which activities; conditions add up, values of one condition are alternatives" })
export class CooperationActivityFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of title, purpose, place, without case and diacritics",
  })
  text?: string | null

  @Field(() => [CooperationActivityKind], { nullable: true })
  kind?: CooperationActivityKind[] | null

  @Field(() => ID, { nullable: true })
  partner?: string | null

  @Field(() => ID, { nullable: true })
  programme?: string | null

  @Field(() => DateScalar, { nullable: true, description: "Starting later than this day" })
  startsAfter?: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "Starting earlier than this day" })
  startsBefore?: CalendarDate | null
}

export enum CooperationActivityOrderField {
  STARTS_ON = "STARTS_ON",
  TITLE = "TITLE",
}
registerEnumType(CooperationActivityOrderField, {
  name: "CooperationActivityOrderField",
  description: "Without a date: as if later than every day",
})

@InputType()
export class CooperationActivityOrder {
  @Field(() => CooperationActivityOrderField)
  field!: CooperationActivityOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const ID_KEY = { expression: sql`c.id`, type: "uuid" } as const
const KEYS = {
  [CooperationActivityOrderField.STARTS_ON]: [
    { expression: sql`coalesce(c.starts_on, 'infinity'::date)`, type: "date" },
    ID_KEY,
  ],
  [CooperationActivityOrderField.TITLE]: [
    { expression: sql`c.title collate "vi-x-icu"`, type: "text" },
    ID_KEY,
  ],
} as const

function conditionsOf(filter: CooperationActivityFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (filter.text != null) conditions.push(matchesText(sql`c.search_text`, filter.text))
  if (filter.kind != null) conditions.push(sql<SqlBool>`c.kind = any(${filter.kind}::text[])`)
  if (filter.partner != null)
    conditions.push(
      sql<SqlBool>`c.id in (select activity_id from activity_partner where partner_id = ${uuidOf(filter.partner)}::uuid)`,
    )
  if (filter.programme != null)
    conditions.push(sql<SqlBool>`c.programme_id = ${uuidOf(filter.programme)}::uuid`)
  if (filter.startsAfter != null) conditions.push(sql<SqlBool>`c.starts_on > ${filter.startsAfter}::date`)
  if (filter.startsBefore != null) conditions.push(sql<SqlBool>`c.starts_on < ${filter.startsBefore}::date`)
  return conditions
}

function activityList(
  { viewer }: RequestContext,
  conditions: readonly RawBuilder<SqlBool>[],
  order: CooperationActivityOrder | null,
  page: PageRequest,
): List<CooperationActivity> {
  const field = order?.field ?? CooperationActivityOrderField.STARTS_ON
  return {
    entity: CooperationActivity,
    from: sql`activity c`,
    columns: sql`c.*`,
    conditions: [readableActivities(viewer), ...conditions],
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page,
  }
}

/** The activities that a filter selects, by their first day when no order is asked for. */
export async function findActivities(
  ctx: RequestContext,
  filter: CooperationActivityFilter,
  order: CooperationActivityOrder | null,
  page: PageArguments,
): Promise<Connection<CooperationActivity>> {
  return listPage(ctx, activityList(ctx, conditionsOf(filter), order, pageRequestOf(page)))
}

/** An activity by identifier; null also for one that the viewer may not read. */
export const activityById = rowById(CooperationActivity, ({ viewer }) => ({
  from: sql`activity c`,
  columns: sql`c.*`,
  id: sql`c.id`,
  conditions: [readableActivities(viewer)],
}))

/** The activities under a programme. */
export const activitiesOfProgramme = listBelow(async (ctx, page: PageRequest) =>
  activityList(ctx, [sql<SqlBool>`c.programme_id = ${parentId}`], null, page),
)

/** The activities with a partner. */
export const activitiesOfPartner = listBelow(async (ctx, page: PageRequest) =>
  activityList(
    ctx,
    [sql<SqlBool>`c.id in (select activity_id from activity_partner where partner_id = ${parentId})`],
    null,
    page,
  ),
)
