import { RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"

@InputType()
export class MarkNoticesReadInput extends RecordingInput {
  @Field(() => [ID], { nullable: true, description: "Which of the viewer's notices, 200 at most; null: all" })
  ids?: string[] | null
}

@ObjectType({ simpleResolvers: true })
export class MarkNoticesReadPayload extends RecordingPayload {
  @Field(() => Int, { nullable: true, description: "How many the viewer has still not read" })
  unread!: number | null
}
