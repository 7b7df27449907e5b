import { type RequestContext, RowsReadableWith } from "@plan43/subgraph"
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { partyOf } from "../obligation/obligation.loader.ts"
import { ProgressReport } from "../progress/progress-report.ts"
import { PROGRESS } from "../progress/readable-reports.ts"
import { claimOf, lastAnswerOf, verifiedOf } from "../progress/report.loader.ts"
import { TaskStatus } from "../status/task-status.ts"
import { statusOfPeriod } from "../task/status-of-task.ts"
import { TaskPeriod } from "./task-period.ts"

@Resolver(() => TaskPeriod)
export class TaskPeriodResolver {
  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => TaskStatus, {
    description: "Its own: a year is due at its end; a half-year is never overdue, but answered or not",
  })
  async status(@Root() period: TaskPeriod, @Ctx() ctx: RequestContext): Promise<TaskStatus> {
    const { task, agencyId, asOf } = period
    const party = agencyId === null ? null : await partyOf(ctx, { taskId: task.id, agencyId, asOf })
    return statusOfPeriod(ctx, task, period, asOf, party)
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => Boolean, { description: "Whether anybody has answered for it" })
  async answered(@Root() period: TaskPeriod, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await lastAnswerOf(ctx, keyOf(period))) !== null
  }

  @FieldResolver(() => ProgressReport, { nullable: true })
  claim(@Root() period: TaskPeriod, @Ctx() ctx: RequestContext): Promise<ProgressReport | null> {
    return claimOf(ctx, keyOf(period))
  }

  @FieldResolver(() => ProgressReport, { nullable: true })
  verified(@Root() period: TaskPeriod, @Ctx() ctx: RequestContext): Promise<ProgressReport | null> {
    return verifiedOf(ctx, keyOf(period))
  }
}

function keyOf({ task, agencyId, key, asOf }: TaskPeriod) {
  return { taskId: task.id, agencyId, periodKey: key, phaseId: null, asOf }
}
