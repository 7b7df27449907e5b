import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, ObjectType } from "type-graphql"
import { Recipient } from "../recipient/recipient.ts"
import { Dispatch } from "./dispatch.ts"
import type { DispatchDetails } from "./record-dispatch.ts"

@InputType()
export class RecordDispatchInput extends RecordingInput implements DispatchDetails {
  @Field(() => ID)
  roundId!: string

  @Field(() => Recipient)
  recipient!: Recipient

  @Field(() => String, { nullable: true, defaultValue: null, description: "Of any other recipient only" })
  recipientName!: string | null

  @Field(() => DateScalar)
  sentOn!: CalendarDate

  @Field(() => String)
  means!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  reference!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  note!: string | null

  @Field(() => [ID], { description: "The very files that were sent, uploaded" })
  fileIds!: string[]
}

@ObjectType({ simpleResolvers: true })
export class DispatchPayload extends RecordingPayload {
  @Field(() => Dispatch, { nullable: true })
  dispatch!: Dispatch | null
}
