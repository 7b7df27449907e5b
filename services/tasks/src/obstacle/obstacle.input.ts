import { ChangeInput, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { Obstacle, ObstacleAddressee, ObstacleCategory } from "./obstacle.ts"
import { ObstacleDocumentInput } from "./obstacle-document.ts"
import { ObstacleTerm } from "./obstacle-term.ts"
import type { ObstacleDetails } from "./raise-obstacle.ts"

@InputType()
export class RaiseObstacleInput extends RecordingInput implements ObstacleDetails {
  @Field(() => ID, {
    nullable: true,
    defaultValue: null,
    description:
      "Who raises it; the own agency when absent. The coordinator must say for whom it is recorded",
  })
  agencyId!: string | null

  @Field(() => ID, { nullable: true, defaultValue: null, description: "A task, an indicator, or neither" })
  taskId!: string | null

  @Field(() => ID, { nullable: true, defaultValue: null })
  indicatorId!: string | null

  @Field(() => String)
  title!: string

  @Field(() => String)
  description!: string

  @Field(() => ObstacleCategory)
  category!: ObstacleCategory

  @Field(() => String)
  proposal!: string

  @Field(() => ObstacleAddressee)
  addressee!: ObstacleAddressee

  @Field(() => ID, { nullable: true, defaultValue: null, description: "Where the addressee is an agency" })
  addressedAgencyId!: string | null

  @Field(() => [ID], { defaultValue: [], description: "What proves it, uploaded before" })
  fileIds!: string[]
}

@InputType({ description: "Takes an obstacle on by one step, with words where they are welcome" })
export class ObstacleStepInput extends ChangeInput {
  @Field(() => String, { nullable: true, defaultValue: null, description: "A question, reason or answer" })
  words!: string | null
}

@InputType()
export class SendUpObstacleInput extends ObstacleStepInput {
  @Field(() => ObstacleDocumentInput, { nullable: true, defaultValue: null })
  document!: ObstacleDocumentInput | null
}

@InputType({ description: "What the City decided, and the document that says so" })
export class DecideObstacleInput extends ObstacleStepInput {
  @Field(() => ObstacleDocumentInput)
  document!: ObstacleDocumentInput
}

@InputType()
export class AnswerObstacleInput extends ObstacleStepInput {
  @Field(() => ObstacleDocumentInput, { nullable: true, defaultValue: null })
  document!: ObstacleDocumentInput | null
}

@InputType()
export class MergeObstacleInput extends ObstacleStepInput {
  @Field(() => ID, { description: "The obstacle as which it goes on" })
  intoId!: string
}

@ObjectType({ simpleResolvers: true })
export class ObstaclePayload extends RecordingPayload {
  @Field(() => Obstacle, { nullable: true })
  obstacle!: Obstacle | null
}

@InputType()
export class SetObstacleTermInput extends ChangeInput {
  @Field(() => Int)
  days!: number
}

@ObjectType({ simpleResolvers: true })
export class ObstacleTermPayload extends RecordingPayload {
  @Field(() => ObstacleTerm, { nullable: true })
  term!: ObstacleTerm | null
}
