import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"

/**
 * An expert in the City's network. Only what may be public is an object of the graph: one who has not consented is in no
 * list, and contact data are in no field.
 */
@Entity({ tableName: "expert" })
@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description: "An expert who consented to be listed; never with contact data",
})
export class Expert {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => [String])
  @Property({ type: "text[]" })
  fields!: string[]

  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2" })
  @Property({ type: "text", nullable: true })
  countryCode!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  organisation!: string | null

  @Field(() => DateScalar, { description: "The day of consent to be listed" })
  @Property({ type: "date" })
  consentedOn!: CalendarDate

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date
}
