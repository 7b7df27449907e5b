import { batched, grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedOf } from "../reading/readable.ts"
import { ReportReminder } from "./report-reminder.ts"

/** When reports were asked for, the last time first; of those that the viewer may read whole. */
export const remindersOf = batched(
  async ({ em, viewer }, reportIds: readonly string[]): Promise<ReportReminder[][]> => {
    const { rows } = await sql<{ report_id: string }>`
      select r.id as report_id, reminder.* from agency_report r
      join report_reminder reminder on reminder.round_id = r.round_id and r.id = any(reminder.report_ids)
      where r.id = any(${reportIds}::uuid[]) and ${recordedOf.report(viewer)}
      order by reminder.created_at desc, reminder.id`.execute(em.getKysely<unknown>())
    return grouped(reportIds, rows, (row) => row.report_id).map((found) =>
      found.map(({ report_id: _ofReport, ...columns }) => em.map(ReportReminder, columns as never)),
    )
  },
)
