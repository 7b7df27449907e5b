import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { COOPERATION } from "../reading/readable.ts"

/** What sort of activity. */
export const CooperationActivityKind = {
  DELEGATION_OUT: "DELEGATION_OUT",
  DELEGATION_IN: "DELEGATION_IN",
  EVENT: "EVENT",
  TRAINING_ABROAD: "TRAINING_ABROAD",
  STANDARDS_WORK: "STANDARDS_WORK",
  MULTILATERAL_MEETING: "MULTILATERAL_MEETING",
} as const
export type CooperationActivityKind = keyof typeof CooperationActivityKind
registerEnumType(CooperationActivityKind, { name: "CooperationActivityKind" })

/** A delegation, an event, a training, work in a committee. Recorded by people, never imported. */
@Entity({ tableName: "activity" })
@Directive('@key(fields: "id")')
@RowsReadableWith(COOPERATION)
@ObjectType({ simpleResolvers: true, description: "A delegation, an event, a training, work in a committee" })
export class CooperationActivity {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String)
  @Property({ type: "text" })
  title!: string

  @Field(() => CooperationActivityKind)
  @Property({ type: "text" })
  kind!: CooperationActivityKind

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  purpose!: string | null

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: "date", nullable: true })
  startsOn!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: "date", nullable: true })
  endsOn!: CalendarDate | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  place!: string | null

  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2" })
  @Property({ type: "text", nullable: true })
  countryCode!: string | null

  @Field(() => [String])
  @Property({ type: "text[]" })
  participants!: string[]

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  outputs!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  followUps!: string | null

  @Property({ type: "uuid", nullable: true })
  agreementId!: string | null

  @Property({ type: "uuid", nullable: true })
  programmeId!: string | null

  @Property({ type: "uuid", nullable: true })
  responsibleAgencyId!: string | null

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
