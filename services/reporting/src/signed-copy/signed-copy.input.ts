import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, ObjectType } from "type-graphql"
import type { SignedCopyDetails } from "./record-signed-copy.ts"
import { SignedCopy } from "./signed-copy.ts"

@InputType({ description: "Once there is one, the reason must be given why another stands in its place" })
export class AttachSignedCopyInput extends RecordingInput implements SignedCopyDetails {
  @Field(() => ID)
  roundId!: string

  @Field(() => String)
  number!: string

  @Field(() => DateScalar)
  signedOn!: CalendarDate

  @Field(() => String)
  signer!: string

  @Field(() => [ID], { description: "One uploaded PDF" })
  fileIds!: string[]
}

@ObjectType({ simpleResolvers: true })
export class SignedCopyPayload extends RecordingPayload {
  @Field(() => SignedCopy, { nullable: true })
  signedCopy!: SignedCopy | null
}
