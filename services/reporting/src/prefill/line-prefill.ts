import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { TaskStatus } from "@plan43/official-tally"
import { DateScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, Float, ID, Int, ObjectType } from "type-graphql"

/** What was recorded of a line's task or indicator by the cut-off. No answer: nobody has signed it in this round. */
@Entity({ tableName: "line_prefill" })
@RequiresScopes("reports:read", "reports:read:own")
@ObjectType({
  simpleResolvers: true,
  description:
    "What was recorded of a line's task or indicator by the cut-off, to start from; no answer, nobody has signed it",
})
export class LinePrefill {
  @PrimaryKey({ type: "uuid" })
  lineId!: string

  @Field(() => DateScalar, {
    description: "The day up to which it was looked for: the cut-off, or the opening where that came first",
  })
  @Property({ type: "date" })
  asOf!: CalendarDate

  @Field(() => TaskStatus, {
    nullable: true,
    description: "Of what the agency owes of the task; null of an indicator",
  })
  @Property({ type: "text", nullable: true })
  status!: TaskStatus | null

  @Field(() => DateScalar, { nullable: true, description: "The last day in time, extensions included" })
  @Property({ type: "date", nullable: true })
  dueOn!: CalendarDate | null

  @Field(() => ID, {
    nullable: true,
    description: "The report of progress, or the observation, that it comes from; null: nothing was recorded",
  })
  @Property({ type: "uuid", nullable: true })
  sourceId!: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: "When that was recorded",
  })
  @Property({ type: "date", nullable: true })
  recordedOn!: CalendarDate | null

  @Field(() => String, { nullable: true, description: "What was done" })
  @Property({ type: "text", nullable: true })
  progress!: string | null

  @Field(() => String, {
    nullable: true,
    description: "Number and date of the document that the result stands in",
  })
  @Property({ type: "text", nullable: true })
  resultDocument!: string | null

  @Field(() => Int, { nullable: true, description: "0 to 100" })
  @Property({ type: "integer", nullable: true })
  percentage!: number | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  difficulties!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  nextStep!: string | null

  @Field(() => Float, { nullable: true, description: "What was observed, in the unit of the indicator" })
  @Property({ type: new DecimalType("number"), nullable: true })
  value!: number | null

  @Field(() => DateScalar, { nullable: true, description: "The first day of the period of the observation" })
  @Property({ type: "date", nullable: true })
  periodStart!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "The last day of the period of the observation" })
  @Property({ type: "date", nullable: true })
  periodEnd!: CalendarDate | null

  @Field(() => Boolean, { nullable: true, description: "true until the figure is official" })
  @Property({ type: "boolean", nullable: true })
  provisional!: boolean | null

  @Field(() => String, { nullable: true, description: "Who measured or published the figure" })
  @Property({ type: "text", nullable: true })
  measuredBy!: string | null
}
