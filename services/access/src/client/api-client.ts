import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"

/** Another team's system, with what it may ask and until when. Its secrets stand in a table of their own. */
@Entity({ tableName: "api_client" })
@Directive('@key(fields: "id")')
@RequiresScopes("clients:read")
@ObjectType({ simpleResolvers: true, description: "Another team's system, and what it may ask" })
export class ApiClient {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String, {
    description: "What it calls itself when it asks for a token; in the history its name",
  })
  @Property({ type: "text" })
  clientId!: string

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => String, { description: "The body that answers for it" })
  @Property({ type: "text" })
  owner!: string

  @Field(() => String, { description: "Whom to reach, and how" })
  @Property({ type: "text" })
  contact!: string

  @Field(() => String, { description: "What it asks for, and why" })
  @Property({ type: "text" })
  purpose!: string

  @Field(() => [String], { description: "What it may read beyond what is published" })
  @Property({ type: "text[]" })
  scopes!: string[]

  @Field(() => Int, { description: "Requests that it may make in a minute" })
  @Property({ type: "integer" })
  quotaPerMinute!: number

  @Field(() => DateScalar, { description: "The last day on which it may ask" })
  @Property({ type: "date" })
  expiresOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  registeredAt!: Date

  @Field(() => String, { description: "The person's name" })
  @Property({ type: "text" })
  registeredBy!: string

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  revokedAt!: Date | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  revocationReason!: string | null

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number
}
