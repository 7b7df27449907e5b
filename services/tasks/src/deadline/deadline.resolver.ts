import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, type RequestContext } from "@plan43/subgraph"
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql"
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
    description: "First day; null where the words set none",
  })
  startsOn(@Root() deadline: Deadline): CalendarDate | null {
    return deadline.startsOn
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "Last day in time; of an annual duty, 31 December of the year of `asOf` (today when absent)",
  })
  dueOn(
    @Root() deadline: Deadline,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): CalendarDate | null {
    return dueOnAsOf(deadline, asOf ?? ctx.today)
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
