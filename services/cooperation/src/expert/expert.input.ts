import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { Expert } from "./expert.ts"
import type { ExpertDetails } from "./record-expert.ts"

@InputType()
export class CreateExpertInput extends RecordingInput implements ExpertDetails {
  @Field(() => String)
  name!: string

  @Field(() => [String], { defaultValue: [] })
  fields!: string[]

  @Field(() => String, { nullable: true, defaultValue: null, description: "ISO 3166-1 alpha-2" })
  countryCode!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  organisation!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  email!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  phone!: string | null

  @Field(() => DateScalar, {
    description: "The day on which the expert consented to be kept in the register",
  })
  consentedOn!: CalendarDate
}

@InputType({ description: "Replaces all that is recorded" })
export class UpdateExpertInput extends CreateExpertInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the change is based on" })
  version!: number
}

@ObjectType({ simpleResolvers: true })
export class ExpertPayload extends RecordingPayload {
  @Field(() => Expert, { nullable: true })
  expert!: Expert | null
}
