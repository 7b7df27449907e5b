import {
  authored,
  type Change,
  ChangeConnection,
  ChangeInput,
  type Connection,
  PageArguments,
  payloadOf,
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
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql"
import { historyOfDecision } from "../history/history-of-fact.ts"
import { periodOf } from "../period/period-of.ts"
import { PROGRESS } from "../progress/readable-reports.ts"
import { maySeeNames } from "../progress/report.resolver.ts"
import { ResultDocumentInput } from "../progress/result-document.ts"
import { SetFactPublishedInput, setFactPublished } from "../recording/publish-fact.ts"
import { taskById } from "../task/task.loader.ts"
import { Task } from "../task/task.ts"
import { decideTask } from "./decide-task.ts"
import { TaskDecision, type TaskDecisionKind } from "./task-decision.ts"

@InputType({ description: "Which task, by its version, and on what the decision rests" })
export class TaskDecisionInput extends ChangeInput {
  @Field(() => String, { description: "On what ground" })
  basis!: string

  @Field(() => ResultDocumentInput, { nullable: true, defaultValue: null })
  document!: ResultDocumentInput | null
}

@ObjectType({ simpleResolvers: true })
export class TaskDecisionPayload extends RecordingPayload {
  @Field(() => TaskDecision, { nullable: true })
  decision!: TaskDecision | null
}

@Resolver(() => TaskDecision)
export class TaskDecisionResolver {
  @RequiresScopes("progress:write")
  @Mutation(() => TaskDecisionPayload, { description: "From today on" })
  suspendTask(
    @Arg("input", () => TaskDecisionInput) input: TaskDecisionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskDecisionPayload> {
    return decide(ctx, input, "SUSPENDED")
  }

  @RequiresScopes("progress:write")
  @Mutation(() => TaskDecisionPayload, { description: "From today on" })
  cancelTask(
    @Arg("input", () => TaskDecisionInput) input: TaskDecisionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskDecisionPayload> {
    return decide(ctx, input, "CANCELLED")
  }

  @RequiresScopes("progress:write")
  @Mutation(() => TaskDecisionPayload, {
    description:
      "From today on; of a completed task, what was confirmed before, of the period in which it is completed, no longer counts",
  })
  reopenTask(
    @Arg("input", () => TaskDecisionInput) input: TaskDecisionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskDecisionPayload> {
    return decide(ctx, input, "REOPENED")
  }

  @RequiresScopes("progress:write")
  @Mutation(() => TaskDecisionPayload, { description: "Shows a decision to the public, or hides it again" })
  async setTaskDecisionPublished(
    @Arg("input", () => SetFactPublishedInput) input: SetFactPublishedInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskDecisionPayload> {
    const decisions = { entity: TaskDecision, table: "task_decision" } as const
    return payloadOf("decision", await setFactPublished(authored(ctx), input, decisions))
  }

  @FieldResolver(() => Task)
  task(@Root() { taskId }: TaskDecision, @Ctx() ctx: RequestContext): Promise<Task | null> {
    return taskById(ctx, taskId)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Which period of a task that recurs it opens again; null where it opens none, or the whole",
  })
  async reopenedPeriodKey(
    @Root() { taskId, reopensCompletion, recordedOn }: TaskDecision,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> {
    const task = reopensCompletion ? await taskById(ctx, taskId) : null
    return task === null ? null : (periodOf(task.deadline.kind, recordedOn)?.key ?? null)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Only for those who read what is not published",
  })
  recordedBy(@Root() { recordedByName }: TaskDecision, @Ctx() { viewer }: RequestContext): string | null {
    return maySeeNames(viewer) ? recordedByName : null
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() decision: TaskDecision,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfDecision(ctx, decision.id, page)
  }

  @FieldResolver(() => Boolean, { description: "Whether the public sees it" })
  published(@Root() { publishedAt }: TaskDecision): boolean {
    return publishedAt !== null
  }
}

async function decide(
  ctx: RequestContext,
  input: TaskDecisionInput,
  kind: TaskDecisionKind,
): Promise<TaskDecisionPayload> {
  return payloadOf("decision", await decideTask(authored(ctx), input, input, kind, input))
}
