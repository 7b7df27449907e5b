import type { CalendarDate } from "@plan43/calendar"
import { ChangeInput, DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { PlanItemKind } from "../item/report-item.ts"
import type { RoundDetails } from "./record-round.ts"
import { ReportingRound, RoundKind } from "./round.ts"

@InputType()
export class CreateRoundInput extends RecordingInput implements RoundDetails {
  @Field(() => RoundKind)
  kind!: RoundKind

  @Field(() => String)
  name!: string

  @Field(() => [PlanItemKind], {
    defaultValue: [PlanItemKind.TASK, PlanItemKind.INDICATOR],
    description: "Of which it asks for a line each; none: it asks its questions alone",
  })
  itemKinds!: PlanItemKind[]

  @Field(() => [String], {
    defaultValue: [],
    description: "Numerals of the sections whose tasks it asks for; none named: all",
  })
  sections!: string[]

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "A question on each line; needed where nothing of the plan is asked for",
  })
  questions!: string | null

  @Field(() => ID, { nullable: true, defaultValue: null, description: "The template it is filled in from" })
  templateId!: string | null

  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: "The version of that template; needed where one is named",
  })
  templateVersion!: number | null

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
  @Field(() => ReportingRound, { nullable: true })
  round!: ReportingRound | null
}
