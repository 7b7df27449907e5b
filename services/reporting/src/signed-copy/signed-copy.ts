import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import { REPORTS } from "../reading/readable.ts"

/** The report of a round as it was signed and sent: number, day, signer, and the file. A later one stands in its place. */
@Entity({ tableName: "signed_copy" })
@RowsReadableWith(REPORTS)
@ObjectType({
  simpleResolvers: true,
  description: "The report of a round as it was signed; a later one stands in the place of an earlier",
})
export class SignedCopy {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  roundId!: string

  @Field(() => String, { description: "Number and symbol, e.g. 120/BC-SKHCN" })
  @Property({ type: "text" })
  number!: string

  @Field(() => DateScalar)
  @Property({ type: "date" })
  signedOn!: CalendarDate

  @Field(() => String, {
    description: "Who signed it, by name and office; empty for whoever reads only what was published",
  })
  @Property({ type: "text" })
  signer!: string

  @Property({ type: "uuid[]" })
  fileIds!: string[]

  @Property({ type: "text", nullable: true })
  recordedBy!: string | null

  @Field(() => DateScalar, { description: "The day on which it was attached" })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => Int, { description: "Always 1: a later row stands in its place" })
  @Property({ type: "integer" })
  version!: number
}
