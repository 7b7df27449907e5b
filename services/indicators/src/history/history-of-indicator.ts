import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedData } from "../reading/readable-data.ts"
import { AGENCIES_AND_FILES } from "./agencies-and-files.ts"

/** Tables of what was recorded of indicators, each row with its indicator. */
const FACTS = [
  "observation",
  "indicator_baseline",
  "indicator_milestone",
  "judgement",
  "directed_target",
] as const

/** Who changed what of an indicator: its row of the plan, which is public, and what was recorded of it. */
export const historyOfIndicator = historyOf(({ viewer }) => ({
  sources: [
    { entity: "indicator", ids: sql`select ${parentId}` },
    ...FACTS.map((table) => ({
      entity: table,
      ids: sql`select fact.id from ${sql.table(table)} fact
        where fact.indicator_id = ${parentId} and ${recordedData(viewer, "fact")}`,
    })),
  ],
  names: AGENCIES_AND_FILES,
}))
