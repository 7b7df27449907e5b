import { type Connection, connectionType, PageArguments, type RequestContext } from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql"
import { tasksAwaiting } from "../task/find-tasks.ts"
import { TaskConnection } from "../task/task.loader.ts"
import type { Task } from "../task/task.ts"
import { findTriggers, TriggerFilter, TriggerOrder } from "./find-triggers.ts"
import { triggerById } from "./trigger.loader.ts"
import { Trigger } from "./trigger.ts"

const TriggerConnection = connectionType("Trigger", () => Trigger)

@Resolver(() => Trigger)
export class TriggerResolver {
  @Query(() => Trigger, { nullable: true })
  trigger(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Trigger | null> {
    return triggerById(ctx, id)
  }

  @Query(() => TriggerConnection, { description: "Documents and guidance that tasks wait for" })
  triggers(
    @Arg("filter", () => TriggerFilter, { nullable: true }) filter: TriggerFilter | null,
    @Arg("orderBy", () => TriggerOrder, { nullable: true }) orderBy: TriggerOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Trigger>> {
    return findTriggers(ctx, filter ?? {}, orderBy, page)
  }

  @FieldResolver(() => TaskConnection, { description: "The tasks that wait for it, in the plan's order" })
  tasks(
    @Root() trigger: Trigger,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Task>> {
    return tasksAwaiting(ctx, trigger.id, page)
  }
}
