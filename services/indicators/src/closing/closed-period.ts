import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"

/** A period whose figures no longer change: what was sent stays what it was. It stands until it is re-opened. */
@Entity({ tableName: "closed_period" })
@ObjectType({ simpleResolvers: true, description: "A period whose figures no longer change" })
export class ClosedPeriod {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String, { description: "2025, 2025-H1, 2025-Q3 or 2025-07; closes what lies within it" })
  @Property({ type: "text" })
  periodKey!: string

  @Field(() => DateScalar)
  @Property({ type: "date" })
  periodStart!: CalendarDate

  @Field(() => DateScalar)
  @Property({ type: "date" })
  periodEnd!: CalendarDate

  @Field(() => DateScalar)
  @Property({ type: "date" })
  closedOn!: CalendarDate

  @Property({ type: "text", nullable: true })
  closedBy!: string | null

  @Field(() => Int)
  @Property({ type: "integer" })
  version!: number

  /** When it was re-opened. */
  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
