import { type HistorySource, historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { obligationKeySql } from "../obligation/obligation-id.ts"
import { isOfObligation } from "../obligation/owing.sql.ts"
import { recordedFacts } from "../progress/readable-reports.ts"
import type { FactTable } from "../recording/record-fact.ts"
import { AGENCIES_AND_FILES } from "./agencies-and-files.ts"

/** Tables of what else than reports was recorded of what an agency owes, each row with its task and its agency. */
const FACTS = ["deadline_extension", "task_responsible"] as const

/** Who recorded what of what an agency, or one that it succeeded, owes of a task. */
export const historyOfObligation = historyOf(({ viewer, today }) => {
  const { taskId, agencyId } = obligationKeySql(parentId)
  const rowsOf = (table: FactTable): HistorySource => ({
    entity: table,
    ids: sql`select fact.id from ${sql.table(table)} fact where fact.task_id = ${taskId}
      and ${isOfObligation(sql`fact.agency_id`, { taskId, agencyId }, today)} and ${recordedFacts(viewer, "fact")}`,
  })
  return {
    sources: [rowsOf("progress_report"), ...FACTS.map(rowsOf)],
    names: AGENCIES_AND_FILES,
  }
}, "text")
