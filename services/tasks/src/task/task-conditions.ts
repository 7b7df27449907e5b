import { type AgenciesWithin, agenciesWithin, reachOf } from "@plan43/agency-scope"
import {
  badInput,
  matchesText,
  type RequestContext,
  readRowByRow,
  uuidOf,
  uuidsAmong,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Deadlines, dueOnInForceSql, type StatusQuestion, taskStatusSql } from "../status/task-status.sql.ts"
import type { TaskFilter } from "./task-filter.ts"

/** Which rows of the task table are meant, alias `t`. */
export interface TaskSelection {
  from: RawBuilder<unknown>
  conditions: RawBuilder<SqlBool>[]
  /** How status and due days are meant. */
  question: StatusQuestion
}

/** Tasks that are given, in a role, to one of the agencies. */
export function givenTo(
  { ids, withheld }: AgenciesWithin,
  role: "LEAD" | "COORDINATOR",
): RawBuilder<SqlBool> {
  return sql<SqlBool>`t.id in (
    select ta.task_id from task_agency ta where ta.role = ${role} and ta.agency_id in (${ids})
      and not ${withheld(sql`ta.task_id`, sql`ta.agency_id`)})`
}

/**
 * The selection that a filter describes.
 * @throws BAD_USER_INPUT with reason UNKNOWN_PLAN, UNKNOWN_SECTION or UNKNOWN_AGENCY
 */
export async function taskSelectionOf(ctx: RequestContext, filter: TaskFilter): Promise<TaskSelection> {
  const { viewer, today } = ctx
  const question = {
    viewer,
    asOf: filter.asOf ?? today,
    deadlines: filter.deadlines ?? Deadlines.EXTENDED,
  }
  const conditions = [sql<SqlBool>`t.withdrawn_at is null`]
  if (filter.plan != null) conditions.push(await ofPlan(ctx, sql`t.plan_id`, filter.plan))
  if (filter.section != null) conditions.push(await inSections(ctx, filter.section))
  if (filter.text != null) conditions.push(matchesText(searchedIn(filter), filter.text))
  if (filter.code != null) conditions.push(sql<SqlBool>`t.code = any(${filter.code}::text[])`)
  if (filter.lead != null) conditions.push(await ofAgencies(ctx, filter, filter.lead, "LEAD"))
  if (filter.coordinator != null)
    conditions.push(await ofAgencies(ctx, filter, filter.coordinator, "COORDINATOR"))
  if (filter.deadlineKind != null)
    conditions.push(sql<SqlBool>`t.deadline_kind = any(${filter.deadlineKind}::text[])`)
  if (filter.dueBefore != null)
    conditions.push(due(question, (day) => sql<SqlBool>`${day} < ${filter.dueBefore}::date`))
  if (filter.dueAfter != null)
    conditions.push(due(question, (day) => sql<SqlBool>`${day} > ${filter.dueAfter}::date`))
  if (filter.trigger != null)
    conditions.push(sql<SqlBool>`t.id in (
      select tt.task_id from task_trigger tt join awaited_document g on g.id = tt.trigger_id
      where g.id = any(${uuidsAmong(filter.trigger)}::uuid[]) or g.merged_into = any(${uuidsAmong(filter.trigger)}::uuid[]))`)
  if (filter.status != null)
    conditions.push(sql<SqlBool>`${taskStatusSql(question)} = any(${filter.status}::text[])`)
  return { from: sql`task t`, conditions, question }
}

/** Where words are looked for; a plan has a few hundred tasks. */
function searchedIn({ plan }: TaskFilter): RawBuilder<unknown> {
  const text = sql`t.search_text`
  return plan == null ? text : readRowByRow(text)
}

/**
 * Tasks whose due date compares so: a fixed date by its index, an annual one by the index of kinds, one that was
 * set with a document or extended by the index of those days.
 */
function due(
  question: StatusQuestion,
  compares: (day: RawBuilder<unknown>) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`(t.id in (
    select plain.id from task plain where ${compares(sql`plain.deadline_due_on`)}
    union select recurring.id from task recurring where recurring.deadline_kind = 'ANNUAL'
    union select s.task_id from task_start s where ${compares(sql`s.due_on`)}
    union select x.task_id from deadline_extension x where x.granted and ${compares(sql`x.granted_due_on`)}
  ) and ${compares(dueOnInForceSql(question))})`
}

async function ofAgencies(
  ctx: RequestContext,
  filter: TaskFilter,
  names: readonly string[],
  role: "LEAD" | "COORDINATOR",
): Promise<RawBuilder<SqlBool>> {
  const argument = role === "LEAD" ? "filter.lead" : "filter.coordinator"
  return givenTo(await agenciesWithin(ctx, names, argument, reachOf(filter)), role)
}

/**
 * Rows of the plan with that number or identifier.
 * @param planId the rows' column, e.g. sql`t.plan_id`
 * @throws BAD_USER_INPUT with reason UNKNOWN_PLAN
 */
export async function ofPlan(
  ctx: RequestContext,
  planId: RawBuilder<unknown>,
  plan: string,
): Promise<RawBuilder<SqlBool>> {
  const { rows } = await sql<{
    id: string
  }>`select id from plan where number = ${plan} or id = ${uuidOf(plan)}::uuid`.execute(
    ctx.em.getKysely<unknown>(),
  )
  if (rows.length === 0)
    throw badInput({
      reason: "UNKNOWN_PLAN",
      argument: "filter.plan",
      message: `Không có kế hoạch nào có số hoặc định danh “${plan}”`,
      details: { given: plan },
    })
  return sql<SqlBool>`${planId} = any(${rows.map((row) => row.id)}::uuid[])`
}

async function inSections(ctx: RequestContext, names: readonly string[]): Promise<RawBuilder<SqlBool>> {
  const { rows } = await sql<{ id: string; numeral: string }>`select id, numeral from plan_section
    where numeral = any(${names}::text[]) or id = any(${uuidsAmong(names)}::uuid[])`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const unknown = names.find((name) => !rows.some((row) => row.id === name || row.numeral === name))
  if (unknown !== undefined)
    throw badInput({
      reason: "UNKNOWN_SECTION",
      argument: "filter.section",
      message: `Không có nhóm nhiệm vụ “${unknown}”; hãy dùng số La Mã I đến VII hoặc định danh của nhóm`,
      details: { given: unknown },
    })
  return sql<SqlBool>`t.section_id = any(${rows.map((row) => row.id)}::uuid[])`
}
