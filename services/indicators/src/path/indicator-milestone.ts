import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, grouped, RowsReadableWith } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, Float, ObjectType } from "type-graphql"
import { OBSERVATIONS, readableData } from "../reading/readable-data.ts"

/** A figure to be reached on the way to a target. The plan prints none: people set them. */
@Entity({ tableName: "indicator_milestone" })
@RowsReadableWith(OBSERVATIONS)
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

/** The milestones of an indicator that the viewer may read, the earliest first. */
export const milestonesOfIndicator = batched(async (ctx, indicatorIds: readonly string[]) => {
  const { rows } = await sql<object>`select m.* from indicator_milestone m
    where m.indicator_id = any(${indicatorIds}::uuid[]) and ${readableData(ctx.viewer, "m")}
    order by m.due_on`.execute(ctx.em.getKysely<unknown>())
  const milestones = rows.map((row) => ctx.em.map(IndicatorMilestone, row as never))
  return grouped(indicatorIds, milestones, (milestone) => milestone.indicatorId)
})
