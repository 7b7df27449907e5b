import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedOf } from "../reading/readable.ts"
import { LinePrefill } from "./line-prefill.ts"

/** What was recorded of a line by the cut-off; null for whoever reads only what was published, since nobody has signed it. */
export const prefillOf = batched(async (ctx, lineIds: readonly string[]): Promise<(LinePrefill | null)[]> => {
  const { rows } = await sql<{ line_id: string }>`
    select filled.* from line_prefill filled join report_line l on l.id = filled.line_id
    join agency_report r on r.id = l.report_id
    where filled.line_id = any(${lineIds}::uuid[]) and ${recordedOf.report(ctx.viewer)}`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const filled = new Map(rows.map((row) => [row.line_id, ctx.em.map(LinePrefill, row as never)]))
  return lineIds.map((id) => filled.get(id) ?? null)
})
