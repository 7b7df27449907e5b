import {
  type Connection,
  connectionType,
  entityById,
  type List,
  listBelow,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  parentId,
  type RequestContext,
} from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import { Observation } from "./observation.ts"

export const ObservationConnection = connectionType("Observation", () => Observation)

export const observationById = entityById(Observation)

const observationsBelow = listBelow(
  async (_ctx, page: PageRequest): Promise<List<Observation>> => ({
    entity: Observation,
    from: sql`observation o`,
    columns: sql`o.*`,
    conditions: [sql<SqlBool>`o.indicator_id = ${parentId} and o.superseded_at is null`],
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

/** The observations of an indicator that stand today, the latest period first. */
export function observationsOfIndicator(
  ctx: RequestContext,
  indicatorId: string,
  page: PageArguments,
): Promise<Connection<Observation>> {
  return observationsBelow(ctx, indicatorId, pageRequestOf(page))
}
