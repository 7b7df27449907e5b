import type { CalendarDate } from "@plan43/calendar"
import { ChangeInput, DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import type { LetterDetails } from "./record-reminder.ts"
import { ReminderLetter } from "./reminder-letter.ts"

@InputType({ description: "A letter to one agency" })
export class DraftReminderInput extends RecordingInput {
  @Field(() => [ID], { description: "What it lists, all of one agency, late or silent today" })
  obligationIds!: string[]
}

@InputType({ description: "What stands on a draft besides its list" })
export class ChangeReminderInput extends ChangeInput implements LetterDetails {
  @Field(() => Int)
  number!: number

  @Field(() => String)
  symbol!: string

  @Field(() => DateScalar)
  datedOn!: CalendarDate

  @Field(() => DateScalar)
  answerBy!: CalendarDate

  @Field(() => String)
  signerOffice!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  signerName!: string | null
}

@InputType({ description: "Takes a draft back; the reason must be given" })
export class WithdrawReminderInput extends ChangeInput {}

@InputType({ description: "Counts as one reminder of each task that it lists; cannot be undone" })
export class SendReminderInput extends ChangeInput {}

@ObjectType({ simpleResolvers: true })
export class ReminderPayload extends RecordingPayload {
  @Field(() => ReminderLetter, { nullable: true })
  reminder!: ReminderLetter | null
}
