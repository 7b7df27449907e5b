import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"

/** A section of Annex II. */
@Entity({ tableName: "plan_section" })
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A section of Annex II." })
export class PlanSection {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  planId!: string

  @Field(() => String, { description: "I to VII" })
  @Property({ type: "text" })
  numeral!: string

  @Field(() => String)
  @Property({ type: "text" })
  title!: string

  @Field(() => Int, { description: "Its place among the sections of the plan, from 1" })
  @Property({ type: "integer" })
  position!: number

  @Property({ type: "integer" })
  line!: number

  @Property({ type: "integer" })
  lastLine!: number

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
