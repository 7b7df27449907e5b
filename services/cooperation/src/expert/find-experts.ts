import {
  batched,
  type Connection,
  connectionType,
  inOrder,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType, registerEnumType } from "type-graphql"
import { uuidOf } from "../reference/uuid-of.ts"
import { Expert } from "./expert.ts"

export const ExpertConnection = connectionType("Expert", () => Expert)

@InputType({ description: "Which experts; conditions add up" })
export class ExpertFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of name, fields and organisation, without case and diacritics",
  })
  text?: string | null

  @Field(() => [String], { nullable: true, description: "ISO 3166-1 alpha-2" })
  countryCode?: string[] | null
}

export enum ExpertOrderField {
  NAME = "NAME",
}
registerEnumType(ExpertOrderField, { name: "ExpertOrderField" })

@InputType()
export class ExpertOrder {
  @Field(() => ExpertOrderField)
  field!: ExpertOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

/** The columns that may leave the table: contact data are not among them. */
const PUBLIC_COLUMNS = sql`e.id, e.name, e.fields, e.country_code, e.organisation, e.consented_on, e.version, e.created_at, e.updated_at`

/** Who may be listed at all. */
const LISTED: readonly RawBuilder<SqlBool>[] = [
  sql<SqlBool>`e.withdrawn_at is null`,
  sql<SqlBool>`e.consented_on is not null`,
]

/** The experts that a filter selects, by name. */
export async function findExperts(
  ctx: RequestContext,
  filter: ExpertFilter,
  order: ExpertOrder | null,
  page: PageArguments,
): Promise<Connection<Expert>> {
  const conditions = [...LISTED]
  if (filter.text != null) conditions.push(matchesText(sql`e.search_text`, filter.text))
  if (filter.countryCode != null)
    conditions.push(sql<SqlBool>`e.country_code = any(${filter.countryCode}::text[])`)
  return listPage(ctx, {
    entity: Expert,
    from: sql`expert e`,
    columns: PUBLIC_COLUMNS,
    conditions,
    ordering: {
      name: ExpertOrderField.NAME,
      direction: order?.direction ?? OrderDirection.ASC,
      keys: [
        { expression: sql`e.name collate "vi-x-icu"`, type: "text" },
        { expression: sql`e.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/** An expert by identifier; null also for one who may not be listed. */
export const expertById = batched(async (ctx, ids: readonly string[]) => {
  const { rows } = await sql<object>`select ${PUBLIC_COLUMNS} from expert e
    where e.id = any(${ids.map(uuidOf)}::uuid[]) and ${sql.join(LISTED, sql` and `)}`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const experts = rows.map((row) => ctx.em.map(Expert, row as never))
  return inOrder(ids, experts, (expert) => expert.id)
})
