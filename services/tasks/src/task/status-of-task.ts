import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import { reportedStateOf } from "../progress/progress-report.ts"
import { type TaskStatus, taskStatusOf } from "../status/task-status.ts"
import { triggersOfTask } from "../trigger/trigger.loader.ts"
import type { Task } from "./task.ts"
import { phasesOfTask, type TaskPhase } from "./task-phase.ts"

/** Where a task stands at the end of a day, from its deadline, its documents and what was reported. */
export async function statusOfTask(ctx: RequestContext, task: Task, asOf: CalendarDate): Promise<TaskStatus> {
  const phased = task.deadline.kind === "PHASED"
  const [reported, triggers, phases] = await Promise.all([
    reportedStateOf(ctx, { taskId: task.id, asOf }),
    triggersOfTask(ctx, task.id),
    phased ? phasesOfTask(ctx, task.id) : [],
  ])
  const { kind, startsOn, dueOn } = task.deadline
  const awaiting = triggers.some(({ issuedOn }) => issuedOn === null || issuedOn > asOf)
  return taskStatusOf({ kind, startsOn, dueOn, awaiting, reported, phases: phases.map(phaseFacts) }, asOf)
}

/** Where a phase stands: by its own deadline, and by what was reported of the whole task. */
export async function statusOfPhase(
  ctx: RequestContext,
  phase: TaskPhase,
  asOf: CalendarDate,
): Promise<TaskStatus> {
  const reported = await reportedStateOf(ctx, { taskId: phase.taskId, asOf })
  return taskStatusOf({ ...phaseFacts(phase), reported, phases: [] }, asOf)
}

function phaseFacts({ deadline: { kind, startsOn, dueOn } }: TaskPhase) {
  return { kind, startsOn, dueOn, awaiting: false, reported: null }
}
