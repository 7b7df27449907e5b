import type { CalendarDate } from "@plan43/calendar"
import { ChangeInput, DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import type { RoundDetails } from "./record-round.ts"
import { Round, RoundKind } from "./round.ts"

@InputType()
export class CreateRoundInput extends RecordingInput implements RoundDetails {
  @Field(() => RoundKind)
  kind!: RoundKind

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true, defaultValue: null, description: "Of a round in between only" })
  questions!: string | null

  @Field(() => DateScalar)
  cutOffOn!: CalendarDate

  @Field(() => DateScalar)
  agenciesDueOn!: CalendarDate

  @Field(() => DateScalar)
  cityDueOn!: CalendarDate

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  governmentDueOn!: CalendarDate | null

  @Field(() => [ID], {
    defaultValue: [],
    description: "Who is asked; nobody named: everybody who leads something",
  })
  agencyIds!: string[]
}

@InputType({ description: "Replaces all that is recorded of a round that is not open yet" })
export class UpdateRoundInput extends CreateRoundInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the change is based on" })
  version!: number
}

@InputType({ description: "Which round is moved on; to withdraw one, the reason must be given" })
export class MoveRoundInput extends ChangeInput {}

@ObjectType({ simpleResolvers: true })
export class RoundPayload extends RecordingPayload {
  @Field(() => Round, { nullable: true })
  round!: Round | null
}
