import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, ObjectType } from "type-graphql"

/** Agencies were asked for their reports, which had not come. It stands as it was made. */
@Entity({ tableName: "report_reminder" })
@RequiresScopes("reports:read", "reports:read:own")
@ObjectType({
  simpleResolvers: true,
  description: "Agencies were asked for their reports of a round, which had not come",
})
export class ReportReminder {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  roundId!: string

  @Property({ type: "uuid[]" })
  reportIds!: string[]

  @Field(() => DateScalar)
  @Property({ type: "date" })
  remindedOn!: CalendarDate

  @Field(() => String, { nullable: true, description: "The name of who asked" })
  @Property({ type: "text", nullable: true })
  remindedBy!: string | null
}
