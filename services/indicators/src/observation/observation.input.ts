import { ChangeInput, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, Float, ID, InputType, ObjectType } from "type-graphql"
import { Observation } from "./observation.ts"
import type { ObservationDetails } from "./record-observation.ts"

@InputType()
export class RecordObservationInput extends RecordingInput implements ObservationDetails {
  @Field(() => ID)
  indicatorId!: string

  @Field(() => String, {
    description: "2025, 2025-H1, 2025-Q3 or 2025-07, as often as the indicator is measured",
  })
  periodKey!: string

  @Field(() => Float, { nullable: true, defaultValue: null })
  value!: number | null

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "The unit that the value is meant in; refused unless it is the indicator's",
  })
  unit!: string | null

  @Field(() => Boolean, { description: "true while the figure is not official" })
  provisional!: boolean

  @Field(() => String, { description: "Who measured or published it" })
  source!: string

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "Number of a document, or an address",
  })
  evidence!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  note!: string | null

  @Field(() => [ID], { defaultValue: [], description: "Files that prove it, uploaded before" })
  fileIds!: string[]
}

@InputType({ description: "Takes the place of a figure, for the same period; the reason must be given" })
export class CorrectObservationInput extends ChangeInput implements ObservationDetails {
  @Field(() => Float, { nullable: true, defaultValue: null })
  value!: number | null

  @Field(() => String, { nullable: true, defaultValue: null })
  unit!: string | null

  @Field(() => Boolean)
  provisional!: boolean

  @Field(() => String)
  source!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  evidence!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  note!: string | null

  @Field(() => [ID], { defaultValue: [], description: "Files that prove it, uploaded before" })
  fileIds!: string[]
}

@ObjectType({ simpleResolvers: true })
export class ObservationPayload extends RecordingPayload {
  @Field(() => Observation, { nullable: true })
  observation!: Observation | null
}
