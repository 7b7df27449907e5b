import { RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { Commentary } from "./commentary.ts"
import type { WrittenPart } from "./save-commentary.ts"

@InputType({ description: "Replaces what is written to a part of the report of a round that is open" })
export class SaveCommentaryInput extends RecordingInput implements WrittenPart {
  @Field(() => ID)
  roundId!: string

  @Field(() => String, { description: "Key of the part, as the sections of the synthesis name it" })
  part!: string

  @Field(() => Int, { description: "The version that the text is based on; 0: nothing was written yet" })
  version!: number

  @Field(() => String, { description: "Paragraphs, a line each; empty takes it out" })
  body!: string

  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: "The older version whose text it is",
  })
  restored!: number | null
}

@ObjectType({ simpleResolvers: true })
export class CommentaryPayload extends RecordingPayload {
  @Field(() => Commentary, { nullable: true })
  commentary!: Commentary | null
}
