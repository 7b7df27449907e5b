import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Directive, Field, ID, ObjectType } from "type-graphql"

/** A measure of part II of a plan. */
@Entity({ tableName: "plan_measure" })
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A measure of part II of a plan." })
export class PlanMeasure {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  planId!: string

  @Field(() => String, { description: "1.1 to 7.5" })
  @Property({ type: "text" })
  number!: string

  @Field(() => String, { description: "The heading of the paragraph it stands under, verbatim" })
  @Property({ type: "text" })
  heading!: string

  @Field(() => String, { description: "Verbatim, without the number" })
  @Property({ type: "text" })
  text!: string

  @Property({ type: "integer" })
  position!: number

  @Property({ type: "integer" })
  line!: number

  @Property({ type: "integer" })
  lastLine!: number

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
