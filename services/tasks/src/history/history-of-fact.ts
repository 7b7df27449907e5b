import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedFacts } from "../progress/readable-reports.ts"
import type { FactTable } from "../recording/record-fact.ts"
import { AGENCIES_AND_FILES } from "./agencies-and-files.ts"

function historyOfFact(table: FactTable) {
  return historyOf(({ viewer }) => ({
    sources: [
      {
        entity: table,
        ids: sql`select fact.id from ${sql.table(table)} fact
          where fact.id = ${parentId} and ${recordedFacts(viewer, "fact")}`,
      },
    ],
    names: AGENCIES_AND_FILES,
  }))
}

/** Who answered, who confirmed or returned it, and who showed it to the public. */
export const historyOfReport = historyOfFact("progress_report")

export const historyOfDecision = historyOfFact("task_decision")

/** Who asked for a later deadline, and who granted or refused it. */
export const historyOfExtension = historyOfFact("deadline_extension")
