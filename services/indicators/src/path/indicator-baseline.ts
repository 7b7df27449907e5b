import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, inOrder, RowsReadableWith } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, Float, ObjectType } from "type-graphql"
import { OBSERVATIONS, readableData } from "../reading/readable-data.ts"

/** Where the way to a target begins. The plan prints none: people supply it, with its source. */
@Entity({ tableName: "indicator_baseline" })
@RowsReadableWith(OBSERVATIONS)
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

/** The baseline of an indicator; null while nobody has supplied one that the viewer may read. */
export const baselineOfIndicator = batched(async (ctx, indicatorIds: readonly string[]) => {
  const { rows } = await sql<object>`select b.* from indicator_baseline b
    where b.indicator_id = any(${indicatorIds}::uuid[]) and ${readableData(ctx.viewer, "b")}`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const baselines = rows.map((row) => ctx.em.map(IndicatorBaseline, row as never))
  return inOrder(indicatorIds, baselines, (baseline) => baseline.indicatorId)
})
