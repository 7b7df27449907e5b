import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, type RequestContext, RowsReadableWith } from "@plan43/subgraph"
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { PROGRESS } from "../progress/readable-reports.ts"
import { Deadlines } from "../status/task-status.sql.ts"
import { extendedDueOnOfPhase, extendedDueOnOfTask } from "../task/status-of-task.ts"
import type { Task } from "../task/task.ts"
import type { TaskPhase } from "../task/task-phase.ts"
import { startOfTask, type TaskStart } from "../trigger/task-start.ts"
import { triggersOfTask } from "../trigger/trigger.loader.ts"
import { Trigger } from "../trigger/trigger.ts"
import { Deadline } from "./deadline.ts"
import { DeadlinePrecision, precisionOf } from "./deadline-precision.ts"
import { dueOnAsOf } from "./due-on.ts"

/** A deadline together with the task, or the phase of one, that has it. */
export interface DeadlineOf extends Deadline {
  of: { task: Task } | { phase: TaskPhase }
}

/** The deadline of a task in the graph. */
export function deadlineOfTask(task: Task): DeadlineOf {
  return { ...task.deadline, of: { task } }
}

/** The deadline of a phase in the graph. */
export function deadlineOfPhase(phase: TaskPhase): DeadlineOf {
  return { ...phase.deadline, of: { phase } }
}

@Resolver(() => Deadline)
export class DeadlineResolver {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "First day; of a task that waits for documents, the day on which it starts as was recorded by the day `asOf` (today when absent); null where there is none",
  })
  async startsOn(
    @Root() deadline: DeadlineOf,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    return (await startRecordedBy(ctx, deadline, asOf ?? ctx.today))?.startsOn ?? deadline.startsOn
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "Last day in time as it stands at the end of `asOf` (today when absent), extensions included unless ORIGINAL is asked for; of an annual duty, of the year of that day",
  })
  async dueOn(
    @Root() deadline: DeadlineOf,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Arg("deadlines", () => Deadlines, { nullable: true }) deadlines: Deadlines | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    const day = asOf ?? ctx.today
    const extended = deadlines === Deadlines.ORIGINAL ? null : await extendedDueOn(ctx, deadline, day)
    return extended ?? originalDueOn(ctx, deadline, day)
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "Last day in time whatever was granted since: by the plan itself or, of a task that waits for documents, as proposed when they were recorded",
  })
  originalDueOn(
    @Root() deadline: DeadlineOf,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    return originalDueOn(ctx, deadline, asOf ?? ctx.today)
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The day until which it was extended by the end of `asOf`; null where it was not",
  })
  extendedDueOn(
    @Root() deadline: DeadlineOf,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    return extendedDueOn(ctx, deadline, asOf ?? ctx.today)
  }

  @FieldResolver(() => DeadlinePrecision)
  precision(@Root() { kind }: DeadlineOf): DeadlinePrecision {
    return precisionOf(kind)
  }

  @FieldResolver(() => Trigger, { nullable: true, description: "The first document that the task waits for" })
  async trigger(@Root() deadline: DeadlineOf, @Ctx() ctx: RequestContext): Promise<Trigger | null> {
    return (await this.triggers(deadline, ctx))[0] ?? null
  }

  @FieldResolver(() => [Trigger], {
    description: "Every document that the task waits for: all must be issued",
  })
  async triggers(@Root() { of }: DeadlineOf, @Ctx() ctx: RequestContext): Promise<Trigger[]> {
    return "task" in of ? triggersOfTask(ctx, of.task.id) : []
  }
}

function extendedDueOn(
  ctx: RequestContext,
  { of }: DeadlineOf,
  asOf: CalendarDate,
): Promise<CalendarDate | null> {
  return "task" in of ? extendedDueOnOfTask(ctx, of.task, asOf) : extendedDueOnOfPhase(ctx, of.phase, asOf)
}

async function originalDueOn(
  ctx: RequestContext,
  deadline: DeadlineOf,
  asOf: CalendarDate,
): Promise<CalendarDate | null> {
  return (await startRecordedBy(ctx, deadline, asOf))?.dueOn ?? dueOnAsOf(deadline, asOf)
}

/** When a task that waits for documents starts, as was recorded by a day; null for every other. */
async function startRecordedBy(
  ctx: RequestContext,
  { of, kind }: DeadlineOf,
  asOf: CalendarDate,
): Promise<TaskStart | null> {
  const waits = kind === "AFTER_TRIGGER" || kind === "ON_GUIDANCE"
  return waits && "task" in of ? startOfTask(ctx, { taskId: of.task.id, asOf }) : null
}
