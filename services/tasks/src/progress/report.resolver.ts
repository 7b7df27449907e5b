import type { CalendarDate } from "@plan43/calendar"
import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  hasScope,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { historyOfReport } from "../history/history-of-fact.ts"
import { obligationById, partyOf } from "../obligation/obligation.loader.ts"
import { obligationIdOf } from "../obligation/obligation-id.ts"
import { TaskObligation } from "../obligation/task-obligation.ts"
import { periodWithKey } from "../period/period-of.ts"
import { TaskPeriod, taskPeriodOf } from "../period/task-period.ts"
import { SetFactPublishedInput, setFactPublished } from "../recording/publish-fact.ts"
import { TaskStatus } from "../status/task-status.ts"
import { statusOfPeriod, statusOfPhase, statusOfTask } from "../task/status-of-task.ts"
import { taskById } from "../task/task.loader.ts"
import { Task } from "../task/task.ts"
import { phaseById, TaskPhase } from "../task/task-phase.ts"
import {
  openFieldsAfter,
  ReportVerification,
  ReturnedField,
  verificationIn,
  verificationsOf,
} from "../verification/report-verification.ts"
import { ProgressReport } from "./progress-report.ts"
import { PROGRESS } from "./readable-reports.ts"
import { reportById, verifiedOf } from "./report.loader.ts"
import { ProgressReportPayload, ReportProgressInput } from "./report-progress.input.ts"
import { reportProgress } from "./report-progress.ts"

@Resolver(() => ProgressReport)
export class ProgressReportResolver {
  @Query(() => ProgressReport, { nullable: true })
  progressReport(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReport | null> {
    return reportById(ctx, id)
  }

  @RequiresScopes("progress:report:own", "progress:write")
  @Mutation(() => ProgressReportPayload, {
    description: "What an agency answers about what it owes; by a coordinator: on its behalf",
  })
  async reportProgress(
    @Arg("input", () => ReportProgressInput) input: ReportProgressInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReportPayload> {
    return payloadOf("report", await reportProgress(authored(ctx), input, input))
  }

  @RequiresScopes("progress:write")
  @Mutation(() => ProgressReportPayload, { description: "Shows a report to the public, or hides it again" })
  async setReportPublished(
    @Arg("input", () => SetFactPublishedInput) input: SetFactPublishedInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReportPayload> {
    const reports = { entity: ProgressReport, table: "progress_report" } as const
    return payloadOf("report", await setFactPublished(authored(ctx), input, reports))
  }

  @FieldResolver(() => TaskObligation, {
    nullable: true,
    description: "null where nobody owes it any longer",
  })
  obligation(@Root() report: ProgressReport, @Ctx() ctx: RequestContext): Promise<TaskObligation | null> {
    return obligationById(ctx, obligationIdOf(report), ctx.today)
  }

  @FieldResolver(() => Task)
  task(@Root() report: ProgressReport, @Ctx() ctx: RequestContext): Promise<Task | null> {
    return taskById(ctx, report.taskId)
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "Who answered: the agency of that day; null while agencies do not answer",
  })
  agency(@Root() report: ProgressReport): Agency {
    return agencyReference(report.agencyId)
  }

  @FieldResolver(() => TaskPeriod, { nullable: true, description: "Of a task that recurs" })
  async period(@Root() report: ProgressReport, @Ctx() ctx: RequestContext): Promise<TaskPeriod | null> {
    const task = report.periodKey === null ? null : await taskById(ctx, report.taskId)
    if (task === null || report.periodKey === null) return null
    const period = periodWithKey(task.deadline.kind, report.periodKey)
    return period && taskPeriodOf(period, task, report.agencyId, ctx.today)
  }

  @FieldResolver(() => TaskPhase, { nullable: true, description: "Of a task in phases" })
  async phase(@Root() report: ProgressReport, @Ctx() ctx: RequestContext): Promise<TaskPhase | null> {
    return report.phaseId === null ? null : phaseById(ctx, report.phaseId)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name of whoever signed; only for those who read reports that are not published",
  })
  recordedBy(@Root() { recordedByName }: ProgressReport, @Ctx() { viewer }: RequestContext): string | null {
    return maySeeNames(viewer) ? recordedByName : null
  }

  @FieldResolver(() => ReportVerification, {
    nullable: true,
    description:
      "What was made of it by the end of `asOf`, today when absent; null until the Department looked at it",
  })
  async verification(
    @Root() { id }: ProgressReport,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportVerification | null> {
    const day = asOf ?? ctx.today
    const facts = await verificationsOf(ctx, id)
    const verification = verificationIn(facts.filter(({ recordedOn }) => recordedOn <= day))
    return verification && { ...verification, by: maySeeNames(ctx.viewer) ? verification.by : null }
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() report: ProgressReport,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfReport(ctx, report.id, page)
  }

  @FieldResolver(() => [ReturnedField], {
    nullable: true,
    description:
      "What the next report of the same period or phase may change, with the reasons; null where it may change everything. After a return is answered it stays so until that answer is confirmed",
  })
  async openFields(
    @Root() { id, correctsId }: ProgressReport,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ReturnedField[] | null> {
    const corrects = correctsId === null ? null : await reportById(ctx, correctsId)
    const [own, corrected] = await Promise.all([
      verificationsOf(ctx, id),
      corrects === null ? [] : verificationsOf(ctx, corrects.id),
    ])
    return openFieldsAfter(verificationIn(own), verificationIn(corrected))
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description: "The last claim of the same obligation, and period or phase, that the Department confirmed",
  })
  lastVerified(@Root() report: ProgressReport, @Ctx() ctx: RequestContext): Promise<ProgressReport | null> {
    const { taskId, agencyId, periodKey, phaseId } = report
    return verifiedOf(ctx, { taskId, agencyId, periodKey, phaseId, asOf: ctx.today })
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => TaskStatus, {
    nullable: true,
    description: "Where that part of the agency's work, that period or phase, stands today",
  })
  async partStatus(@Root() report: ProgressReport, @Ctx() ctx: RequestContext): Promise<TaskStatus | null> {
    const { agencyId, periodKey, phaseId } = report
    const [task, phase, party] = await Promise.all([
      taskById(ctx, report.taskId),
      phaseId === null ? null : phaseById(ctx, phaseId),
      partyOf(ctx, { taskId: report.taskId, agencyId, asOf: ctx.today }),
    ])
    if (task === null) return null
    if (phase !== null) return statusOfPhase(ctx, phase, ctx.today, party)
    const period = periodKey === null ? null : periodWithKey(task.deadline.kind, periodKey)
    if (period !== null) return statusOfPeriod(ctx, task, period, ctx.today, party)
    return statusOfTask(ctx, task, ctx.today, party)
  }

  @FieldResolver(() => Boolean, { description: "Whether the public sees it" })
  published(@Root() { publishedAt }: ProgressReport): boolean {
    return publishedAt !== null
  }
}

/** Names of officials are for those who work with what is not public. */
export function maySeeNames(viewer: RequestContext["viewer"]): boolean {
  return hasScope(viewer, PROGRESS.all, ...(PROGRESS.own === null ? [] : [PROGRESS.own]))
}
