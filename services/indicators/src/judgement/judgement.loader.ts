import type { CalendarDate } from "@plan43/calendar"
import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import { asked, type IndicatorOnDay, keyOfIndicatorOnDay, knownOn } from "../fact/known-facts.ts"
import { Judgement } from "./judgement.ts"

/** How an indicator was judged, the latest first, as it was known at the end of a day. */
export const judgementsKnown = batched(async (ctx, keys: readonly IndicatorOnDay[]) => {
  const { rows } = await sql<{ number: string }>`select asked.number, j.* from ${asked(keys)}
    join judgement j on j.indicator_id = asked.indicator_id and j.judged_on <= asked.as_of
      and ${knownOn(ctx.viewer, "judgement", "j", sql<CalendarDate>`asked.as_of`)}
    order by j.judged_on desc, j.recorded_at desc, j.id desc`.execute(ctx.em.getKysely<unknown>())
  const found = Map.groupBy(rows, ({ number }) => Number(number))
  return keys.map((_key, index) =>
    (found.get(index + 1) ?? []).map(({ number: _number, ...columns }) =>
      ctx.em.map(Judgement, columns as never),
    ),
  )
}, keyOfIndicatorOnDay)
