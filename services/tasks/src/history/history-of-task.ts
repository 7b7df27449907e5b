import { type HistorySource, historyOf, parentId, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedFacts } from "../progress/readable-reports.ts"

/** Tables of what was recorded of tasks, each row with its task. */
const FACTS = ["progress_report", "task_decision", "deadline_extension", "task_responsible"] as const

const NAMES = sql`select id, name from agency_reference union all select id, name from evidence_file`

function factsOfTask(viewer: RequestContext["viewer"]): HistorySource[] {
  return FACTS.map((table) => ({
    entity: table,
    ids: sql`select fact.id from ${sql.table(table)} fact
      where fact.task_id = ${parentId} and ${recordedFacts(viewer, "fact")}`,
  }))
}

/** Who changed what of a task: its row of the plan, which is public, and what was recorded of it. */
export const historyOfTask = historyOf(({ viewer }) => ({
  sources: [{ entity: "task", ids: sql`select ${parentId}` }, ...factsOfTask(viewer)],
  names: NAMES,
}))
