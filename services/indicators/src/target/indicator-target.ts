import { Embeddable, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import { TargetKind } from "@plan43/indicator-assessment"
import { Field, Float, ObjectType } from "type-graphql"

/** What the cell "Kết quả" was understood as; figures in the unit of the indicator. */
@Embeddable()
@ObjectType({ simpleResolvers: true, description: "What a target as printed was understood as" })
export class IndicatorTarget {
  @Field(() => TargetKind)
  @Property({ type: "text" })
  kind!: TargetKind

  @Field(() => Float, {
    nullable: true,
    description: "The least (AT_LEAST, MORE_THAN, RANGE), or the figure (VALUE)",
  })
  @Property({ type: new DecimalType("number"), nullable: true })
  minimum!: number | null

  @Field(() => Float, { nullable: true, description: "The most (AT_MOST, RANGE)" })
  @Property({ type: new DecimalType("number"), nullable: true })
  maximum!: number | null

  @Field(() => String, { nullable: true, description: "Words beside the figure, or in place of one" })
  @Property({ type: "text", nullable: true })
  note!: string | null
}
