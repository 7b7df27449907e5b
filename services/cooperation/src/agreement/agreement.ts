import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { COOPERATION } from "../reading/readable.ts"

/** In whose name an agreement is made. */
export const AgreementLevel = {
  STATE: "STATE",
  GOVERNMENT: "GOVERNMENT",
  CITY: "CITY",
  AGENCY: "AGENCY",
  ORGANISATION: "ORGANISATION",
} as const
export type AgreementLevel = keyof typeof AgreementLevel

/** Where an agreement stands. */
export const AgreementState = {
  PROPOSED: "PROPOSED",
  NEGOTIATING: "NEGOTIATING",
  IN_CONSULTATION: "IN_CONSULTATION",
  SIGNED: "SIGNED",
  IN_FORCE: "IN_FORCE",
  AMENDED_OR_RENEWED: "AMENDED_OR_RENEWED",
  SUSPENDED: "SUSPENDED",
  WITHDRAWN: "WITHDRAWN",
  TERMINATED: "TERMINATED",
  EXPIRED: "EXPIRED",
} as const
export type AgreementState = keyof typeof AgreementState

/** The law that an agreement is under. Law 70/2020 on International Agreements leaves out all but the second. */
export const AgreementLegalRegime = {
  INTERNATIONAL_TREATY: "INTERNATIONAL_TREATY",
  INTERNATIONAL_AGREEMENT: "INTERNATIONAL_AGREEMENT",
  ODA: "ODA",
  NGO_AID: "NGO_AID",
  CIVIL_CONTRACT: "CIVIL_CONTRACT",
  PPP_CONTRACT: "PPP_CONTRACT",
} as const
export type AgreementLegalRegime = keyof typeof AgreementLegalRegime

registerEnumType(AgreementLevel, { name: "AgreementLevel", description: "In whose name it is made" })
registerEnumType(AgreementState, { name: "AgreementState", description: "Where it stands" })
registerEnumType(AgreementLegalRegime, {
  name: "AgreementLegalRegime",
  description: "The law that it is under",
})

/** A framework or agreement with partners. Recorded by people, never imported. */
@Entity({ tableName: "agreement" })
@Directive('@key(fields: "id")')
@RowsReadableWith(COOPERATION)
@ObjectType({ simpleResolvers: true, description: "A framework or agreement with partners" })
export class Agreement {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String)
  @Property({ type: "text" })
  title!: string

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  number!: string | null

  @Field(() => AgreementLevel)
  @Property({ type: "text" })
  level!: AgreementLevel

  @Field(() => AgreementState)
  @Property({ type: "text" })
  state!: AgreementState

  @Field(() => AgreementLegalRegime)
  @Property({ type: "text" })
  legalRegime!: AgreementLegalRegime

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: "date", nullable: true })
  signedOn!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: "date", nullable: true })
  inForceOn!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: "date", nullable: true })
  expiresOn!: CalendarDate | null

  @Field(() => String, { nullable: true, description: "How it is renewed, in words" })
  @Property({ type: "text", nullable: true })
  renewal!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  commitments!: string | null

  @Field(() => [String])
  @Property({ type: "text[]" })
  signatories!: string[]

  @Property({ type: "uuid", nullable: true })
  responsibleAgencyId!: string | null

  @Property({ type: "uuid", nullable: true })
  programmeId!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: "null while the public does not see it" })
  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date
}
