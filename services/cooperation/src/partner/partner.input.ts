import { RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { Partner, PartnerKind } from "./partner.ts"
import type { PartnerDetails } from "./record-partner.ts"

@InputType()
export class CreatePartnerInput extends RecordingInput implements PartnerDetails {
  @Field(() => String)
  name!: string

  @Field(() => PartnerKind)
  kind!: PartnerKind

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "ISO 3166-1 alpha-2; null for an international body",
  })
  countryCode!: string | null

  @Field(() => [String], { defaultValue: [], description: "Fields of cooperation" })
  fields!: string[]

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "With http:// or https://",
  })
  website!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  note!: string | null
}

@InputType({ description: "Replaces all that is recorded" })
export class UpdatePartnerInput extends CreatePartnerInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the change is based on" })
  version!: number
}

@ObjectType({ simpleResolvers: true })
export class PartnerPayload extends RecordingPayload {
  @Field(() => Partner, { nullable: true })
  partner!: Partner | null
}
