import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedReports } from "../progress/readable-reports.ts"

/** Who changed what of a task: its row of the plan, which is public, and what was recorded of it. */
export const historyOfTask = historyOf(({ viewer }) => ({
  sources: [
    { entity: "task", ids: sql`select ${parentId}` },
    {
      entity: "progress_report",
      ids: sql`select r.id from progress_report r where r.task_id = ${parentId} and ${recordedReports(viewer)}`,
    },
  ],
  names: sql`select id, name from agency_reference`,
}))
