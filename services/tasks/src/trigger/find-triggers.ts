import {
  type Connection,
  type List,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType, registerEnumType } from "type-graphql"
import { ofPlan } from "../task/task-conditions.ts"
import { Trigger } from "./trigger.ts"
import { TriggerKind } from "./trigger-kind.ts"

@InputType({ description: "Which awaited documents; conditions add up" })
export class TriggerFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of title and issuer, without case and diacritics",
  })
  text?: string | null

  @Field(() => [TriggerKind], { nullable: true })
  kind?: TriggerKind[] | null

  @Field(() => Boolean, { nullable: true, description: "true: recorded as issued; false: still awaited" })
  issued?: boolean | null

  @Field(() => String, { nullable: true, description: "Number or identifier of the plan" })
  plan?: string | null
}

export enum TriggerOrderField {
  TASK_ORDER = "TASK_ORDER",
  TITLE = "TITLE",
}
registerEnumType(TriggerOrderField, { name: "TriggerOrderField" })

@InputType()
export class TriggerOrder {
  @Field(() => TriggerOrderField)
  field!: TriggerOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const KEYS = {
  [TriggerOrderField.TASK_ORDER]: [
    { expression: sql`g.plan_id`, type: "uuid" },
    { expression: sql`g.position`, type: "integer" },
    { expression: sql`g.id`, type: "uuid" },
  ],
  [TriggerOrderField.TITLE]: [
    { expression: sql`g.title collate "vi-x-icu"`, type: "text" },
    { expression: sql`g.id`, type: "uuid" },
  ],
} as const

async function conditionsOf(ctx: RequestContext, filter: TriggerFilter): Promise<RawBuilder<SqlBool>[]> {
  const conditions = [sql<SqlBool>`g.withdrawn_at is null`]
  if (filter.text != null) conditions.push(matchesText(sql`g.search_text`, filter.text))
  if (filter.kind != null) conditions.push(sql<SqlBool>`g.kind = any(${filter.kind}::text[])`)
  if (filter.issued === true) conditions.push(sql<SqlBool>`g.issued_on is not null`)
  if (filter.issued === false) conditions.push(sql<SqlBool>`g.issued_on is null`)
  if (filter.plan != null) conditions.push(await ofPlan(ctx, sql`g.plan_id`, filter.plan))
  return conditions
}

/** The documents that tasks wait for. */
export async function findTriggers(
  ctx: RequestContext,
  filter: TriggerFilter,
  order: TriggerOrder | null,
  page: PageArguments,
): Promise<Connection<Trigger>> {
  const field = order?.field ?? TriggerOrderField.TASK_ORDER
  const list: List<Trigger> = {
    entity: Trigger,
    from: sql`awaited_document g`,
    columns: sql`g.*`,
    conditions: await conditionsOf(ctx, filter),
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page: pageRequestOf(page),
  }
  return listPage(ctx, list)
}
