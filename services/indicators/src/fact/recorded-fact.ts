import { PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"

/**
 * What somebody recorded about an indicator. Rows are added, never rewritten: a correction is a further revision in the
 * same chain, a withdrawal is dated, so that what was known on any day stays known.
 */
@ObjectType({ simpleResolvers: true })
export abstract class RecordedFact {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  indicatorId!: string

  @Field(() => ID, { description: "The same for a row and all its corrections" })
  @Property({ type: "uuid" })
  chainId!: string

  @Field(() => Int, { description: "1 as first recorded; grows with every correction" })
  @Property({ type: "integer" })
  revision!: number

  @Field(() => Int, { description: "Of the row; a change names it" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateScalar, { description: "The day in Hà Nội from which it was known" })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  recordedAt!: Date

  /** The name of who recorded it; shown only to those who may read what is not published. */
  @Property({ type: "text", nullable: true })
  recordedBy!: string | null

  /** In whose name. */
  @Property({ type: "uuid", nullable: true })
  agencyId!: string | null

  @Field(() => Boolean, { description: "A coordinator recorded it for the agency" })
  @Property({ type: "boolean" })
  onBehalf!: boolean

  @Field(() => String, {
    nullable: true,
    description: "Why it was recorded so; of a correction, what was wrong",
  })
  @Property({ type: "text", nullable: true })
  reason!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: "null while the public does not see it" })
  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null

  /** When a correction took its place; null for the latest revision. */
  @Property({ type: "timestamptz", nullable: true })
  supersededAt!: Date | null

  @Property({ type: "date", nullable: true })
  withdrawnOn!: CalendarDate | null

  @Property({ type: "text", nullable: true })
  withdrawalReason!: string | null
}
