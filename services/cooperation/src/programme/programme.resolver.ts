import {
  type Change,
  ChangeConnection,
  type Connection,
  PageArguments,
  pageRequestOf,
  type RequestContext,
  SourceReference,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql"
import type { CooperationActivity } from "../activity/cooperation-activity.ts"
import { activitiesOfProgramme, CooperationActivityConnection } from "../activity/find-activities.ts"
import type { Agreement } from "../agreement/agreement.ts"
import { AgreementConnection, agreementsOfProgramme } from "../agreement/find-agreements.ts"
import { historyOfProgramme } from "../history/history.ts"
import { Agency, Indicator, PlanMeasure, referenceTo, Task } from "../reference/references.ts"
import { CooperationProgramme } from "./cooperation-programme.ts"
import {
  CooperationProgrammeConnection,
  CooperationProgrammeFilter,
  CooperationProgrammeOrder,
  findProgrammes,
  programmeByCode,
  programmeById,
  programmesOfTask,
} from "./find-programmes.ts"

@Resolver(() => CooperationProgramme)
export class CooperationProgrammeResolver {
  @Query(() => CooperationProgramme, { nullable: true, description: "By identifier or code, e.g. task-93" })
  async cooperationProgramme(
    @Arg("id", () => ID, { nullable: true }) id: string | null,
    @Arg("code", () => String, { nullable: true }) code: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CooperationProgramme | null> {
    if (id != null) return programmeById(ctx, id)
    return code == null ? null : programmeByCode(ctx, code)
  }

  @Query(() => CooperationProgrammeConnection)
  cooperationProgrammes(
    @Arg("filter", () => CooperationProgrammeFilter, { nullable: true })
    filter: CooperationProgrammeFilter | null,
    @Arg("orderBy", () => CooperationProgrammeOrder, { nullable: true })
    orderBy: CooperationProgrammeOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<CooperationProgramme>> {
    return findProgrammes(ctx, filter ?? {}, orderBy, page)
  }

  @FieldResolver(() => Task, { nullable: true, description: "The task that it is; null for a measure" })
  task(@Root() { taskId }: CooperationProgramme): Task | null {
    return taskId === null ? null : referenceTo(Task, taskId)
  }

  @FieldResolver(() => PlanMeasure, {
    nullable: true,
    description: "The measure that it is; null for a task",
  })
  measure(@Root() { measureId }: CooperationProgramme): PlanMeasure | null {
    return measureId === null ? null : referenceTo(PlanMeasure, measureId)
  }

  @FieldResolver(() => [Agency], { description: "Who leads the task; empty for a measure" })
  leads(@Root() { leadIds }: CooperationProgramme): Agency[] {
    return leadIds.map((id) => referenceTo(Agency, id))
  }

  @FieldResolver(() => [Task], { description: "Further tasks that the same cooperation serves" })
  relatedTasks(@Root() { relatedTaskIds }: CooperationProgramme): Task[] {
    return relatedTaskIds.map((id) => referenceTo(Task, id))
  }

  @FieldResolver(() => [Indicator], { description: "Indicators that the same cooperation serves" })
  relatedIndicators(@Root() { relatedIndicatorIds }: CooperationProgramme): Indicator[] {
    return relatedIndicatorIds.map((id) => referenceTo(Indicator, id))
  }

  @FieldResolver(() => AgreementConnection)
  agreements(
    @Root() programme: CooperationProgramme,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Agreement>> {
    return agreementsOfProgramme(ctx, programme.id, pageRequestOf(page))
  }

  @FieldResolver(() => CooperationActivityConnection)
  activities(
    @Root() programme: CooperationProgramme,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<CooperationActivity>> {
    return activitiesOfProgramme(ctx, programme.id, pageRequestOf(page))
  }

  @FieldResolver(() => SourceReference)
  source(@Root() programme: CooperationProgramme): SourceReference {
    const { document, sourceRow: row, line, lastLine, kind } = programme
    const place = kind === "TASK" ? { annex: "II", part: null } : { annex: null, part: "II" }
    return Object.assign(new SourceReference(), { document, row, line, lastLine, ...place })
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() programme: CooperationProgramme,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfProgramme(ctx, programme.id, page)
  }
}

/** What this subgraph adds to a task. */
@Resolver(() => Task)
export class TaskProgrammesResolver {
  @FieldResolver(() => [CooperationProgramme], {
    description: "Programmes of cooperation that it is, or is related to",
  })
  cooperationProgrammes(@Root() task: Task, @Ctx() ctx: RequestContext): Promise<CooperationProgramme[]> {
    return programmesOfTask(ctx, task.id)
  }
}
