import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { agenciesNamed, reachOf } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import {
  batched,
  type Connection,
  connectionType,
  listPage,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, Int, ObjectType } from "type-graphql"
import { obligationIdSql } from "../obligation/obligation-id.ts"
import { TaskObligation } from "../obligation/task-obligation.ts"
import { REMINDERS_BEFORE_ESCALATION } from "./escalation.ts"
import { readableReminders } from "./readable-reminders.ts"
import { draftListingSql, lateOrSilentSql, reminderCountSql } from "./to-remind.sql.ts"

/** An agency that may be urged, and how much of what it owes is late or silent. Worked out, never stored. */
@Entity({ tableName: "agency_to_remind" })
@RequiresScopes("reminders:write")
@ObjectType({ simpleResolvers: true, description: "An agency of which something is late or silent today" })
export class AgencyToRemind {
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => Int, { description: "Tasks about which nobody has answered" })
  @Property({ type: "integer" })
  silent!: number

  @Field(() => Int, { description: "Tasks whose time is over" })
  @Property({ type: "integer" })
  late!: number

  @Field(() => Int, { description: "Tasks that are late, silent or both" })
  @Property({ type: "integer" })
  tasks!: number
}

export const AgencyToRemindConnection = connectionType("AgencyToRemind", () => AgencyToRemind)

const countKey = (column: "silent" | "tasks") =>
  ({ expression: sql`-${sql.ref(`a.${column}`)}`, type: "integer" }) as const

/** The agencies of which something is late or silent today: those that are silent most first. */
export async function findAgenciesToRemind(
  ctx: RequestContext,
  page: PageArguments,
): Promise<Connection<AgencyToRemind>> {
  return listPage(ctx, {
    entity: AgencyToRemind,
    from: sql`(select w.agency_id as id, count(*) filter (where w.silent)::integer as silent,
      count(*) filter (where w.late)::integer as late, count(*)::integer as tasks
      from ${lateOrSilentSql(ctx)} w group by w.agency_id) a`,
    columns: sql`a.*`,
    conditions: [],
    ordering: {
      name: "SILENT",
      direction: OrderDirection.ASC,
      keys: [countKey("silent"), countKey("tasks"), { expression: sql`a.id`, type: "uuid" }],
    },
    page: pageRequestOf(page),
  })
}

const OBLIGATION = sql`${obligationIdSql(sql`w.task_id`, sql.ref<string>("w.agency_id"))} as id, w.task_id, w.agency_id, w.given_to_id`

function obligationsAmong(
  ctx: RequestContext,
  conditions: readonly RawBuilder<SqlBool>[],
  page: PageArguments,
): Promise<Connection<TaskObligation>> {
  return listPage(ctx, {
    entity: TaskObligation,
    from: sql`${lateOrSilentSql(ctx)} w`,
    columns: OBLIGATION,
    conditions,
    ordering: {
      name: "SILENT_FIRST",
      direction: OrderDirection.ASC,
      keys: [
        { expression: sql`(not w.silent)::integer`, type: "integer" },
        { expression: sql`w.plan_id`, type: "uuid" },
        { expression: sql`w.position`, type: "integer" },
        { expression: sql`w.agency_id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/**
 * What of an agency is late or silent today, the silent first.
 * @param agency its identifier or code
 * @throws BAD_USER_INPUT with reason UNKNOWN_AGENCY
 */
export async function findToRemind(
  ctx: RequestContext,
  agency: string,
  page: PageArguments,
): Promise<Connection<TaskObligation>> {
  const named = await agenciesNamed(ctx, [agency], "agency", reachOf({}))
  return obligationsAmong(ctx, [sql<SqlBool>`w.agency_id in (${named})`], page)
}

/** What is still late or silent after as many reminders as lead to the City's leaders. */
export function findEscalated(ctx: RequestContext, page: PageArguments): Promise<Connection<TaskObligation>> {
  const count = reminderCountSql(sql`w.task_id`, sql.ref<string>("w.agency_id"), ctx.today)
  return obligationsAmong(ctx, [sql<SqlBool>`${count} >= ${REMINDERS_BEFORE_ESCALATION}`], page)
}

/** How often an agency was urged about a task, and when last. */
export interface Urged {
  count: number
  lastOn: CalendarDate | null
  /** The draft that lists it; null where none does. */
  draftId: string | null
}

/** How often whoever owes something was urged about it, by today, as far as the viewer may read it. */
export const urgedAbout = batched(
  async (
    ctx,
    obligations: readonly Pick<TaskObligation, "id" | "taskId" | "agencyId">[],
  ): Promise<Urged[]> => {
    const agency = sql.ref<string>("asked.agency_id")
    const readable = readableReminders(ctx.viewer)
    const { rows } = await sql<Urged>`
      select ${reminderCountSql(sql`asked.task_id`, agency, ctx.today, readable)} as count,
        (select max(m.recorded_on) from reminder m where m.task_id = asked.task_id and m.agency_id = asked.agency_id
          and ${readable}) as "lastOn",
        ${draftListingSql(sql`asked.task_id`, agency, ctx.today)} as "draftId"
      from unnest(${obligations.map(({ taskId }) => taskId)}::uuid[], ${obligations.map(({ agencyId }) => agencyId)}::uuid[])
        with ordinality as asked(task_id, agency_id, position) order by asked.position`.execute(
      ctx.em.getKysely<unknown>(),
    )
    return rows
  },
  ({ id }) => id,
)

/** How many reminders about each task were sent, to whichever agency, as far as the viewer may read them. */
export const remindersOfTask = batched(async (ctx, taskIds: readonly string[]): Promise<number[]> => {
  const { rows } = await sql<{ count: number }>`
    select (select count(*)::integer from reminder m where m.task_id = asked.id and ${readableReminders(ctx.viewer)}) as count
    from unnest(${taskIds}::uuid[]) with ordinality as asked(id, position) order by asked.position`.execute(
    ctx.em.getKysely<unknown>(),
  )
  return rows.map(({ count }) => count)
})
