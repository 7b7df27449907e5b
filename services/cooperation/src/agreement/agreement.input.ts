import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RecordingInput, RecordingPayload } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType } from "type-graphql"
import { Agreement, AgreementLegalRegime, AgreementLevel, AgreementState } from "./agreement.ts"
import type { AgreementDetails } from "./record-agreement.ts"

@InputType()
export class CreateAgreementInput extends RecordingInput implements AgreementDetails {
  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  number!: string | null

  @Field(() => AgreementLevel)
  level!: AgreementLevel

  @Field(() => AgreementState)
  state!: AgreementState

  @Field(() => AgreementLegalRegime)
  legalRegime!: AgreementLegalRegime

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  signedOn!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  inForceOn!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  expiresOn!: CalendarDate | null

  @Field(() => String, { nullable: true, defaultValue: null, description: "How it is renewed, in words" })
  renewal!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  commitments!: string | null

  @Field(() => [String], { defaultValue: [] })
  signatories!: string[]

  @Field(() => [ID], { defaultValue: [] })
  partnerIds!: string[]

  @Field(() => ID, { nullable: true, defaultValue: null })
  responsibleAgencyId!: string | null

  @Field(() => ID, { nullable: true, defaultValue: null })
  programmeId!: string | null
}

@InputType({ description: "Replaces all that is recorded, the partners included" })
export class UpdateAgreementInput extends CreateAgreementInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the change is based on" })
  version!: number
}

@ObjectType({ simpleResolvers: true })
export class AgreementPayload extends RecordingPayload {
  @Field(() => Agreement, { nullable: true })
  agreement!: Agreement | null
}
