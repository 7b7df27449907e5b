import { type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { obligationById } from "../obligation/obligation.loader.ts"
import { obligationIdOf } from "../obligation/obligation-id.ts"
import { TaskObligation } from "../obligation/task-obligation.ts"
import { taskById } from "../task/task.loader.ts"
import { Task } from "../task/task.ts"
import { findMorning } from "./find-morning.ts"
import { Morning, MorningItem } from "./morning.ts"

/** The page that the day begins with. */
@Resolver(() => Morning)
export class MorningResolver {
  @Query(() => Morning, { description: "What needs whoever is asking, today" })
  @RequiresScopes("progress:read", "progress:read:own")
  morning(@Ctx() ctx: RequestContext): Promise<Morning> {
    return findMorning(ctx)
  }
}

/** What something on that page is about. */
@Resolver(() => MorningItem)
export class MorningItemResolver {
  @FieldResolver(() => Task, { nullable: true, description: "null where it is about an agency as such" })
  task(@Root() { taskId }: MorningItem, @Ctx() ctx: RequestContext): Promise<Task | null> | null {
    return taskId === null ? null : taskById(ctx, taskId)
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "null where it is about a task that several owe",
  })
  agency(@Root() { agencyId }: MorningItem): Agency | null {
    return agencyId === null ? null : agencyReference(agencyId)
  }

  @FieldResolver(() => TaskObligation, {
    nullable: true,
    description: "null where it is about a task that several owe, or about an agency as such",
  })
  obligation(
    @Root() { taskId, agencyId }: MorningItem,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskObligation | null> | null {
    return taskId === null || agencyId === null
      ? null
      : obligationById(ctx, obligationIdOf({ taskId, agencyId }), ctx.today)
  }
}
