import {
  batched,
  type Connection,
  connectionType,
  entityById,
  listPage,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { AgencyChange } from "./agency-change.ts"

export const AgencyChangeConnection = connectionType("AgencyChange", () => AgencyChange)

export const changeById = entityById(AgencyChange)

/** Every change that was recorded, latest first day first; those that were taken back among them. */
export function findChanges(ctx: RequestContext, page: PageArguments): Promise<Connection<AgencyChange>> {
  return listPage(ctx, {
    entity: AgencyChange,
    from: sql`agency_change c`,
    columns: sql`c.*`,
    conditions: [],
    ordering: {
      name: "EFFECTIVE_ON",
      direction: OrderDirection.DESC,
      keys: [
        { expression: sql`c.effective_on`, type: "date" },
        { expression: sql`c.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/** The changes that stand and that an agency took part in, on either side, earliest first. */
export const changesOfAgency = batched(
  async (ctx, agencyIds: readonly string[]): Promise<AgencyChange[][]> => {
    const { rows } = await sql<object>`select c.* from agency_change c
      where c.withdrawn_at is null and (c.predecessor_ids || c.successor_ids) && ${[...agencyIds]}::uuid[]
      order by c.effective_on, c.id`.execute(ctx.em.getKysely<unknown>())
    const changes = rows.map((row) => ctx.em.map(AgencyChange, row as never))
    return agencyIds.map((id) =>
      changes.filter(
        ({ predecessorIds, successorIds }) => predecessorIds.includes(id) || successorIds.includes(id),
      ),
    )
  },
)
