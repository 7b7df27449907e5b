import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, type RequestContext } from "@plan43/subgraph"
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { startOfTask, type TaskStart } from "../trigger/task-start.ts"
import { triggersOfTask } from "../trigger/trigger.loader.ts"
import { Trigger } from "../trigger/trigger.ts"
import { Deadline } from "./deadline.ts"
import { dueOnAsOf } from "./due-on.ts"

/** A deadline together with the task whose awaited documents it waits for; a phase waits for none. */
export interface DeadlineOfTask extends Deadline {
  taskId?: string
}

@Resolver(() => Deadline)
export class DeadlineResolver {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "First day; of a task that waits for documents, the day on which it starts as was recorded by the day `asOf` (today when absent); null where there is none",
  })
  async startsOn(
    @Root() deadline: DeadlineOfTask,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    return (await startRecordedBy(ctx, deadline, asOf))?.startsOn ?? deadline.startsOn
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "Last day in time; of an annual duty, 31 December of the year of `asOf` (today when absent); of a task that waits for documents, the day proposed when they were recorded, as was recorded by `asOf`",
  })
  async dueOn(
    @Root() deadline: DeadlineOfTask,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    const start = await startRecordedBy(ctx, deadline, asOf)
    return start?.dueOn ?? dueOnAsOf(deadline, asOf ?? ctx.today)
  }

  @FieldResolver(() => Trigger, { nullable: true, description: "The first document that the task waits for" })
  async trigger(@Root() deadline: DeadlineOfTask, @Ctx() ctx: RequestContext): Promise<Trigger | null> {
    return (await this.triggers(deadline, ctx))[0] ?? null
  }

  @FieldResolver(() => [Trigger], {
    description: "Every document that the task waits for: all must be issued",
  })
  async triggers(@Root() deadline: DeadlineOfTask, @Ctx() ctx: RequestContext): Promise<Trigger[]> {
    return deadline.taskId === undefined ? [] : triggersOfTask(ctx, deadline.taskId)
  }
}

/** When a task that waits for documents starts, as was recorded by a day; null for every other. */
async function startRecordedBy(
  ctx: RequestContext,
  { taskId, kind }: DeadlineOfTask,
  asOf: CalendarDate | null,
): Promise<TaskStart | null> {
  const waits = kind === "AFTER_TRIGGER" || kind === "ON_GUIDANCE"
  return waits && taskId !== undefined ? startOfTask(ctx, { taskId, asOf: asOf ?? ctx.today }) : null
}
