import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, type RequestContext, RowsReadableWith } from "@plan43/subgraph"
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { ProgressReport } from "../progress/progress-report.ts"
import { PROGRESS } from "../progress/readable-reports.ts"
import { claimOf, verifiedOf } from "../progress/report.loader.ts"
import { TaskStatus } from "../status/task-status.ts"
import { dueOnOfPhase, statusOfPhase } from "../task/status-of-task.ts"
import { TaskPhase } from "../task/task-phase.ts"
import { partyOf } from "./obligation.loader.ts"
import { ObligationPhase } from "./obligation-phase.ts"

@Resolver(() => ObligationPhase)
export class ObligationPhaseResolver {
  @FieldResolver(() => TaskPhase)
  phase(@Root() { phase }: ObligationPhase): TaskPhase {
    return phase
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => TaskStatus, { description: "Of the agency's own part of the phase" })
  async status(
    @Root() { phase, ...whose }: ObligationPhase,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskStatus> {
    return statusOfPhase(ctx, phase, whose.asOf, await partyOf(ctx, { taskId: phase.taskId, ...whose }))
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The last day in time, extensions included",
  })
  async dueOn(
    @Root() { phase, ...whose }: ObligationPhase,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    return dueOnOfPhase(ctx, phase, whose.asOf, await partyOf(ctx, { taskId: phase.taskId, ...whose }))
  }

  @FieldResolver(() => ProgressReport, { nullable: true, description: "What was last claimed of it" })
  claim(@Root() owed: ObligationPhase, @Ctx() ctx: RequestContext): Promise<ProgressReport | null> {
    return claimOf(ctx, keyOf(owed))
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description: "The last such claim that the Department had confirmed",
  })
  verified(@Root() owed: ObligationPhase, @Ctx() ctx: RequestContext): Promise<ProgressReport | null> {
    return verifiedOf(ctx, keyOf(owed))
  }
}

function keyOf({ phase, agencyId, asOf }: ObligationPhase) {
  return { taskId: phase.taskId, agencyId, periodKey: null, phaseId: phase.id, asOf }
}
