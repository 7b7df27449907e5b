import type { CalendarDate } from "@plan43/calendar"
import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  PageArguments,
  payloadOf,
  RecordingInput,
  RecordingPayload,
  type RequestContext,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { historyOfObligation } from "../history/history-of-obligation.ts"
import { periodsOf } from "../period/periods-of-task.ts"
import { TaskPeriod } from "../period/task-period.ts"
import { ProgressReport } from "../progress/progress-report.ts"
import { PROGRESS } from "../progress/readable-reports.ts"
import {
  claimOf,
  lastAnswerOf,
  ProgressReportConnection,
  reportsOfObligation,
  verifiedOf,
} from "../progress/report.loader.ts"
import { TaskStatus } from "../status/task-status.ts"
import { dueOnOfTask, statusOfTask } from "../task/status-of-task.ts"
import { taskById } from "../task/task.loader.ts"
import { Task } from "../task/task.ts"
import { phasesOfTask } from "../task/task-phase.ts"
import { findObligations, TaskObligationFilter, TaskObligationOrder } from "./find-obligations.ts"
import { markResponsible } from "./mark-responsible.ts"
import { obligationById, partyOf, standingOf, TaskObligationConnection } from "./obligation.loader.ts"
import { ObligationPhase, obligationPhaseOf } from "./obligation-phase.ts"
import { NO_ANSWER_OWED, silentSince } from "./obligation-standing.sql.ts"
import { responsibleOfTask } from "./responsible-agency.ts"
import { TaskObligation } from "./task-obligation.ts"

@InputType({ description: "Who is responsible for the whole of a shared task" })
export class MarkResponsibleInput extends RecordingInput {
  @Field(() => ID)
  obligationId!: string

  @Field(() => Int, { description: "The version of the task that the mark is based on" })
  version!: number
}

@ObjectType({ simpleResolvers: true })
export class MarkResponsiblePayload extends RecordingPayload {
  @Field(() => Task, { nullable: true })
  task!: Task | null
}

