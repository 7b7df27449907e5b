import {
  type Connection,
  connectionType,
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
import { readableData } from "../reading/readable-data.ts"
import { Observation } from "./observation.ts"

export const ObservationConnection = connectionType("Observation", () => Observation)

/** An observation by identifier; null also for one that the viewer may not read. */
export const observationById = rowById(Observation, ({ viewer }) => ({
  from: sql`observation o`,
  columns: sql`o.*`,
  id: sql`o.id`,
  conditions: [readableData(viewer, "o")],
}))

const observationsBelow = listBelow(
  async ({ viewer }, page: PageRequest): Promise<List<Observation>> => ({
    entity: Observation,
    from: sql`observation o`,
    columns: sql`o.*`,
    conditions: [
      sql<SqlBool>`o.indicator_id = ${parentId} and o.superseded_at is null`,
      readableData(viewer, "o"),
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

/** The observations of an indicator that stand today and that the viewer may read, the latest period first. */
export function observationsOfIndicator(
  ctx: RequestContext,
  indicatorId: string,
  page: PageArguments,
): Promise<Connection<Observation>> {
  return observationsBelow(ctx, indicatorId, pageRequestOf(page))
}
