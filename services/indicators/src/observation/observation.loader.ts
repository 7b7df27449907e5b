import type { CalendarDate } from "@plan43/calendar"
import {
  batched,
  type Connection,
  connectionType,
  grouped,
  type List,
  listBelow,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  parentId,
  type RequestContext,
  rowById,
} from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import { asked, dayInSql, type IndicatorOnDay, keyOfIndicatorOnDay, knownOn } from "../fact/known-facts.ts"
import { readableData } from "../reading/readable-data.ts"
import { Observation } from "./observation.ts"

export const ObservationConnection = connectionType("Observation", () => Observation)

/** An observation by identifier, also one that was corrected; null for one that the viewer may not read. */
export const observationById = rowById(Observation, ({ viewer }) => ({
  from: sql`observation o`,
  columns: sql`o.*`,
  id: sql`o.id`,
  conditions: [readableData(viewer, "o")],
}))

interface ObservationsRequest {
  asOf: CalendarDate
  page: PageRequest
}

const observationsBelow = listBelow(
  async ({ viewer }, { asOf, page }: ObservationsRequest): Promise<List<Observation>> => ({
    entity: Observation,
    from: sql`observation o`,
    columns: sql`o.*`,
    conditions: [
      sql<SqlBool>`o.indicator_id = ${parentId}`,
      knownOn(viewer, "observation", "o", dayInSql(asOf)),
    ],
    ordering: {
      name: "LATEST",
      direction: "DESC",
      keys: [
        { expression: sql`o.period_end`, type: "date" },
        { expression: sql`o.period_start`, type: "date" },
        { expression: sql`o.id`, type: "uuid" },
      ],
    },
    page,
  }),
)

/** The observations of an indicator that were known on a day and that the viewer may read, the latest period first. */
export function observationsOfIndicator(
  ctx: RequestContext,
  { indicatorId, asOf }: IndicatorOnDay,
  page: PageArguments,
): Promise<Connection<Observation>> {
  return observationsBelow(ctx, indicatorId, { asOf, page: pageRequestOf(page) })
}

/** What was last observed of an indicator, as it was known at the end of a day to those who may read what the viewer may. */
export const latestObservation = batched(async (ctx, keys: readonly IndicatorOnDay[]) => {
  const { rows } = await sql<{
    number: string
  }>`select asked.number, latest.* from ${asked(keys)} cross join lateral (
      select r.* from observation r where r.indicator_id = asked.indicator_id and r.period_end <= asked.as_of
        and ${knownOn(ctx.viewer, "observation", "r", sql<CalendarDate>`asked.as_of`)}
      order by r.period_end desc, r.period_start desc, r.id desc limit 1
    ) latest`.execute(ctx.em.getKysely<unknown>())
  const found = new Map(
    rows.map(({ number, ...columns }) => [Number(number), ctx.em.map(Observation, columns as never)]),
  )
  return keys.map((_key, index) => found.get(index + 1) ?? null)
}, keyOfIndicatorOnDay)

/** The revisions before one, the latest first, of those that the viewer may read. */
export const revisionsBefore = batched(
  async (ctx, observations: readonly Observation[]) => {
    const chains = observations.map(({ chainId }) => chainId)
    const { rows } = await sql<object>`select o.* from observation o
      where o.chain_id = any(${chains}::uuid[]) and ${readableData(ctx.viewer, "o")}
      order by o.revision desc`.execute(ctx.em.getKysely<unknown>())
    const all = rows.map((row) => ctx.em.map(Observation, row as never))
    const byChain = grouped(chains, all, ({ chainId }) => chainId)
    return observations.map(({ revision }, index) =>
      (byChain[index] ?? []).filter((earlier) => earlier.revision < revision),
    )
  },
  ({ id }) => id,
)
