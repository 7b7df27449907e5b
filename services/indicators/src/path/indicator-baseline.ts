import { Entity, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, Float, ObjectType } from "type-graphql"
import { asked, type IndicatorOnDay, keyOfIndicatorOnDay, knownOn } from "../fact/known-facts.ts"
import { ProvedFact } from "../fact/proved-fact.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"

/** Where the way to a target begins. The plan prints none: people supply it, with its source. */
@Entity({ tableName: "indicator_baseline" })
@RowsReadableWith(OBSERVATIONS)
@ObjectType({ simpleResolvers: true, description: "Where the way to a target begins" })
export class IndicatorBaseline extends ProvedFact {
  @Field(() => DateScalar)
  @Property({ type: "date", fieldName: "measured_on" })
  on!: CalendarDate

  @Field(() => Float)
  @Property({ type: new DecimalType("number") })
  value!: number

  @Field(() => String, { description: "Where the figure comes from" })
  @Property({ type: "text" })
  source!: string

  @Field(() => String, { nullable: true, description: "Number of a document, or an address" })
  @Property({ type: "text", nullable: true })
  evidence!: string | null
}

/** The baseline of an indicator as it was known at the end of a day; null where nobody had supplied one that the viewer may read. */
export const baselineKnown = batched(async (ctx, keys: readonly IndicatorOnDay[]) => {
  const { rows } = await sql<{ number: string }>`select asked.number, b.* from ${asked(keys)}
    join indicator_baseline b on b.indicator_id = asked.indicator_id
      and ${knownOn(ctx.viewer, "indicator_baseline", "b", sql<CalendarDate>`asked.as_of`)}`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const found = new Map(
    rows.map(({ number, ...columns }) => [Number(number), ctx.em.map(IndicatorBaseline, columns as never)]),
  )
  return keys.map((_key, index) => found.get(index + 1) ?? null)
}, keyOfIndicatorOnDay)
