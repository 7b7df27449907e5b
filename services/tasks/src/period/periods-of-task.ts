import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import { planById } from "../plan/plan.loader.ts"
import type { Task } from "../task/task.ts"
import { periodsBetween } from "./period-of.ts"
import { type TaskPeriod, taskPeriodOf } from "./task-period.ts"

/**
 * The periods of a task that recurs that had begun by a day, the last first: from the one in which the plan took effect,
 * or the task's own first day lies. None where the task does not recur.
 * @param agencyId of what one agency owes; null: of the whole task
 */
export async function periodsOf(
  ctx: RequestContext,
  task: Task,
  agencyId: string | null,
  asOf: CalendarDate,
): Promise<TaskPeriod[]> {
  const plan = await planById(ctx, task.planId)
  if (plan === null) return []
  const { kind, startsOn } = task.deadline
  const first = startsOn !== null && startsOn > plan.effectiveOn ? startsOn : plan.effectiveOn
  return periodsBetween(kind, first, asOf)
    .map((period) => taskPeriodOf(period, task, agencyId, asOf))
    .reverse()
}
