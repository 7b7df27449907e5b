import { Entity, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, Float, ObjectType } from "type-graphql"
import { ProvedFact } from "../fact/proved-fact.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"

/** What was observed of an indicator over a period. A corrected figure is a further revision: the old one stays. */
@Entity({ tableName: "observation" })
@Directive('@key(fields: "id")')
@RowsReadableWith(OBSERVATIONS)
@ObjectType({ simpleResolvers: true, description: "What was observed of an indicator over a period" })
export class Observation extends ProvedFact {
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
}