@Resolver(() => TaskObligation)
export class TaskObligationResolver {
  @Query(() => TaskObligationConnection, { description: "What agencies owe today" })
  obligations(
    @Arg("filter", () => TaskObligationFilter, { nullable: true }) filter: TaskObligationFilter | null,
    @Arg("orderBy", () => TaskObligationOrder, { nullable: true }) orderBy: TaskObligationOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TaskObligation>> {
    return findObligations(ctx, filter ?? {}, orderBy, page)
  }

  @Query(() => TaskObligation, {
    nullable: true,
    description: "null where nobody owes it on the day `asOf`, today when absent",
  })
  obligation(
    @Arg("id", () => ID) id: string,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskObligation | null> {
    return obligationById(ctx, id, asOf ?? ctx.today)
  }

  @RequiresScopes("progress:write")
  @Mutation(() => MarkResponsiblePayload, {
    description: "Its completion, and the extension of its deadline, are then those of the whole task",
  })
  async markResponsible(
    @Arg("input", () => MarkResponsibleInput) input: MarkResponsibleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MarkResponsiblePayload> {
    const outcome = await markResponsible(authored(ctx), input, input)
    if (!("recorded" in outcome)) return payloadOf<"task", Task>("task", outcome)
    return payloadOf("task", { recorded: await taskById(ctx, outcome.recorded.taskId) })
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => Int, { description: "Grows with every answer, verification and extension" })
  async version(@Root() obligation: TaskObligation, @Ctx() ctx: RequestContext): Promise<number> {
    return (await standingOf(ctx, { ...obligation, asOf: ctx.today })).version
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() obligation: TaskObligation,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfObligation(ctx, obligation.id, page)
  }

  @FieldResolver(() => Task)
  task(@Root() { taskId }: TaskObligation, @Ctx() ctx: RequestContext): Promise<Task | null> {
    return taskById(ctx, taskId)
  }

  @FieldResolver(() => Agency, { nullable: true, description: "null while agencies do not answer" })
  agency(@Root() { agencyId }: TaskObligation): Agency {
    return agencyReference(agencyId)
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description:
      "The agency, or class of agencies, that the lead cell names; null while agencies do not answer",
  })
  givenTo(@Root() { givenToId }: TaskObligation): Agency {
    return agencyReference(givenToId)
  }

  @FieldResolver(() => Boolean, {
    description: "Whether it answers for the whole task on the day `asOf`, today when absent",
  })
  async responsible(
    @Root() { taskId, agencyId }: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    return (await responsibleOfTask(ctx, taskId, asOf ?? ctx.today)) === agencyId
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description: "What was last claimed about the work by the end of the day `asOf`",
  })
  claim(
    @Root() obligation: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReport | null> {
    return claimOf(ctx, keyOf(obligation, asOf ?? ctx.today))
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description: "The last claim that the Department had confirmed by the end of the day `asOf`",
  })
  verified(
    @Root() obligation: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReport | null> {
    return verifiedOf(ctx, keyOf(obligation, asOf ?? ctx.today))
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description: "The last answer by the end of the day `asOf`: also “no change” and “nothing to report”",
  })
  lastAnswer(
    @Root() obligation: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReport | null> {
    return lastAnswerOf(ctx, keyOf(obligation, asOf ?? ctx.today))
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => TaskStatus, { description: "Of its own part, at the end of the day `asOf`" })
  status(
    @Root() obligation: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskStatus> {
    return statusOf(ctx, obligation, asOf ?? ctx.today)
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "The last day in time of its own part, extensions granted by the end of the day `asOf` included",
  })
  async dueOn(
    @Root() obligation: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    const day = asOf ?? ctx.today
    const [task, party] = await Promise.all([
      taskById(ctx, obligation.taskId),
      partyOf(ctx, { taskId: obligation.taskId, agencyId: obligation.agencyId, asOf: day }),
    ])
    return task && dueOnOfTask(ctx, task, day, party)
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "Since when nobody had answered by the end of `asOf` (today when absent), through the whole of the last reporting round that had ended; null where somebody had, or no answer was owed",
  })
  async silentSince(
    @Root() obligation: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    const day = asOf ?? ctx.today
    const since = silentSince((await standingOf(ctx, { ...obligation, asOf: day })).unansweredSince, day)
    if (since === null) return null
    const status = await statusOf(ctx, obligation, day)
    return (NO_ANSWER_OWED as readonly TaskStatus[]).includes(status) ? null : since
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => Boolean, {
    description:
      "The last claim, or that of any of its periods or phases, was neither confirmed nor returned by the end of `asOf`, today when absent",
  })
  async awaitingVerification(
    @Root() obligation: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    return (await standingOf(ctx, { ...obligation, asOf: asOf ?? ctx.today })).awaitingVerification
  }

  @FieldResolver(() => [TaskPeriod], {
    description: "Of a task that recurs: its own periods, the last first",
  })
  async periods(
    @Root() { taskId, agencyId }: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskPeriod[]> {
    const task = await taskById(ctx, taskId)
    return task === null ? [] : periodsOf(ctx, task, agencyId, asOf ?? ctx.today)
  }

  @FieldResolver(() => [ObligationPhase], {
    description: "Of a task in phases: what the agency owes of each, in printed order",
  })
  async phases(
    @Root() { taskId, agencyId }: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ObligationPhase[]> {
    const phases = await phasesOfTask(ctx, taskId)
    return phases.map((phase) => obligationPhaseOf(phase, agencyId, asOf ?? ctx.today))
  }

  @FieldResolver(() => ProgressReportConnection, {
    description: "Every answer by the end of `asOf`, today when absent; the last first",
  })
  reports(
    @Root() { id }: TaskObligation,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ProgressReport>> {
    return reportsOfObligation(ctx, id, asOf ?? ctx.today, page)
  }
}

function keyOf({ taskId, agencyId }: TaskObligation, asOf: CalendarDate) {
  return { taskId, agencyId, periodKey: null, phaseId: null, asOf }
}

async function statusOf(
  ctx: RequestContext,
  { taskId, agencyId }: TaskObligation,
  asOf: CalendarDate,
): Promise<TaskStatus> {
  const [task, party] = await Promise.all([taskById(ctx, taskId), partyOf(ctx, { taskId, agencyId, asOf })])
  if (task === null) throw new Error(`obligation of task ${taskId}, which is not there`)
  return statusOfTask(ctx, task, asOf, party)
}
