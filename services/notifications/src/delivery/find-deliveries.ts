import {
  type Connection,
  connectionType,
  listPage,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType } from "type-graphql"
import { Delivery, DeliveryState } from "./delivery.ts"

export const DeliveryConnection = connectionType("Delivery", () => Delivery)

@InputType({ description: "Which messages; values are alternatives" })
export class DeliveryFilter {
  @Field(() => [DeliveryState], { nullable: true })
  state?: DeliveryState[] | null
}

/** Messages, the newest first. */
export function findDeliveries(
  ctx: RequestContext,
  { state }: DeliveryFilter,
  page: PageArguments,
): Promise<Connection<Delivery>> {
  const conditions: RawBuilder<SqlBool>[] = []
  if (state != null) conditions.push(sql<SqlBool>`d.state = any(${state}::text[])`)
  return listPage(ctx, {
    entity: Delivery,
    from: sql`delivery d join notice n on n.id = d.notice_id`,
    columns: sql`d.*, n.kind`,
    conditions,
    ordering: {
      name: "CREATED_AT",
      direction: OrderDirection.DESC,
      keys: [
        { expression: sql`d.created_at`, type: "timestamptz" },
        { expression: sql`d.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}
