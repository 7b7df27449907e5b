import type { CalendarDate } from "@plan43/calendar"
import {
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  PageArguments,
  type RequestContext,
  RowsReadableWith,
  SourceReference,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { AgencyMention, mentionsOfTask } from "../agency/agency-mention.ts"
import { type DeadlineOf, deadlineOfPhase, deadlineOfTask } from "../deadline/deadline.resolver.ts"
import { Deadline } from "../deadline/deadline.ts"
import { decisionsOfTask, TaskDecision, versionOfTask } from "../decision/task-decision.ts"
import { DeadlineExtension, extensionsOfTask } from "../extension/deadline-extension.ts"
import { historyOfTask } from "../history/history-of-task.ts"
import { obligationsOfTask } from "../obligation/obligation.loader.ts"
import { responsibleOfTask } from "../obligation/responsible-agency.ts"
import { TaskObligation } from "../obligation/task-obligation.ts"
import { periodsOf } from "../period/periods-of-task.ts"
import { TaskPeriod } from "../period/task-period.ts"
import { DEFAULT_PLAN_NUMBER, findPlan, planById, sectionById, sourceOf } from "../plan/plan.loader.ts"
import { Plan } from "../plan/plan.ts"
import { PlanSection } from "../plan/plan-section.ts"
import { expectsDocument } from "../progress/expected-document.ts"
import { ProgressReport } from "../progress/progress-report.ts"
import { PROGRESS } from "../progress/readable-reports.ts"
import { claimOf, verifiedOf } from "../progress/report.loader.ts"
import { factsOfTask } from "../status/task-facts.loader.ts"
import { Deadlines } from "../status/task-status.sql.ts"
import { TaskStatus } from "../status/task-status.ts"
import { findTasks, taskListRequest, tasksOfSection } from "./find-tasks.ts"
import { statusOfPhase, statusOfTask } from "./status-of-task.ts"
import { TaskConnection, taskById } from "./task.loader.ts"
import { Task } from "./task.ts"
import { TaskFilter, TaskOrder } from "./task-filter.ts"
import { TaskMilestone } from "./task-milestone.ts"
import { phasesOfTask, TaskPhase } from "./task-phase.ts"

@Resolver(() => Task)
export class TaskResolver {
  @Query(() => Task, {
    nullable: true,
    description: "By identifier, or by code within a plan (43/KH-UBND when absent)",
  })
  async task(
    @Arg("id", () => ID, { nullable: true }) id: string | null,
    @Arg("code", () => String, { nullable: true }) code: string | null,
    @Arg("plan", () => String, { nullable: true }) plan: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Task | null> {
    if (id != null) return taskById(ctx, id)
    if (code == null) return null
    const within = await findPlan(ctx, plan ?? DEFAULT_PLAN_NUMBER)
    return within && ctx.em.findOne(Task, { planId: within.id, code, withdrawnAt: null })
  }

  @Query(() => TaskConnection)
  tasks(
    @Arg("filter", () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg("orderBy", () => TaskOrder, { nullable: true }) orderBy: TaskOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Task>> {
    return findTasks(ctx, taskListRequest(filter, orderBy, page))
  }

  @FieldResolver(() => Plan)
  plan(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<Plan | null> {
    return planById(ctx, task.planId)
  }

  @FieldResolver(() => PlanSection)
  section(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<PlanSection | null> {
    return sectionById(ctx, task.sectionId)
  }

  @FieldResolver(() => [Agency], { description: "The lead cell resolved, in printed order" })
  leads(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    return agenciesOf(task, "LEAD", ctx)
  }

  @FieldResolver(() => [Agency], { description: "The coordinating cell resolved, in printed order" })
  coordinators(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<Agency[]> {
    return agenciesOf(task, "COORDINATOR", ctx)
  }

  @FieldResolver(() => [AgencyMention], { description: "The lead cell piece by piece" })
  leadMentions(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<AgencyMention[]> {
    return mentionsOf(task, "LEAD", ctx)
  }

  @FieldResolver(() => [AgencyMention], { description: "The coordinating cell piece by piece" })
  coordinatorMentions(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<AgencyMention[]> {
    return mentionsOf(task, "COORDINATOR", ctx)
  }

  @FieldResolver(() => Deadline)
  deadline(@Root() task: Task): DeadlineOf {
    return deadlineOfTask(task)
  }

  @FieldResolver(() => [TaskPhase], {
    description: "Empty but for a task whose phases have deadlines of their own",
  })
  phases(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<TaskPhase[]> {
    return phasesOfTask(ctx, task.id)
  }

  @FieldResolver(() => [TaskMilestone], { description: "Empty but for a task of two stages" })
  milestones(@Root() task: Task): TaskMilestone[] {
    return [
      ...(task.contributionText === null
        ? []
        : [{ kind: "CONTRIBUTION" as const, text: task.contributionText }]),
      ...(task.implementationText === null
        ? []
        : [{ kind: "IMPLEMENTATION" as const, text: task.implementationText }]),
    ]
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => TaskStatus, {
    description:
      "At the end of the day `asOf`, today when absent; by EXTENDED deadlines unless others are named",
  })
  status(
    @Root() task: Task,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Arg("deadlines", () => Deadlines, { nullable: true }) deadlines: Deadlines | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskStatus> {
    return statusOfTask(ctx, task, asOf ?? ctx.today, null, deadlines ?? Deadlines.EXTENDED)
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => Boolean, {
    description:
      "Whether progress on it was reported by the end of `asOf`, today when absent, as far as you may read it",
  })
  async progressReported(
    @Root() task: Task,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    return (await factsOfTask(ctx, { taskId: task.id, periodKey: null, asOf: asOf ?? ctx.today })).reported
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => Int, { description: "Grows with every decision about the task as a whole" })
  version(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<number> {
    return versionOfTask(ctx, task.id)
  }

  @FieldResolver(() => Boolean, {
    description: "Its result is a document: complete only with number, day, issuer and link of it",
  })
  expectsDocument(@Root() task: Task): boolean {
    return expectsDocument(task.expectedResult)
  }

  @FieldResolver(() => [TaskObligation], {
    description: "What each agency owes of it on the day `asOf`, today when absent",
  })
  obligations(
    @Root() task: Task,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskObligation[]> {
    return obligationsOfTask(ctx, task.id, asOf ?? ctx.today)
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => Agency, {
    nullable: true,
    description:
      "Who answers for the whole on the day `asOf`, today when absent: the one that is marked, or the only one that owes it",
  })
  async responsibleAgency(
    @Root() task: Task,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Agency | null> {
    const agencyId = await responsibleOfTask(ctx, task.id, asOf ?? ctx.today)
    return agencyId === null ? null : agencyReference(agencyId)
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description:
      "What was last claimed of the whole, by whoever answers for it or, without such, by anybody who owes it",
  })
  async claim(
    @Root() task: Task,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReport | null> {
    return claimOf(ctx, await wholeOf(task, asOf ?? ctx.today, ctx))
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description: "The last such claim that the Department had confirmed",
  })
  async verified(
    @Root() task: Task,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReport | null> {
    return verifiedOf(ctx, await wholeOf(task, asOf ?? ctx.today, ctx))
  }

  @FieldResolver(() => [DeadlineExtension], { description: "What was asked for, the last first" })
  extensions(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<DeadlineExtension[]> {
    return extensionsOfTask(ctx, task.id)
  }

  @FieldResolver(() => [TaskDecision], { description: "What was decided about it, the last first" })
  decisions(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<TaskDecision[]> {
    return decisionsOfTask(ctx, task.id)
  }

  @FieldResolver(() => [TaskPeriod], {
    description: "Of a task that recurs: periods that had begun, the last first",
  })
  periods(
    @Root() task: Task,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskPeriod[]> {
    return periodsOf(ctx, task, null, asOf ?? ctx.today)
  }

  @FieldResolver(() => SourceReference)
  source(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<SourceReference> {
    return sourceOf(ctx, task, { annex: "II", part: null, row: task.code })
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() task: Task,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfTask(ctx, task.id, page)
  }
}

@Resolver(() => TaskPhase)
export class TaskPhaseResolver {
  @FieldResolver(() => Boolean, {
    description: "Its result is a document: complete only with number, day, issuer and link of it",
  })
  expectsDocument(@Root() phase: TaskPhase): boolean {
    return expectsDocument(phase.expectedResult)
  }

  @FieldResolver(() => Deadline)
  deadline(@Root() phase: TaskPhase): DeadlineOf {
    return deadlineOfPhase(phase)
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => TaskStatus, { description: "At the end of the day `asOf`; today when absent" })
  status(
    @Root() phase: TaskPhase,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskStatus> {
    return statusOfPhase(ctx, phase, asOf ?? ctx.today)
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description:
      "What was last claimed of it, by whoever answers for the whole task or, without such, by anybody who owes it",
  })
  async claim(
    @Root() phase: TaskPhase,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReport | null> {
    return claimOf(ctx, await wholeOfPhase(phase, asOf ?? ctx.today, ctx))
  }

  @FieldResolver(() => ProgressReport, {
    nullable: true,
    description: "The last such claim that the Department had confirmed",
  })
  async verified(
    @Root() phase: TaskPhase,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReport | null> {
    return verifiedOf(ctx, await wholeOfPhase(phase, asOf ?? ctx.today, ctx))
  }
}

@Resolver(() => PlanSection)
export class SectionTasksResolver {
  @FieldResolver(() => TaskConnection)
  tasks(
    @Root() section: PlanSection,
    @Arg("filter", () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg("orderBy", () => TaskOrder, { nullable: true }) orderBy: TaskOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Task>> {
    return tasksOfSection(ctx, section.id, taskListRequest(filter, orderBy, page))
  }
}

/** Whose claim is the whole task's on a day. */
async function wholeOf(task: Task, asOf: CalendarDate, ctx: RequestContext) {
  const agencyId = await responsibleOfTask(ctx, task.id, asOf)
  return { taskId: task.id, agencyId, periodKey: null, phaseId: null, asOf }
}

/** The same of one of its phases. */
async function wholeOfPhase({ id, taskId }: TaskPhase, asOf: CalendarDate, ctx: RequestContext) {
  const agencyId = await responsibleOfTask(ctx, taskId, asOf)
  return { taskId, agencyId, periodKey: null, phaseId: id, asOf }
}

async function mentionsOf(
  task: Task,
  role: AgencyMention["role"],
  ctx: RequestContext,
): Promise<AgencyMention[]> {
  return (await mentionsOfTask(ctx, task.id)).filter((mention) => mention.role === role)
}

async function agenciesOf(task: Task, role: AgencyMention["role"], ctx: RequestContext): Promise<Agency[]> {
  const ids = (await mentionsOf(task, role, ctx)).flatMap(({ agencyId }) => agencyId ?? [])
  return [...new Set(ids)].map(agencyReference)
}
