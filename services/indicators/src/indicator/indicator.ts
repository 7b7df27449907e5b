import { Embedded, Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"
import { ObservationFrequency } from "../period/frequency.ts"
import { IndicatorTarget } from "../target/indicator-target.ts"

/** A row of Annex I: what is measured, against which target, by whom it is followed. */
@Entity({ tableName: "indicator" })
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "An indicator: a row of Annex I" })
export class Indicator {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  planId!: string

  @Property({ type: "uuid", nullable: true })
  parentId!: string | null

  @Property({ type: "uuid", nullable: true })
  counterpartId!: string | null

  @Field(() => String, { description: "As printed, e.g. 10.11" })
  @Property({ type: "text" })
  code!: string

  @Field(() => Int, { description: "Its place among the indicators of the plan, from 1" })
  @Property({ type: "integer" })
  position!: number

  @Field(() => String, { description: "The cell “Chỉ tiêu”, verbatim" })
  @Property({ type: "text" })
  name!: string

  @Field(() => String, { nullable: true, description: "The cell “Đơn vị”, verbatim; null where it is empty" })
  @Property({ type: "text", nullable: true })
  unit!: string | null

  @Field(() => String, { description: "The cell “Kết quả”, verbatim; may be empty" })
  @Property({ type: "text" })
  targetText!: string

  @Field(() => IndicatorTarget)
  @Embedded(() => IndicatorTarget, { prefix: "target_" })
  target!: IndicatorTarget

  @Field(() => Int, { description: "2030 or 2045" })
  @Property({ type: "integer" })
  horizonYear!: number

  @Field(() => Boolean, { description: "The target holds in every year, not only in the horizon year" })
  @Property({ type: "boolean" })
  yearly!: boolean

  @Field(() => String, {
    description: "The cell “Cơ quan chủ trì theo dõi, đánh giá”, verbatim; may be empty",
  })
  @Property({ type: "text" })
  leadText!: string

  @Property({ type: "integer" })
  line!: number

  @Property({ type: "integer" })
  lastLine!: number

  @Field(() => ObservationFrequency, { description: "How often it is measured; a coordinator sets it" })
  @Property({ type: "text" })
  frequency!: ObservationFrequency

  @Field(() => Int, { description: "Grows when a coordinator changes how it is followed" })
  @Property({ type: "integer" })
  version!: number

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
