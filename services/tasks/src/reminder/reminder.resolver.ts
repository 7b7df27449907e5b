import type { CalendarDate } from "@plan43/calendar"
import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { historyOfReminder } from "../history/history-of-reminder.ts"
import { TaskObligationConnection } from "../obligation/obligation.loader.ts"
import { TaskObligation } from "../obligation/task-obligation.ts"
import { taskById } from "../task/task.loader.ts"
import { Task } from "../task/task.ts"
import { findReminders, ReminderFilter, reminderById } from "./find-reminders.ts"
import {
  AgencyToRemind,
  AgencyToRemindConnection,
  findAgenciesToRemind,
  findEscalated,
  findToRemind,
  remindersOfTask,
  urgedAbout,
} from "./find-to-remind.ts"
import { letterText } from "./letter-text.ts"
import { REMINDERS } from "./readable-reminders.ts"
import { changeReminder, draftReminder, sendReminder, withdrawReminder } from "./record-reminder.ts"
import {
  ChangeReminderInput,
  DraftReminderInput,
  ReminderPayload,
  SendReminderInput,
  WithdrawReminderInput,
} from "./reminder.input.ts"
import { itemsOfLetter, ReminderItem } from "./reminder-item.ts"
import { fullNumberOf, ReminderLetter, ReminderLetterConnection } from "./reminder-letter.ts"
import { contentOfLetter, WordFile, wordFileOf } from "./word-file.ts"

