import { Field, ID, InputType, Int } from "type-graphql"
import type { RecordingRequest } from "./record-once.ts"
import type { StandingRow } from "./record-row.ts"

/** What the input of every mutation begins with. */
@InputType()
export abstract class RecordingInput implements RecordingRequest {
  @Field(() => String, { description: "Chosen by the client; the same key is carried out once" })
  idempotencyKey!: string

  @Field(() => String, { nullable: true, description: "Why, in words, for the history" })
  reason?: string | null
}

/** What the input of every mutation begins with that changes a row. */
@InputType()
export abstract class ChangeInput extends RecordingInput implements StandingRow {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the change is based on" })
  version!: number
}
