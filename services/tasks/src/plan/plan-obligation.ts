import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Directive, Field, ID, ObjectType } from "type-graphql"

/** An obligation of part III of a plan. */
@Entity({ tableName: "plan_obligation" })
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "An obligation of part III of a plan." })
export class PlanObligation {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  planId!: string

  @Field(() => String, { description: "1 to 6" })
  @Property({ type: "text" })
  number!: string

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
