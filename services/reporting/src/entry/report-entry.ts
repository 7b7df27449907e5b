import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, ObjectType } from "type-graphql"

/** A report that did not come by the platform, and was entered on behalf of its agency. No row is ever changed. */
@Entity({ tableName: "report_entry" })
@RequiresScopes("reports:read", "reports:read:own")
@ObjectType({
  simpleResolvers: true,
  description:
    "A report that came as an Excel file or on paper, and was entered by a coordinator on behalf of its agency",
})
export class ReportEntry {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  reportId!: string

  @Field(() => DateScalar, { description: "The day on which the file or paper reached the Department" })
  @Property({ type: "date" })
  receivedOn!: CalendarDate

  /** The file that it came as; null: it came on paper. */
  @Property({ type: "uuid", nullable: true })
  workbookId!: string | null

  /** Scans of the paper; none where it came as a file. */
  @Property({ type: "uuid[]" })
  fileIds!: string[]

  @Field(() => String, { description: "The head who approved it, as the file or paper says" })
  @Property({ type: "text" })
  approvedBy!: string

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the head approved it, as the file or paper says",
  })
  @Property({ type: "date", nullable: true })
  approvedOn!: CalendarDate | null

  @Property({ type: "text" })
  enteredBy!: string

  @Field(() => String, { nullable: true, description: "The coordinator who entered it" })
  @Property({ type: "text", nullable: true })
  enteredByName!: string | null

  @Field(() => DateScalar, { description: "The day on which it was entered" })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  enteredAt!: Date
}
