import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RequiresScopes, Role } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"

/** In which role a person acts, for which agency, between which days. */
@Entity({ tableName: "person_assignment" })
@RequiresScopes("assignments:read")
@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description: "In which role a person acts, for which agency, between which days",
})
export class PersonAssignment {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String, { nullable: true, description: "The person's identifier at the issuer of sign-ins" })
  @Property({ type: "text", nullable: true })
  subject!: string | null

  @Field(() => String, {
    nullable: true,
    description: "Decides where no subject is given; in lower case",
  })
  @Property({ type: "text", nullable: true })
  email!: string | null

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => Role)
  @Property({ type: "text" })
  role!: Role

  @Property({ type: "uuid", nullable: true })
  agencyId!: string | null

  @Field(() => DateScalar, { description: "The first day" })
  @Property({ type: "date" })
  validFrom!: CalendarDate

  @Field(() => DateScalar, { nullable: true, description: "The last day; null where none is set" })
  @Property({ type: "date", nullable: true })
  validTo!: CalendarDate | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
