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
import { readableAgreements } from "../reading/readable.ts"
import { Agreement, AgreementLevel, AgreementState } from "./agreement.ts"

export const AgreementConnection = connectionType("Agreement", () => Agreement)

@InputType({ description: "Which agreements; conditions add up, values of one condition are alternatives" })
export class AgreementFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of title and number, without case and diacritics",
  })
  text?: string | null

  @Field(() => [AgreementState], { nullable: true })
  state?: AgreementState[] | null

  @Field(() => [AgreementLevel], { nullable: true })
  level?: AgreementLevel[] | null

  @Field(() => ID, { nullable: true })
  partner?: string | null

  @Field(() => ID, { nullable: true })
  programme?: string | null

  @Field(() => ID, { nullable: true })
  responsibleAgency?: string | null

  @Field(() => DateScalar, { nullable: true, description: "Expiring earlier than this day" })
  expiresBefore?: CalendarDate | null
}

export enum AgreementOrderField {
  TITLE = "TITLE",
  SIGNED_ON = "SIGNED_ON",
  EXPIRES_ON = "EXPIRES_ON",
}
registerEnumType(AgreementOrderField, {
  name: "AgreementOrderField",
  description: "Without a date: as if later than every day",
})

@InputType()
export class AgreementOrder {
  @Field(() => AgreementOrderField)
  field!: AgreementOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const ID_KEY = { expression: sql`a.id`, type: "uuid" } as const
const KEYS = {
  [AgreementOrderField.TITLE]: [{ expression: sql`a.title collate "vi-x-icu"`, type: "text" }, ID_KEY],
  [AgreementOrderField.SIGNED_ON]: [
    { expression: sql`coalesce(a.signed_on, 'infinity'::date)`, type: "date" },
    ID_KEY,
  ],
  [AgreementOrderField.EXPIRES_ON]: [
    { expression: sql`coalesce(a.expires_on, 'infinity'::date)`, type: "date" },
    ID_KEY,
  ],
} as const

function conditionsOf(filter: AgreementFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (filter.text != null) conditions.push(matchesText(sql`a.search_text`, filter.text))
  if (filter.state != null) conditions.push(sql<SqlBool>`a.state = any(${filter.state}::text[])`)
  if (filter.level != null) conditions.push(sql<SqlBool>`a.level = any(${filter.level}::text[])`)
  if (filter.partner != null)
    conditions.push(
      sql<SqlBool>`a.id in (select agreement_id from agreement_partner where partner_id = ${uuidOf(filter.partner)}::uuid)`,
    )
  if (filter.programme != null)
    conditions.push(sql<SqlBool>`a.programme_id = ${uuidOf(filter.programme)}::uuid`)
  if (filter.responsibleAgency != null)
    conditions.push(sql<SqlBool>`a.responsible_agency_id = ${uuidOf(filter.responsibleAgency)}::uuid`)
  if (filter.expiresBefore != null)
    conditions.push(sql<SqlBool>`a.expires_on < ${filter.expiresBefore}::date`)
  return conditions
}

function agreementList(
  { viewer }: RequestContext,
  conditions: readonly RawBuilder<SqlBool>[],
  order: AgreementOrder | null,
  page: PageRequest,
): List<Agreement> {
  const field = order?.field ?? AgreementOrderField.TITLE
  return {
    entity: Agreement,
    from: sql`agreement a`,
    columns: sql`a.*`,
    conditions: [readableAgreements(viewer), ...conditions],
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page,
  }
}

/** The agreements that a filter selects, by title when no order is asked for. */
export async function findAgreements(
  ctx: RequestContext,
  filter: AgreementFilter,
  order: AgreementOrder | null,
  page: PageArguments,
): Promise<Connection<Agreement>> {
  return listPage(ctx, agreementList(ctx, conditionsOf(filter), order, pageRequestOf(page)))
}

/** An agreement by identifier; null also for one that the viewer may not read. */
export const agreementById = rowById(Agreement, ({ viewer }) => ({
  from: sql`agreement a`,
  columns: sql`a.*`,
  id: sql`a.id`,
  conditions: [readableAgreements(viewer)],
}))

/** The agreements under a programme. */
export const agreementsOfProgramme = listBelow(async (ctx, page: PageRequest) =>
  agreementList(ctx, [sql<SqlBool>`a.programme_id = ${parentId}`], null, page),
)

/** The agreements with a partner. */
export const agreementsOfPartner = listBelow(async (ctx, page: PageRequest) =>
  agreementList(
    ctx,
    [sql<SqlBool>`a.id in (select agreement_id from agreement_partner where partner_id = ${parentId})`],
    null,
    page,
  ),
)
