import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import { Recipient } from "../recipient/recipient.ts"

/** A receipt of what somebody was sent of a round: never changed, a mistake is followed by another. */
@Entity({ tableName: "dispatch" })
@RequiresScopes("reports:read")
@ObjectType({
  simpleResolvers: true,
  description: "What somebody was sent of a round, when and by which means",
})
export class Dispatch {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  roundId!: string

  @Field(() => Recipient)
  @Property({ type: "text" })
  recipient!: Recipient

  @Field(() => String, { nullable: true, description: "Of one that has no value of its own" })
  @Property({ type: "text", nullable: true })
  recipientName!: string | null

  @Field(() => DateScalar)
  @Property({ type: "date" })
  sentOn!: CalendarDate

  @Field(() => String, { description: "By which means, e.g. the document axis or the system's own form" })
  @Property({ type: "text" })
  means!: string

  @Field(() => String, {
    nullable: true,
    description: "Number of the document, or what the recipient answered",
  })
  @Property({ type: "text", nullable: true })
  reference!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Property({ type: "uuid[]" })
  fileIds!: string[]

  @Field(() => [String], { description: "SHA-256 of each file that was sent, in hexadecimals" })
  @Property({ type: "text[]", fieldName: "sha256s" })
  sha256s!: string[]

  @Field(() => String, { nullable: true, description: "Who recorded it, by name" })
  @Property({ type: "text", nullable: true })
  recordedBy!: string | null

  @Field(() => DateScalar)
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => Int, { description: "Always 1: a later row stands in its place" })
  @Property({ type: "integer" })
  version!: number
}
