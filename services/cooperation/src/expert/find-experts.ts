import {
  type Connection,
  connectionType,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
  rowById,
} from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import { Field, InputType, registerEnumType } from "type-graphql"
import { readableExperts } from "../reading/readable.ts"
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

/** The experts that a filter selects, by name. */
export async function findExperts(
  ctx: RequestContext,
  filter: ExpertFilter,
  order: ExpertOrder | null,
  page: PageArguments,
): Promise<Connection<Expert>> {
  const conditions = [readableExperts(ctx.viewer)]
  if (filter.text != null) conditions.push(matchesText(sql`e.search_text`, filter.text))
  if (filter.countryCode != null)
    conditions.push(sql<SqlBool>`e.country_code = any(${filter.countryCode}::text[])`)
  return listPage(ctx, {
    entity: Expert,
    from: sql`expert e`,
    columns: sql`e.*`,
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

/** An expert by identifier; null also for one whom the viewer may not read. */
export const expertById = rowById(Expert, ({ viewer }) => ({
  from: sql`expert e`,
  columns: sql`e.*`,
  id: sql`e.id`,
  conditions: [readableExperts(viewer)],
}))
