import {
  batched,
  grouped,
  historyOf,
  type List,
  listBelow,
  OrderDirection,
  type PageRequest,
  parentId,
  rowById,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { kindRank } from "../item/item-order.ts"
import { columnsFor, readableLines, readableReports, recordedOf } from "../reading/readable.ts"
import type { ReportLineField } from "./line-field.ts"
import { previousLine } from "./previous-line.ts"
import { ReportLine, ReturnedReportField } from "./report-line.ts"

/** What agencies write to the City, not to the public; and names of officers. */
const UNPUBLISHED = ["difficulties", "proposal", "next_plan", "file_ids", "entered_by"]

/** The lines of a report that the viewer has: the changed first; tasks, then indicators, in the plan's order, then questions. */
export const linesOfReport = listBelow(
  async ({ viewer }, page: PageRequest): Promise<List<ReportLine>> => ({
    entity: ReportLine,
    from: sql`report_line l join report_item i on i.id = l.item_id join agency_report r on r.id = l.report_id`,
    columns: columnsFor(viewer, "l", UNPUBLISHED),
    conditions: [sql`l.report_id = ${parentId}`, readableLines(viewer)],
    ordering: {
      name: "CHANGED_FIRST",
      direction: OrderDirection.ASC,
      keys: [
        { expression: sql`(not l.changed)::integer`, type: "integer" },
        { expression: kindRank("i"), type: "integer" },
        { expression: sql`i.position`, type: "integer" },
        { expression: sql`l.id`, type: "uuid" },
      ],
    },
    page,
  }),
)

/** A line by identifier; null also for one that the viewer may not read. */
export const lineById = rowById(ReportLine, ({ viewer }) => ({
  from: sql`report_line l join agency_report r on r.id = l.report_id`,
  columns: columnsFor(viewer, "l", UNPUBLISHED),
  id: sql`l.id`,
  conditions: [readableReports(viewer), readableLines(viewer)],
}))

/** Whether anything of a report was ever returned. */
export const wasReturned = batched(async (ctx, reportIds: readonly string[]): Promise<boolean[]> => {
  const { rows } = await sql<{ report_id: string }>`select distinct report_id from report_return
    where report_id = any(${reportIds}::uuid[])`.execute(ctx.em.getKysely<unknown>())
  const returned = new Set(rows.map((row) => row.report_id))
  return reportIds.map((id) => returned.has(id))
})

/** What of a line was returned when its report was returned last. */
export const returnedFieldsOf = batched(
  async (ctx, lineIds: readonly string[]): Promise<ReturnedReportField[][]> => {
    const { rows } = await sql<{ line_id: string; field: ReportLineField; reason: string }>`
      select returned.line_id, returned.field, returned.reason
      from report_line line
      join returned_field returned on returned.line_id = line.id
      join report_return last on last.id = returned.return_id
      join agency_report r on r.id = line.report_id
      where line.id = any(${lineIds}::uuid[]) and ${recordedOf.report(ctx.viewer)} and not exists (
        select 1 from report_return later where later.report_id = line.report_id and later.position > last.position)
      order by returned.field`.execute(ctx.em.getKysely<unknown>())
    return grouped(lineIds, rows, (row) => row.line_id).map((found) =>
      found.map(({ field, reason }) => Object.assign(new ReturnedReportField(), { field, reason })),
    )
  },
)

/** What was last answered on the same, see {@link previousLine}, for whoever may read all of the line that it is compared with. */
export const previousLineOf = batched(
  async (ctx, lineIds: readonly string[]): Promise<(ReportLine | null)[]> => {
    const { rows } = await sql<{ of_line: string }>`
      select line.id as of_line, previous.*
      from report_line line
      join report_item item on item.id = line.item_id
      join agency_report report on report.id = line.report_id
      join round on round.id = report.round_id
      join agency_report r on r.id = report.id and ${recordedOf.report(ctx.viewer)}
      cross join lateral (${previousLine(sql`earlier.*`)}) previous
      where line.id = any(${lineIds}::uuid[])`.execute(ctx.em.getKysely<unknown>())
    const earlier = new Map(
      rows.map(({ of_line, ...columns }) => [of_line, ctx.em.map(ReportLine, columns as never)]),
    )
    return lineIds.map((id) => earlier.get(id) ?? null)
  },
)

/** Who filled in what of a line, and when. */
export const historyOfLine = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "report_line",
      ids: sql`select l.id from report_line l join agency_report r on r.id = l.report_id
        where l.id = ${parentId} and ${recordedOf.report(viewer)}`,
    },
  ],
  names: sql`select id, name from report_item union all select id, name from evidence_file`,
}))
