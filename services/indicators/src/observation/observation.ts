import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, Float, ID, ObjectType } from "type-graphql"
import { OBSERVATIONS } from "../reading/readable-data.ts"

/**
 * What was observed of an indicator over a period. Rows are added, never changed: a corrected figure is a new row
 * that supersedes the old one, so that what was known on any day stays known.
 */
@Entity({ tableName: "observation" })
@Directive('@key(fields: "id")')
@RowsReadableWith(OBSERVATIONS)
@ObjectType({ simpleResolvers: true, description: "What was observed of an indicator over a period" })
export class Observation {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  indicatorId!: string

  @Field(() => DateScalar, { description: "The first day of the period" })
  @Property({ type: "date" })
  periodStart!: CalendarDate

  @Field(() => DateScalar, { description: "The last day of the period" })
  @Property({ type: "date" })
  periodEnd!: CalendarDate

  @Field(() => Float, {
    nullable: true,
    description: "In the unit of the indicator; null where only words and evidence were given",
  })
  @Property({ type: new DecimalType("number"), nullable: true })
  value!: number | null

  @Field(() => Boolean, { description: "true until the figure is official" })
  @Property({ type: "boolean" })
  provisional!: boolean

  @Field(() => String, { description: "Who measured or published it" })
  @Property({ type: "text" })
  source!: string

  @Field(() => String, { nullable: true, description: "Number of a document, or an address" })
  @Property({ type: "text", nullable: true })
  evidence!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  recordedAt!: Date

  /** When another one took its place; null while it stands. */
  @Property({ type: "timestamptz", nullable: true })
  supersededAt!: Date | null
}
