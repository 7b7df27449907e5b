import {
  batched,
  type Connection,
  connectionType,
  grouped,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
  rowById,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType, registerEnumType } from "type-graphql"
import { readablePartners } from "../reading/readable.ts"
import { Partner, PartnerKind } from "./partner.ts"

export const PartnerConnection = connectionType("Partner", () => Partner)

@InputType({ description: "Which partners; conditions add up, values of one condition are alternatives" })
export class PartnerFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of name and fields, without case and diacritics",
  })
  text?: string | null

  @Field(() => [PartnerKind], { nullable: true })
  kind?: PartnerKind[] | null

  @Field(() => [String], { nullable: true, description: "ISO 3166-1 alpha-2" })
  countryCode?: string[] | null
}

export enum PartnerOrderField {
  NAME = "NAME",
  CREATED_AT = "CREATED_AT",
}
registerEnumType(PartnerOrderField, { name: "PartnerOrderField" })

@InputType()
export class PartnerOrder {
  @Field(() => PartnerOrderField)
  field!: PartnerOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const KEYS = {
  [PartnerOrderField.NAME]: [
    { expression: sql`p.name collate "vi-x-icu"`, type: "text" },
    { expression: sql`p.id`, type: "uuid" },
  ],
  [PartnerOrderField.CREATED_AT]: [
    { expression: sql`p.created_at`, type: "timestamptz" },
    { expression: sql`p.id`, type: "uuid" },
  ],
} as const

function conditionsOf({ viewer }: RequestContext, filter: PartnerFilter): RawBuilder<SqlBool>[] {
  const conditions = [readablePartners(viewer)]
  if (filter.text != null) conditions.push(matchesText(sql`p.search_text`, filter.text))
  if (filter.kind != null) conditions.push(sql<SqlBool>`p.kind = any(${filter.kind}::text[])`)
  if (filter.countryCode != null)
    conditions.push(sql<SqlBool>`p.country_code = any(${filter.countryCode}::text[])`)
  return conditions
}

/** The partners that a filter selects, by name when no order is asked for. */
export async function findPartners(
  ctx: RequestContext,
  filter: PartnerFilter,
  order: PartnerOrder | null,
  page: PageArguments,
): Promise<Connection<Partner>> {
  const field = order?.field ?? PartnerOrderField.NAME
  return listPage(ctx, {
    entity: Partner,
    from: sql`partner p`,
    columns: sql`p.*`,
    conditions: conditionsOf(ctx, filter),
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page: pageRequestOf(page),
  })
}

/** A partner by identifier; null also for one whom the viewer may not read. */
export const partnerById = rowById(Partner, ({ viewer }) => ({
  from: sql`partner p`,
  columns: sql`p.*`,
  id: sql`p.id`,
  conditions: [readablePartners(viewer)],
}))

function partnersThrough(link: RawBuilder<unknown>, owner: RawBuilder<unknown>) {
  return batched(async (ctx, ownerIds: readonly string[]): Promise<Partner[][]> => {
    const { rows } = await sql<{ owner_id: string }>`select link.${owner} as owner_id, p.* from ${link} link
      join partner p on p.id = link.partner_id where link.${owner} = any(${ownerIds}::uuid[])
        and ${readablePartners(ctx.viewer)}
      order by p.name collate "vi-x-icu"`.execute(ctx.em.getKysely<unknown>())
    const partners = rows.map(({ owner_id, ...columns }) => ({
      ownerId: owner_id,
      partner: ctx.em.map(Partner, columns as never),
    }))
    return grouped(ownerIds, partners, ({ ownerId }) => ownerId).map((links) =>
      links.map(({ partner }) => partner),
    )
  })
}

/** The partners of an agreement that the viewer may read, by name. */
export const partnersOfAgreement = partnersThrough(sql`agreement_partner`, sql`agreement_id`)

/** The partners in an activity that the viewer may read, by name. */
export const partnersOfActivity = partnersThrough(sql`activity_partner`, sql`activity_id`)
