import { batched, entityById, grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import { kindRank } from "./item-order.ts"
import { inScope } from "./items-in-scope.ts"
import { ReportItem } from "./report-item.ts"

/** An item by identifier. */
export const itemById = entityById(ReportItem)

/** What nobody reports on in a round although it asks all for it: its lead is a class whose members nobody listed. */
export const itemsWithoutReport = batched(
  async (ctx, roundIds: readonly string[]): Promise<ReportItem[][]> => {
    const { rows } = await sql<{ asked_in: string }>`
    select round.id as asked_in, item.* from round join report_item item on ${inScope}
    where round.id = any(${roundIds}::uuid[]) and round.opened_on is not null and cardinality(round.agency_ids) = 0
      and not exists (select 1 from report_line line join agency_report report on report.id = line.report_id
        where report.round_id = round.id and line.item_id = item.id)
    order by ${kindRank("item")}, item.position`.execute(ctx.em.getKysely<unknown>())
    const items = rows.map(({ asked_in, ...columns }) => ({
      roundId: asked_in,
      item: ctx.em.map(ReportItem, columns as never),
    }))
    return grouped(roundIds, items, ({ roundId }) => roundId).map((found) => found.map(({ item }) => item))
  },
)
