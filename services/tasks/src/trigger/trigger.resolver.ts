import type { CalendarDate } from "@plan43/calendar"
import { EvidenceFile } from "@plan43/evidence"
import {
  type Change,
  ChangeConnection,
  type Connection,
  connectionType,
  DateScalar,
  PageArguments,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql"
import { filesOf } from "../evidence/files-of-tasks.ts"
import { historyOfTrigger } from "../history/history-of-trigger.ts"
import { planById } from "../plan/plan.loader.ts"
import { Plan } from "../plan/plan.ts"
import { tasksAwaiting } from "../task/find-tasks.ts"
import { TaskConnection } from "../task/task.loader.ts"
import type { Task } from "../task/task.ts"
import { findTriggers, TriggerFilter, TriggerOrder } from "./find-triggers.ts"
import { documentAsOf } from "./recording/document-as-of.ts"
import { recordOfDocument } from "./recording/record-of-document.ts"
import {
  DocumentRecordEntry,
  RecordedDocument,
  recordEntryOf,
  recordedDocumentOf,
} from "./recording/recorded-document.ts"
import { mergedInto, triggerById } from "./trigger.loader.ts"
import { Trigger } from "./trigger.ts"

const TriggerConnection = connectionType("Trigger", () => Trigger)

@Resolver(() => RecordedDocument)
export class RecordedDocumentResolver {
  @FieldResolver(() => [EvidenceFile], { description: "The document itself, to be fetched" })
  files(@Root() { fileIds }: RecordedDocument, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, fileIds)
  }
}

@Resolver(() => Trigger)
export class TriggerResolver {
  @Query(() => Trigger, { nullable: true })
  trigger(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Trigger | null> {
    return triggerById(ctx, id)
  }

  @Query(() => TriggerConnection, {
    description:
      "Documents and guidance that tasks wait for; those that were merged into another are not listed by themselves",
  })
  triggers(
    @Arg("filter", () => TriggerFilter, { nullable: true }) filter: TriggerFilter | null,
    @Arg("orderBy", () => TriggerOrder, { nullable: true }) orderBy: TriggerOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Trigger>> {
    return findTriggers(ctx, filter ?? {}, orderBy, page)
  }

  @FieldResolver(() => TaskConnection, {
    description: "The tasks that wait for it or for one merged into it, in the plan's order",
  })
  tasks(
    @Root() trigger: Trigger,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Task>> {
    return tasksAwaiting(ctx, trigger.id, page)
  }

  @FieldResolver(() => RecordedDocument, {
    nullable: true,
    description: "What was known by the end of the day `asOf`, today when absent; null: awaited",
  })
  async document(
    @Root() { id }: Trigger,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<RecordedDocument | null> {
    const entry = await documentAsOf(ctx, { documentId: id, asOf: asOf ?? ctx.today })
    return entry && recordedDocumentOf(entry)
  }

  @FieldResolver(() => [DocumentRecordEntry], {
    description: "What was recorded of it, the newest first; at most a hundred entries",
  })
  async record(@Root() { id }: Trigger, @Ctx() ctx: RequestContext): Promise<DocumentRecordEntry[]> {
    return (await recordOfDocument(ctx, id)).map(recordEntryOf)
  }

  @FieldResolver(() => Plan)
  plan(@Root() { planId }: Trigger, @Ctx() ctx: RequestContext): Promise<Plan | null> {
    return planById(ctx, planId)
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "Since when the city waits: the day on which the plan was issued",
  })
  async waitingSince(@Root() { planId }: Trigger, @Ctx() ctx: RequestContext): Promise<CalendarDate | null> {
    return (await planById(ctx, planId))?.issuedOn ?? null
  }

  @FieldResolver(() => Trigger, {
    nullable: true,
    description: "The record that it was merged into: both wait for the same document",
  })
  async mergedInto(@Root() { mergedInto: id }: Trigger, @Ctx() ctx: RequestContext): Promise<Trigger | null> {
    return id === null ? null : triggerById(ctx, id)
  }

  @FieldResolver(() => [Trigger], {
    description: "Those that were merged into it, each with the plan's words",
  })
  merged(@Root() { id }: Trigger, @Ctx() ctx: RequestContext): Promise<Trigger[]> {
    return mergedInto(ctx, id)
  }

  @RequiresScopes("documents:write", "audit:read")
  @FieldResolver(() => String, { nullable: true, description: "Who watches over it; null: nobody" })
  watcher(@Root() { watcherName }: Trigger): string | null {
    return watcherName
  }

  @RequiresScopes("documents:write", "audit:read")
  @FieldResolver(() => Boolean, { nullable: true })
  watchedByMe(@Root() { watcherId, watcherEmail }: Trigger, @Ctx() { viewer }: RequestContext): boolean {
    if (viewer === null) return false
    return watcherId !== null ? watcherId === viewer.id : watcherEmail === (viewer.email?.toLowerCase() ?? "")
  }

  @RequiresScopes("documents:write", "audit:read")
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "When somebody last looked whether it was issued; null: never",
  })
  lastCheckedOn(@Root() { lastCheckedOn }: Trigger): CalendarDate | null {
    return lastCheckedOn
  }

  @RequiresScopes("documents:write", "audit:read")
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() trigger: Trigger,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfTrigger(ctx, trigger.id, page)
  }
}
