import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedOf } from "../reading/readable.ts"
import { ReportEntry } from "./report-entry.ts"

/** How a report came, by identifier of the entry; null for whoever reads only what was published. */
export const entryById = batched(async (ctx, ids: readonly string[]): Promise<(ReportEntry | null)[]> => {
  const { rows } = await sql<{ id: string }>`
    select entered.* from report_entry entered join agency_report r on r.id = entered.report_id
    where entered.id = any(${ids}::uuid[]) and ${recordedOf.report(ctx.viewer)}`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const found = new Map(rows.map((row) => [row.id, ctx.em.map(ReportEntry, row as never)]))
  return ids.map((id) => found.get(id) ?? null)
})
