import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Directive, Field, ID, ObjectType } from "type-graphql"

/** A plan that the City issued. Number, day and issuer together name it: numbers repeat between years. */
@Entity({ tableName: "plan" })
@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description: "A plan that the City issued, e.g. 43/KH-UBND of 14 February 2025",
})
export class Plan {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String, { description: "As printed, e.g. 43/KH-UBND" })
  @Property({ type: "text" })
  number!: string

  @Field(() => String)
  @Property({ type: "text" })
  title!: string

  @Field(() => DateScalar)
  @Property({ type: "date" })
  issuedOn!: CalendarDate

  @Field(() => DateScalar)
  @Property({ type: "date" })
  effectiveOn!: CalendarDate

  @Field(() => String)
  @Property({ type: "text" })
  issuer!: string

  @Field(() => String)
  @Property({ type: "text" })
  signer!: string

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
