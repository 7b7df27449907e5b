import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, inOrder } from "@plan43/subgraph"
import { Field, Float, ObjectType } from "type-graphql"

/** Where the way to a target begins. The plan prints none: people supply it, with its source. */
@Entity({ tableName: "indicator_baseline" })
@ObjectType({ simpleResolvers: true, description: "Where the way to a target begins" })
export class IndicatorBaseline {
  @PrimaryKey({ type: "uuid" })
  indicatorId!: string

  @Field(() => DateScalar)
  @Property({ type: "date", fieldName: "measured_on" })
  on!: CalendarDate

  @Field(() => Float)
  @Property({ type: new DecimalType("number") })
  value!: number

  @Field(() => String, { description: "Where the figure comes from" })
  @Property({ type: "text" })
  source!: string
}

/** The baseline of an indicator; null while nobody has supplied one. */
export const baselineOfIndicator = batched(async (ctx, indicatorIds: readonly string[]) =>
  inOrder(
    indicatorIds,
    await ctx.em.find(IndicatorBaseline, { indicatorId: { $in: [...indicatorIds] } }),
    (baseline) => baseline.indicatorId,
  ),
)
