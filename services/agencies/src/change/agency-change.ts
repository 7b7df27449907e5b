import { Embeddable, Embedded, Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"
import { AgencyChangeKind } from "./agency-change-kind.ts"

/** The document that a change rests on: number, day and issuer together name it. */
@Embeddable()
@ObjectType({ simpleResolvers: true, description: "The document that a change of agencies rests on" })
export class AgencyChangeDocument {
  @Field(() => String)
  @Property({ type: "text" })
  number!: string

  @Field(() => DateScalar)
  @Property({ type: "date" })
  issuedOn!: CalendarDate

  @Field(() => String)
  @Property({ type: "text" })
  issuer!: string

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  link!: string | null
}

/** A merger, split, renaming, dissolution, founding or change of members that a coordinator recorded. */
@Entity({ tableName: "agency_change" })
@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description:
    "A merger, split, renaming, dissolution, founding or change of members that a coordinator recorded",
})
export class AgencyChange {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => AgencyChangeKind)
  @Property({ type: "text" })
  kind!: AgencyChangeKind

  @Field(() => DateScalar, {
    description: "The first day on which it holds; those that end, end the day before",
  })
  @Property({ type: "date" })
  effectiveOn!: CalendarDate

  @Field(() => AgencyChangeDocument)
  @Embedded(() => AgencyChangeDocument, { prefix: "document_" })
  document!: AgencyChangeDocument

  @Property({ type: "uuid[]" })
  predecessorIds!: string[]

  @Property({ type: "uuid[]" })
  successorIds!: string[]

  @Property({ type: "uuid[]" })
  foundedIds!: string[]

  /** Who takes what is not allocated; null: every successor. */
  @Property({ type: "uuid", nullable: true })
  restId!: string | null

  /** Those that join the group of a change of members. */
  @Property({ type: "uuid[]" })
  joinedIds!: string[]

  @Property({ type: "uuid[]" })
  leftIds!: string[]

  @Field(() => DateScalar, {
    description: "Days before it, asked about as of then, show the agencies as they were known",
  })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was taken back as recorded by mistake",
  })
  @Property({ type: "timestamptz", fieldName: "withdrawn_at", nullable: true })
  revokedAt!: Date | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  revocationReason!: string | null
}
