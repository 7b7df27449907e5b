import type { CalendarDate } from "@plan43/calendar"
import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import { asked, type IndicatorOnDay, keyOfIndicatorOnDay, knownOn } from "../fact/known-facts.ts"
import { DirectedTarget } from "./directed-target.ts"

/** What an authority had directed for an indicator, as it was known at the end of a day; null where nothing. */
export const directedTargetKnown = batched(async (ctx, keys: readonly IndicatorOnDay[]) => {
  const { rows } = await sql<{ number: string }>`select asked.number, d.* from ${asked(keys)}
    join directed_target d on d.indicator_id = asked.indicator_id
      and ${knownOn(ctx.viewer, "directed_target", "d", sql<CalendarDate>`asked.as_of`)}`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const found = new Map(
    rows.map(({ number, ...columns }) => [Number(number), ctx.em.map(DirectedTarget, columns as never)]),
  )
  return keys.map((_key, index) => found.get(index + 1) ?? null)
}, keyOfIndicatorOnDay)
