import { Entity, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, Float, ObjectType } from "type-graphql"
import { asked, type IndicatorOnDay, keyOfIndicatorOnDay, knownOn } from "../fact/known-facts.ts"
import { ProvedFact } from "../fact/proved-fact.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"

/** A figure to be reached on the way to a target. The plan prints none: people set them. */
@Entity({ tableName: "indicator_milestone" })
@RowsReadableWith(OBSERVATIONS)
@ObjectType({ simpleResolvers: true, description: "A figure to be reached on the way to a target" })
export class IndicatorMilestone extends ProvedFact {
  @Field(() => DateScalar)
  @Property({ type: "date", fieldName: "due_on" })
  on!: CalendarDate

  @Field(() => Float)
  @Property({ type: new DecimalType("number") })
  value!: number

  @Field(() => String, { nullable: true, description: "What sets it, e.g. a programme or a decision" })
  @Property({ type: "text", nullable: true })
  source!: string | null
}

/** The milestones of an indicator as they were known at the end of a day, the earliest first. */
export const milestonesKnown = batched(async (ctx, keys: readonly IndicatorOnDay[]) => {
  const { rows } = await sql<{ number: string }>`select asked.number, m.* from ${asked(keys)}
    join indicator_milestone m on m.indicator_id = asked.indicator_id
      and ${knownOn(ctx.viewer, "indicator_milestone", "m", sql<CalendarDate>`asked.as_of`)}
    order by m.due_on, m.id`.execute(ctx.em.getKysely<unknown>())
  const found = Map.groupBy(rows, ({ number }) => Number(number))
  return keys.map((_key, index) =>
    (found.get(index + 1) ?? []).map(({ number: _number, ...columns }) =>
      ctx.em.map(IndicatorMilestone, columns as never),
    ),
  )
}, keyOfIndicatorOnDay)