@Resolver(() => ReminderLetter)
export class ReminderLetterResolver {
  @RequiresScopes("reminders:read", "reminders:read:own")
  @Query(() => ReminderLetter, { nullable: true })
  reminder(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ReminderLetter | null> {
    return reminderById(ctx, id)
  }

  @RequiresScopes("reminders:read", "reminders:read:own")
  @Query(() => ReminderLetterConnection, { description: "Letters that urge agencies, the latest first" })
  reminders(
    @Arg("filter", () => ReminderFilter, { nullable: true }) filter: ReminderFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ReminderLetter>> {
    return findReminders(ctx, filter ?? {}, page)
  }

  @RequiresScopes("reminders:write")
  @Query(() => AgencyToRemindConnection, {
    description: "Agencies of which something is late or silent today, the most silent first",
  })
  agenciesToRemind(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AgencyToRemind>> {
    return findAgenciesToRemind(ctx, page)
  }

  @RequiresScopes("reminders:write")
  @Query(() => TaskObligationConnection, {
    description: "What of an agency, by identifier or code, is late or silent today, the silent first",
  })
  obligationsToRemind(
    @Arg("agency", () => ID) agency: string,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TaskObligation>> {
    return findToRemind(ctx, agency, page)
  }

  @RequiresScopes("reminders:read")
  @Query(() => TaskObligationConnection, {
    description: "What is still late or silent after three reminders, for the City's leaders",
  })
  escalatedObligations(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TaskObligation>> {
    return findEscalated(ctx, page)
  }

  @RequiresScopes("reminders:write")
  @Mutation(() => ReminderPayload, { description: "Drafts a letter to one agency, with the next number" })
  async draftReminder(
    @Arg("input", () => DraftReminderInput) input: DraftReminderInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReminderPayload> {
    return payloadOf("reminder", await draftReminder(authored(ctx), input, input.obligationIds))
  }

  @RequiresScopes("reminders:write")
  @Mutation(() => ReminderPayload, { description: "Sets number, date and signer of a draft" })
  async changeReminder(
    @Arg("input", () => ChangeReminderInput) input: ChangeReminderInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReminderPayload> {
    return payloadOf("reminder", await changeReminder(authored(ctx), input, input, input))
  }

  @RequiresScopes("reminders:write")
  @Mutation(() => ReminderPayload)
  async withdrawReminder(
    @Arg("input", () => WithdrawReminderInput) input: WithdrawReminderInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReminderPayload> {
    return payloadOf("reminder", await withdrawReminder(authored(ctx), input, input))
  }

  @RequiresScopes("reminders:write")
  @Mutation(() => ReminderPayload, { description: "Marks a letter as sent" })
  async sendReminder(
    @Arg("input", () => SendReminderInput) input: SendReminderInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReminderPayload> {
    return payloadOf("reminder", await sendReminder(authored(ctx), input, input))
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "To whom it is addressed; null while agencies do not answer",
  })
  agency(@Root() { agencyId }: ReminderLetter): Agency {
    return agencyReference(agencyId)
  }

  @FieldResolver(() => String, { description: "Number and symbol, e.g. 12/SKHCN-KHTC" })
  fullNumber(@Root() letter: ReminderLetter): string {
    return fullNumberOf(letter)
  }

  @FieldResolver(() => [ReminderItem], { description: "What it lists, in the plan's order" })
  items(@Root() { id }: ReminderLetter, @Ctx() ctx: RequestContext): Promise<ReminderItem[]> {
    return itemsOfLetter(ctx, id)
  }

  @FieldResolver(() => String, { description: "What it is about (trích yếu)" })
  async about(@Root() letter: ReminderLetter, @Ctx() ctx: RequestContext): Promise<string> {
    return letterText(await contentOfLetter(ctx, letter)).about
  }

  @FieldResolver(() => String, { description: "What it says before its list" })
  async opening(@Root() letter: ReminderLetter, @Ctx() ctx: RequestContext): Promise<string> {
    return letterText(await contentOfLetter(ctx, letter)).opening
  }

  @FieldResolver(() => String, { description: "What it says after its list" })
  async closing(@Root() letter: ReminderLetter, @Ctx() ctx: RequestContext): Promise<string> {
    return letterText(await contentOfLetter(ctx, letter)).closing
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() letter: ReminderLetter,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfReminder(ctx, letter.id, page)
  }

  @FieldResolver(() => WordFile, { description: "In the layout of Decree 30/2020/NĐ-CP" })
  async wordFile(@Root() letter: ReminderLetter, @Ctx() ctx: RequestContext): Promise<WordFile> {
    return wordFileOf(await contentOfLetter(ctx, letter))
  }
}

@Resolver(() => ReminderItem)
export class ReminderItemResolver {
  @FieldResolver(() => Task)
  task(@Root() { taskId }: ReminderItem, @Ctx() ctx: RequestContext): Promise<Task | null> {
    return taskById(ctx, taskId)
  }
}

@Resolver(() => AgencyToRemind)
export class AgencyToRemindResolver {
  @FieldResolver(() => Agency)
  agency(@Root() { id }: AgencyToRemind): Agency {
    return agencyReference(id)
  }
}

@Resolver(() => TaskObligation)
export class ObligationRemindersResolver {
  @RequiresScopes("reminders:read", "reminders:read:own")
  @RowsReadableWith(REMINDERS)
  @FieldResolver(() => Int, { description: "How often the agency has been urged about it" })
  async reminderCount(@Root() obligation: TaskObligation, @Ctx() ctx: RequestContext): Promise<number> {
    return (await urgedAbout(ctx, obligation)).count
  }

  @RequiresScopes("reminders:read", "reminders:read:own")
  @RowsReadableWith(REMINDERS)
  @FieldResolver(() => DateScalar, { nullable: true, description: "When it was last urged about it" })
  async remindedOn(
    @Root() obligation: TaskObligation,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarDate | null> {
    return (await urgedAbout(ctx, obligation)).lastOn
  }

  @RequiresScopes("reminders:write")
  @FieldResolver(() => ReminderLetter, { nullable: true, description: "The draft that lists it" })
  async reminderDraft(
    @Root() obligation: TaskObligation,
    @Ctx() ctx: RequestContext,
  ): Promise<ReminderLetter | null> {
    const { draftId } = await urgedAbout(ctx, obligation)
    return draftId === null ? null : reminderById(ctx, draftId)
  }
}

@Resolver(() => Task)
export class TaskRemindersResolver {
  @RequiresScopes("reminders:read", "reminders:read:own")
  @RowsReadableWith(REMINDERS)
  @FieldResolver(() => Int, { description: "Reminders about it that were sent, as far as you may read them" })
  reminderCount(@Root() { id }: Task, @Ctx() ctx: RequestContext): Promise<number> {
    return remindersOfTask(ctx, id)
  }
}
