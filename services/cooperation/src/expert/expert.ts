import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RequiresScopes, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"
import { EXPERTS } from "../reading/readable.ts"

/** An expert in the City's network, recorded only with consent; contact data are for few. */
@Entity({ tableName: "expert" })
@Directive('@key(fields: "id")')
@RowsReadableWith(EXPERTS)
@ObjectType({
  simpleResolvers: true,
  description: "An expert who consented to be listed",
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

  @RequiresScopes("experts:read")
  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  email!: string | null

  @RequiresScopes("experts:read")
  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  phone!: string | null

  @Field(() => DateScalar, { description: "The day of consent to be listed" })
  @Property({ type: "date" })
  consentedOn!: CalendarDate

  @Field(() => DateTimeScalar, { nullable: true, description: "null while the public does not see it" })
  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null

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
