import type { CalendarDate } from "@plan43/calendar"
import {
  type Connection,
  connectionType,
  DateScalar,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
  Role,
  rowById,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, ID, InputType, registerEnumType } from "type-graphql"
import { PersonAssignment } from "./person-assignment.ts"

export const PersonAssignmentConnection = connectionType("PersonAssignment", () => PersonAssignment)

@InputType({ description: "Which assignments; conditions add up, values of one condition are alternatives" })
export class PersonAssignmentFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of name, e-mail and subject, without case and diacritics",
  })
  text?: string | null

  @Field(() => [Role], { nullable: true })
  role?: Role[] | null

  @Field(() => [ID], { nullable: true, description: "By identifier or code" })
  agency?: string[] | null

  @Field(() => DateScalar, { nullable: true, description: "In force on this day" })
  activeOn?: CalendarDate | null
}

export enum PersonAssignmentOrderField {
  NAME = "NAME",
  VALID_FROM = "VALID_FROM",
}
registerEnumType(PersonAssignmentOrderField, { name: "PersonAssignmentOrderField" })

@InputType()
export class PersonAssignmentOrder {
  @Field(() => PersonAssignmentOrderField)
  field!: PersonAssignmentOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const ID_KEY = { expression: sql`pa.id`, type: "uuid" } as const
const KEYS = {
  [PersonAssignmentOrderField.NAME]: [{ expression: sql`pa.name collate "vi-x-icu"`, type: "text" }, ID_KEY],
  [PersonAssignmentOrderField.VALID_FROM]: [{ expression: sql`pa.valid_from`, type: "date" }, ID_KEY],
} as const

const STANDING = sql<SqlBool>`pa.withdrawn_at is null`

function conditionsOf(filter: PersonAssignmentFilter): RawBuilder<SqlBool>[] {
  const conditions = [STANDING]
  if (filter.text != null) conditions.push(matchesText(sql`pa.search_text`, filter.text))
  if (filter.role != null) conditions.push(sql<SqlBool>`pa.role = any(${filter.role}::text[])`)
  if (filter.agency != null)
    conditions.push(sql<SqlBool>`pa.agency_id in (select a.id from agency a
      where a.id::text = any(${filter.agency}::text[]) or a.code = any(${filter.agency}::text[]))`)
  if (filter.activeOn != null)
    conditions.push(
      sql<SqlBool>`pa.valid_from <= ${filter.activeOn}::date and ${filter.activeOn}::date <= coalesce(pa.valid_to, 'infinity')`,
    )
  return conditions
}

/** The assignments that a filter selects, by name when no order is asked for. */
export async function findAssignments(
  ctx: RequestContext,
  filter: PersonAssignmentFilter,
  order: PersonAssignmentOrder | null,
  page: PageArguments,
): Promise<Connection<PersonAssignment>> {
  const field = order?.field ?? PersonAssignmentOrderField.NAME
  return listPage(ctx, {
    entity: PersonAssignment,
    from: sql`person_assignment pa`,
    columns: sql`pa.*`,
    conditions: conditionsOf(filter),
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page: pageRequestOf(page),
  })
}

export const assignmentById = rowById(PersonAssignment, () => ({
  from: sql`person_assignment pa`,
  columns: sql`pa.*`,
  id: sql`pa.id`,
  conditions: [STANDING],
}))
