import { agencyWithin, reachOf } from "@plan43/agency-scope"
import {
  type Connection,
  type List,
  listBelow,
  listPage,
  OrderDirection,
  type Ordering,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  parentId,
  type RequestContext,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { dueOnInForceSql } from "../status/task-status.sql.ts"
import { Task } from "./task.ts"
import { givenTo, taskSelectionOf } from "./task-conditions.ts"
import { type TaskFilter, type TaskOrder, TaskOrderField } from "./task-filter.ts"

/** What a list of tasks is asked for with. */
export interface TaskListRequest {
  filter: TaskFilter
  order: TaskOrder | null
  page: PageRequest
}

/** Reads the arguments of a list of tasks. */
export function taskListRequest(
  filter: TaskFilter | null,
  order: TaskOrder | null,
  page: PageArguments,
): TaskListRequest {
  return { filter: filter ?? {}, order, page: pageRequestOf(page) }
}

function orderingOf(order: TaskOrder | null, dueOn: RawBuilder<unknown>): Ordering {
  const field = order?.field ?? TaskOrderField.PLAN_ORDER
  const printed = [
    { expression: sql`t.plan_id`, type: "uuid" },
    { expression: sql`t.position`, type: "integer" },
    { expression: sql`t.id`, type: "uuid" },
  ] as const
  const keys = {
    [TaskOrderField.PLAN_ORDER]: printed,
    [TaskOrderField.DUE_ON]: [
      { expression: sql`coalesce(${dueOn}, 'infinity'::date)`, type: "date" } as const,
      ...printed,
    ],
    [TaskOrderField.TITLE]: [
      { expression: sql`t.title collate "vi-x-icu"`, type: "text" },
      { expression: sql`t.id`, type: "uuid" },
    ] as const,
  }
  return { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: keys[field] }
}

async function taskList(
  ctx: RequestContext,
  { filter, order, page }: TaskListRequest,
  ...below: RawBuilder<SqlBool>[]
): Promise<List<Task>> {
  const { from, conditions, question } = await taskSelectionOf(ctx, filter)
  return {
    entity: Task,
    from,
    columns: sql`t.*`,
    conditions: [...conditions, ...below],
    ordering: orderingOf(order, dueOnInForceSql(question)),
    page,
  }
}

/** The tasks that a filter selects. */
export async function findTasks(ctx: RequestContext, request: TaskListRequest): Promise<Connection<Task>> {
  return listPage(ctx, await taskList(ctx, request))
}

/** The tasks that an agency leads: by name, and within the reach that the filter asks for. */
export const tasksLedBy = listBelow((ctx, request: TaskListRequest) =>
  taskList(ctx, request, givenTo(agencyWithin(parentId, reachOf(request.filter)), "LEAD")),
)

/** The tasks in which an agency coordinates. */
export const tasksCoordinatedBy = listBelow((ctx, request: TaskListRequest) =>
  taskList(ctx, request, givenTo(agencyWithin(parentId, reachOf(request.filter)), "COORDINATOR")),
)

/** The tasks of a section. */
export const tasksOfSection = listBelow((ctx, request: TaskListRequest) =>
  taskList(ctx, request, sql<SqlBool>`t.section_id = ${parentId}`),
)

const awaitingTrigger = listBelow((ctx, request: TaskListRequest) =>
  taskList(
    ctx,
    request,
    sql<SqlBool>`t.id in (select tt.task_id from task_trigger tt join awaited_document g on g.id = tt.trigger_id
      where g.id = ${parentId} or g.merged_into = ${parentId})`,
  ),
)

/** The tasks that wait for a document, in the plan's order. */
export function tasksAwaiting(
  ctx: RequestContext,
  triggerId: string,
  page: PageArguments,
): Promise<Connection<Task>> {
  return awaitingTrigger(ctx, triggerId, taskListRequest(null, null, page))
}
