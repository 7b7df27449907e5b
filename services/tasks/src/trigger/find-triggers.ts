import type { CalendarDate } from "@plan43/calendar"
import {
  type Connection,
  DateScalar,
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

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which `issued` is meant; today when absent",
  })
  asOf?: CalendarDate | null

  @Field(() => Boolean, { nullable: true, description: "Whether it is you who watches over it" })
  watchedByMe?: boolean | null

  @Field(() => String, { nullable: true, description: "Number or identifier of the plan" })
  plan?: string | null
}

export enum TriggerOrderField {
  TASK_ORDER = "TASK_ORDER",
  TITLE = "TITLE",
  ATTENTION = "ATTENTION",
}
registerEnumType(TriggerOrderField, {
  name: "TriggerOrderField",
  description: "ATTENTION puts first what is still awaited and was never, or longest ago, checked",
})

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
  [TriggerOrderField.ATTENTION]: [
    { expression: sql`(case when g.issued_on is null then 0 else 1 end)`, type: "integer" },
    { expression: sql`coalesce(g.last_checked_on, '-infinity'::date)`, type: "date" },
    { expression: sql`g.position`, type: "integer" },
    { expression: sql`g.id`, type: "uuid" },
  ],
} as const

async function conditionsOf(ctx: RequestContext, filter: TriggerFilter): Promise<RawBuilder<SqlBool>[]> {
  const conditions = [sql<SqlBool>`g.withdrawn_at is null`, sql<SqlBool>`g.merged_into is null`]
  if (filter.text != null) conditions.push(matchesText(sql`g.search_text`, filter.text))
  if (filter.kind != null) conditions.push(sql<SqlBool>`g.kind = any(${filter.kind}::text[])`)
  if (filter.issued != null) conditions.push(sql<SqlBool>`${issuedBy(filter.asOf)} = ${filter.issued}`)
  if (filter.watchedByMe != null)
    conditions.push(
      sql<SqlBool>`(coalesce(g.watcher_id = ${ctx.viewer?.id ?? ""},
        g.watcher_email = ${ctx.viewer?.email?.toLowerCase() ?? ""}, false)) = ${filter.watchedByMe}`,
    )
  if (filter.plan != null) conditions.push(await ofPlan(ctx, sql`g.plan_id`, filter.plan))
  return conditions
}

/** Whether a document (alias `g`) was recorded as issued by the end of a day; now when absent. */
function issuedBy(asOf: CalendarDate | null | undefined): RawBuilder<SqlBool> {
  if (asOf == null) return sql<SqlBool>`(g.issued_on is not null)`
  return sql<SqlBool>`coalesce((
    select r.act <> 'REVOKED' from document_recording r
    where r.document_id = g.id and r.recorded_on <= ${asOf}::date order by r.id desc limit 1), false)`
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
