import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { CooperationActivity, CooperationActivityKind } from "./cooperation-activity.ts"
import type { ActivityDetails } from "./record-activity.ts"

@InputType()
export class CreateCooperationActivityInput extends RecordingInput implements ActivityDetails {
  @Field(() => String)
  title!: string

  @Field(() => CooperationActivityKind)
  kind!: CooperationActivityKind

  @Field(() => String, { nullable: true, defaultValue: null })
  purpose!: string | null

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  startsOn!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  endsOn!: CalendarDate | null

  @Field(() => String, { nullable: true, defaultValue: null })
  place!: string | null

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "Of the place, ISO 3166-1 alpha-2",
  })
  countryCode!: string | null

  @Field(() => [String], { defaultValue: [] })
  participants!: string[]

  @Field(() => String, { nullable: true, defaultValue: null })
  outputs!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  followUps!: string | null

  @Field(() => [ID], { defaultValue: [] })
  partnerIds!: string[]

  @Field(() => ID, { nullable: true, defaultValue: null })
  agreementId!: string | null

  @Field(() => ID, { nullable: true, defaultValue: null })
  programmeId!: string | null

  @Field(() => ID, { nullable: true, defaultValue: null })
  responsibleAgencyId!: string | null
}

@InputType({ description: "Replaces all that is recorded, the partners included" })
export class UpdateCooperationActivityInput extends CreateCooperationActivityInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the change is based on" })
  version!: number
}

@ObjectType({ simpleResolvers: true })
export class CooperationActivityPayload extends RecordingPayload {
  @Field(() => CooperationActivity, { nullable: true })
  activity!: CooperationActivity | null
}
