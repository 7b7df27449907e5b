import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, grouped } from "@plan43/subgraph"
import { Field, Float, ObjectType } from "type-graphql"

/** A figure to be reached on the way to a target. The plan prints none: people set them. */
@Entity({ tableName: "indicator_milestone" })
@ObjectType({ simpleResolvers: true, description: "A figure to be reached on the way to a target" })
export class IndicatorMilestone {
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  indicatorId!: string

  @Field(() => DateScalar)
  @Property({ type: "date", fieldName: "due_on" })
  on!: CalendarDate

  @Field(() => Float)
  @Property({ type: new DecimalType("number") })
  value!: number
}

/** The milestones of an indicator, the earliest first. */
export const milestonesOfIndicator = batched(async (ctx, indicatorIds: readonly string[]) => {
  const milestones = await ctx.em.find(
    IndicatorMilestone,
    { indicatorId: { $in: [...indicatorIds] } },
    { orderBy: { on: "ASC" } },
  )
  return grouped(indicatorIds, milestones, (milestone) => milestone.indicatorId)
})
