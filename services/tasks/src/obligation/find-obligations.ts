import { agencyIdsWithin } from "@plan43/agency-scope"
import {
  badInput,
  type Connection,
  type List,
  listPage,
  OrderDirection,
  type Ordering,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
  uuidsAmong,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, ID, InputType, registerEnumType } from "type-graphql"
import { obligationStatusSql, taskStatusSql } from "../status/task-status.sql.ts"
import { TaskStatus } from "../status/task-status.ts"
import { ofPlan } from "../task/task-conditions.ts"
import { obligationIdSql } from "./obligation-id.ts"
import {
  awaitingVerificationSql,
  lastAnswerOnSql,
  NO_ANSWER_OWED,
  silentSql,
} from "./obligation-standing.sql.ts"
import { owingSql } from "./owing.sql.ts"
import { TaskObligation } from "./task-obligation.ts"

@InputType({
  description: "Which obligations of today; conditions add up, values of one condition are alternatives",
})
export class TaskObligationFilter {
  @Field(() => [ID], { nullable: true, description: "Agencies that owe, by identifier or code" })
  agency?: string[] | null

  @Field(() => Boolean, { nullable: true, description: "Whether the last claim waits for the Department" })
  awaitingVerification?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether nobody has answered through the last reporting round that has ended, and since",
  })
  silent?: boolean | null

  @Field(() => [TaskStatus], { nullable: true, description: "Of the whole task" })
  taskStatus?: TaskStatus[] | null

  @Field(() => [TaskStatus], { nullable: true, description: "Of what the agency owes" })
  status?: TaskStatus[] | null

  @Field(() => String, { nullable: true, description: "Number or identifier of the plan" })
  plan?: string | null
}

export enum TaskObligationOrderField {
  PLAN_ORDER = "PLAN_ORDER",
  LAST_ANSWER = "LAST_ANSWER",
}
registerEnumType(TaskObligationOrderField, {
  name: "TaskObligationOrderField",
  description: "LAST_ANSWER puts first what was never answered",
})

@InputType()
export class TaskObligationOrder {
  @Field(() => TaskObligationOrderField)
  field!: TaskObligationOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const AGENCY = sql.ref<string>("o.agency_id")

/** That any claim about the task was not looked at: who owes it is asked only of such tasks. */
const UNVERIFIED_CLAIM = sql<SqlBool>`exists (select 1 from progress_report r
  where r.task_id = t.id and r.answer = 'PROGRESS' and not exists (select 1 from report_verification v where v.report_id = r.id))`

/** What agencies owe today. */
export async function findObligations(
  ctx: RequestContext,
  filter: TaskObligationFilter,
  order: TaskObligationOrder | null,
  page: PageArguments,
): Promise<Connection<TaskObligation>> {
  const list: List<TaskObligation> = {
    entity: TaskObligation,
    from: sql`task t cross join lateral ${owingSql(sql`t.id`, ctx.today)} o`,
    columns: sql`${obligationIdSql(sql`t.id`, AGENCY)} as id, t.id as task_id, o.agency_id, o.given_to as given_to_id`,
    conditions: await conditionsOf(ctx, filter),
    ordering: orderingOf(ctx, order),
    page: pageRequestOf(page),
  }
  return listPage(ctx, list)
}

async function conditionsOf(
  ctx: RequestContext,
  filter: TaskObligationFilter,
): Promise<RawBuilder<SqlBool>[]> {
  const question = { viewer: ctx.viewer, asOf: ctx.today }
  const ofAgency = { ...question, agencyId: AGENCY }
  const status = obligationStatusSql(question, AGENCY)
  const conditions = [sql<SqlBool>`t.withdrawn_at is null`]
  if (filter.plan != null) conditions.push(await ofPlan(ctx, sql`t.plan_id`, filter.plan))
  if (filter.agency != null) conditions.push(...(await ofAgencies(ctx, filter.agency)))
  if (filter.awaitingVerification != null)
    conditions.push(sql<SqlBool>`${awaitingVerificationSql(ofAgency)} = ${filter.awaitingVerification}`)
  if (filter.awaitingVerification === true) conditions.push(UNVERIFIED_CLAIM)
  if (filter.taskStatus != null)
    conditions.push(sql<SqlBool>`${taskStatusSql(question)} = any(${filter.taskStatus}::text[])`)
  if (filter.status != null) conditions.push(sql<SqlBool>`${status} = any(${filter.status}::text[])`)
  if (filter.silent != null)
    conditions.push(sql<SqlBool>`(case when not ${silentSql(ofAgency)} then false
      else ${status} <> all(${[...NO_ANSWER_OWED]}::text[]) end) = ${filter.silent}`)
  return conditions
}

/** First the tasks that name the agency, what it succeeded or a class it may belong to, by index; then what it owes of them. */
async function ofAgencies(ctx: RequestContext, names: readonly string[]): Promise<RawBuilder<SqlBool>[]> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from agency_reference where code = any(${names}::text[]) or id = any(${uuidsAmong(names)}::uuid[])`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const unknown = names.find((name) => !rows.some((row) => row.id === name || row.code === name))
  if (unknown !== undefined)
    throw badInput({
      reason: "UNKNOWN_AGENCY",
      argument: "filter.agency",
      message: `Không có cơ quan nào có mã hoặc định danh “${unknown}”`,
      details: { given: unknown },
    })
  if (rows.length === 0) return [sql<SqlBool>`false`]
  const reach = { throughGroups: true, inherited: true }
  const within = rows.map(({ id }) => agencyIdsWithin(sql<string>`${id}::uuid`, reach))
  return [
    sql<SqlBool>`t.id in (select ta.task_id from task_agency ta
      where ta.role = 'LEAD' and ta.agency_id in (${sql.join(within, sql` union all `)}))`,
    sql<SqlBool>`o.agency_id = any(${rows.map(({ id }) => id)}::uuid[])`,
  ]
}

function orderingOf(ctx: RequestContext, order: TaskObligationOrder | null): Ordering {
  const field = order?.field ?? TaskObligationOrderField.PLAN_ORDER
  const printed = [
    { expression: sql`t.plan_id`, type: "uuid" },
    { expression: sql`t.position`, type: "integer" },
    { expression: sql`o.position`, type: "integer" },
    { expression: sql`o.agency_id`, type: "uuid" },
  ] as const
  const answered = lastAnswerOnSql({ viewer: ctx.viewer, asOf: ctx.today, agencyId: AGENCY })
  const keys = {
    [TaskObligationOrderField.PLAN_ORDER]: printed,
    [TaskObligationOrderField.LAST_ANSWER]: [
      { expression: sql`coalesce(${answered}, '-infinity'::date)`, type: "date" } as const,
      ...printed,
    ],
  }
  return { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: keys[field] }
}
