import {
  batched,
  connectionType,
  type List,
  listBelow,
  OrderDirection,
  type PageRequest,
  parentId,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedOf } from "../reading/readable.ts"
import { ReportWorkbook } from "./report-workbook.ts"

export const ReportWorkbookConnection = connectionType("ReportWorkbook", () => ReportWorkbook)

/** The files that were taken for a report, the last first. */
export const workbooksOfReport = listBelow(
  async ({ viewer }, page: PageRequest): Promise<List<ReportWorkbook>> => ({
    entity: ReportWorkbook,
    from: sql`report_workbook w join agency_report r on r.id = w.report_id`,
    columns: sql`w.*`,
    conditions: [sql`w.report_id = ${parentId}`, recordedOf.report(viewer)],
    ordering: {
      name: "LAST_FIRST",
      direction: OrderDirection.DESC,
      keys: [
        { expression: sql`w.position`, type: "integer" },
        { expression: sql`w.id`, type: "uuid" },
      ],
    },
    page,
  }),
)

/** A file that was taken, by identifier; null for whoever reads only what was published. */
export const workbookById = batched(
  async (ctx, ids: readonly string[]): Promise<(ReportWorkbook | null)[]> => {
    const { rows } = await sql<{ id: string }>`
    select w.* from report_workbook w join agency_report r on r.id = w.report_id
    where w.id = any(${ids}::uuid[]) and ${recordedOf.report(ctx.viewer)}`.execute(
      ctx.em.getKysely<unknown>(),
    )
    const found = new Map(rows.map((row) => [row.id, ctx.em.map(ReportWorkbook, row as never)]))
    return ids.map((id) => found.get(id) ?? null)
  },
)
