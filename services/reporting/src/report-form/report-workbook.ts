import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"

/** An Excel file in which an agency reported, and what a coordinator took of it. No row is ever changed. */
@Entity({ tableName: "report_workbook" })
@RequiresScopes("reports:read", "reports:read:own")
@ObjectType({
  simpleResolvers: true,
  description: "An Excel file in which an agency reported, taken by a coordinator on its behalf",
})
export class ReportWorkbook {
  @Field(() => ID, { description: "That of its file: each is taken once" })
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  reportId!: string

  @Field(() => String, { description: "SHA-256 of the file that was taken, in hexadecimal" })
  @Property({ type: "text" })
  sha256!: string

  @Field(() => String, { nullable: true, description: "The head who approved the report, as the file says" })
  @Property({ type: "text", nullable: true })
  approvedBy!: string | null

  @Field(() => DateScalar, { nullable: true, description: "When the head approved it, as the file says" })
  @Property({ type: "date", nullable: true })
  approvedOn!: CalendarDate | null

  @Field(() => Int, { description: "How many lines were taken of it" })
  @Property({ type: "integer" })
  linesTaken!: number

  @Field(() => Int, { description: "How many lines were not, because something was wrong with them" })
  @Property({ type: "integer" })
  linesLeft!: number

  @Property({ type: "integer" })
  returnsBefore!: number

  @Property({ type: "text" })
  takenBy!: string

  @Field(() => String, { nullable: true, description: "The coordinator who uploaded it" })
  @Property({ type: "text", nullable: true })
  takenByName!: string | null

  @Field(() => DateScalar, { description: "The day on which it was taken" })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  takenAt!: Date
}
