import type { CalendarDate } from "@plan43/calendar"
import { EvidenceFile } from "@plan43/evidence"
import {
  authored,
  type Change,
  ChangeConnection,
  ChangeInput,
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
  Resolver,
  Root,
} from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { filesOf } from "../evidence/files-of-tasks.ts"
import { historyOfExtension } from "../history/history-of-fact.ts"
import { obligationById } from "../obligation/obligation.loader.ts"
import { obligationIdOf } from "../obligation/obligation-id.ts"
import { TaskObligation } from "../obligation/task-obligation.ts"
import { PROGRESS } from "../progress/readable-reports.ts"
import { maySeeNames } from "../progress/report.resolver.ts"
import { SetFactPublishedInput, setFactPublished } from "../recording/publish-fact.ts"
import { taskById } from "../task/task.loader.ts"
import { Task } from "../task/task.ts"
import { phaseById, TaskPhase } from "../task/task-phase.ts"
import { DeadlineExtension } from "./deadline-extension.ts"
import { decideExtension, requestExtension } from "./extend-deadline.ts"

@InputType({ description: "A later deadline; the reason must be given" })
export class RequestExtensionInput extends RecordingInput {
  @Field(() => ID)
  obligationId!: string

  @Field(() => Int, { description: "The version of the obligation that the request is based on" })
  version!: number

  @Field(() => DateScalar)
  dueOn!: CalendarDate

  @Field(() => String, { nullable: true, defaultValue: null, description: "Of an annual duty: which year" })
  periodKey!: string | null

  @Field(() => ID, { nullable: true, defaultValue: null, description: "Of a task in phases: which one" })
  phaseId!: string | null

  @Field(() => [ID], { defaultValue: [], description: "On what it rests, uploaded before" })
  fileIds!: string[]
}

@InputType({ description: "What is decided; a refusal gives its reason" })
export class DecideExtensionInput extends ChangeInput {
  @Field(() => Boolean)
  granted!: boolean

  @Field(() => DateScalar, { nullable: true, defaultValue: null, description: "As asked for when absent" })
  dueOn!: CalendarDate | null

  @Field(() => [ID], { defaultValue: [], description: "On what it rests, uploaded before" })
  fileIds!: string[]
}

@ObjectType({ simpleResolvers: true })
export class DeadlineExtensionPayload extends RecordingPayload {
  @Field(() => DeadlineExtension, { nullable: true })
  extension!: DeadlineExtension | null
}

@Resolver(() => DeadlineExtension)
export class DeadlineExtensionResolver {
  @RequiresScopes("progress:report:own", "progress:write")
  @Mutation(() => DeadlineExtensionPayload, {
    description: "Asks for a later deadline of what an agency owes",
  })
  async requestExtension(
    @Arg("input", () => RequestExtensionInput) input: RequestExtensionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeadlineExtensionPayload> {
    const details = { ...input, reason: input.reason ?? "" }
    return payloadOf("extension", await requestExtension(authored(ctx), input, details))
  }

  @RequiresScopes("progress:write")
  @Mutation(() => DeadlineExtensionPayload, {
    description: "Grants or refuses it; the plan's own day is kept",
  })
  async decideExtension(
    @Arg("input", () => DecideExtensionInput) input: DecideExtensionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeadlineExtensionPayload> {
    return payloadOf("extension", await decideExtension(authored(ctx), input, input, input))
  }

  @RequiresScopes("progress:write")
  @Mutation(() => DeadlineExtensionPayload, {
    description: "Shows an extension to the public, or hides it again",
  })
  async setExtensionPublished(
    @Arg("input", () => SetFactPublishedInput) input: SetFactPublishedInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeadlineExtensionPayload> {
    const extensions = { entity: DeadlineExtension, table: "deadline_extension" } as const
    return payloadOf("extension", await setFactPublished(authored(ctx), input, extensions))
  }

  @FieldResolver(() => TaskObligation, {
    nullable: true,
    description: "null where nobody owes it any longer",
  })
  obligation(
    @Root() extension: DeadlineExtension,
    @Ctx() ctx: RequestContext,
  ): Promise<TaskObligation | null> {
    return obligationById(ctx, obligationIdOf(extension), ctx.today)
  }

  @FieldResolver(() => Task)
  task(@Root() { taskId }: DeadlineExtension, @Ctx() ctx: RequestContext): Promise<Task | null> {
    return taskById(ctx, taskId)
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "Who asked for it: the agency of that day; null while agencies do not answer",
  })
  agency(@Root() { agencyId }: DeadlineExtension): Agency {
    return agencyReference(agencyId)
  }

  @FieldResolver(() => TaskPhase, { nullable: true })
  async phase(@Root() { phaseId }: DeadlineExtension, @Ctx() ctx: RequestContext): Promise<TaskPhase | null> {
    return phaseId === null ? null : phaseById(ctx, phaseId)
  }

  @FieldResolver(() => String, { nullable: true, description: "Of an annual duty: which year" })
  period(@Root() { periodKey }: DeadlineExtension): string | null {
    return periodKey
  }

  @FieldResolver(() => [EvidenceFile], { description: "On what the request rests" })
  files(@Root() { askedFileIds }: DeadlineExtension, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, askedFileIds)
  }

  @FieldResolver(() => [EvidenceFile], { description: "On what the decision rests" })
  decidedFiles(
    @Root() { decidedFileIds }: DeadlineExtension,
    @Ctx() ctx: RequestContext,
  ): Promise<EvidenceFile[]> {
    return filesOf(ctx, decidedFileIds)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Only for those who read what is not published",
  })
  recordedBy(
    @Root() { recordedByName }: DeadlineExtension,
    @Ctx() { viewer }: RequestContext,
  ): string | null {
    return maySeeNames(viewer) ? recordedByName : null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Only for those who read what is not published",
  })
  decidedBy(@Root() { decidedByName }: DeadlineExtension, @Ctx() { viewer }: RequestContext): string | null {
    return maySeeNames(viewer) ? decidedByName : null
  }

  @RowsReadableWith(PROGRESS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() extension: DeadlineExtension,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfExtension(ctx, extension.id, page)
  }

  @FieldResolver(() => Boolean, { description: "Whether the public sees it" })
  published(@Root() { publishedAt }: DeadlineExtension): boolean {
    return publishedAt !== null
  }
}
