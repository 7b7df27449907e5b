import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import {
  connectionType,
  DateScalar,
  DateTimeScalar,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { REMINDERS } from "./readable-reminders.ts"

export const ReminderState = { DRAFT: "DRAFT", SENT: "SENT" } as const
export type ReminderState = keyof typeof ReminderState
registerEnumType(ReminderState, { name: "ReminderState" })

/** A letter that urges an agency (công văn đôn đốc). */
@Entity({ tableName: "reminder_letter" })
@Directive('@key(fields: "id")')
@RequiresScopes("reminders:read", "reminders:read:own")
@RowsReadableWith(REMINDERS)
@ObjectType({ simpleResolvers: true, description: "A letter that urges an agency (công văn đôn đốc)" })
export class ReminderLetter {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  agencyId!: string

  @Field(() => ReminderState)
  @Property({ type: "text" })
  state!: ReminderState

  @Field(() => Int, { description: "Running within the year of its date" })
  @Property({ type: "integer" })
  number!: number

  @Field(() => String, { description: "What follows the number, e.g. SKHCN-KHTC" })
  @Property({ type: "text" })
  symbol!: string

  @Field(() => DateScalar, { description: "The date that stands on it" })
  @Property({ type: "date" })
  datedOn!: CalendarDate

  @Field(() => DateScalar, { description: "Until when it asks for an answer" })
  @Property({ type: "date" })
  answerBy!: CalendarDate

  @Field(() => String, { description: "The office of the signer, e.g. Giám đốc" })
  @Property({ type: "text" })
  signerOffice!: string

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  signerName!: string | null

  @Field(() => DateScalar, { description: "The day on which what it lists was late or silent" })
  @Property({ type: "date" })
  asOf!: CalendarDate

  @Field(() => DateScalar, { nullable: true, description: "null while it is a draft" })
  @Property({ type: "date", nullable: true })
  sentOn!: CalendarDate | null

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date
}

export const ReminderLetterConnection = connectionType("ReminderLetter", () => ReminderLetter)

/** Number and symbol as they stand on the letter, e.g. "12/SKHCN-KHTC". */
export function fullNumberOf({ number, symbol }: Pick<ReminderLetter, "number" | "symbol">): string {
  return `${number}/${symbol}`
}
