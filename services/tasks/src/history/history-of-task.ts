import { type HistorySource, historyOf, parentId, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedFacts } from "../progress/readable-reports.ts"
import { AGENCIES_AND_FILES } from "./agencies-and-files.ts"

/** Tables of what was recorded of tasks, each row with its task. */
const FACTS = ["progress_report", "task_decision", "deadline_extension", "task_responsible"] as const

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
  names: AGENCIES_AND_FILES,
}))
