import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import type { FactTable } from "../fact/fact-table.ts"
import { recordedData } from "../reading/readable-data.ts"

const FACTS: readonly FactTable[] = [
  "observation",
  "judgement",
  "indicator_baseline",
  "indicator_milestone",
  "directed_target",
]

/** Who changed what of an indicator: its row of the plan, which is public, and what was recorded of it. */
export const historyOfIndicator = historyOf(({ viewer }) => ({
  sources: [
    { entity: "indicator", ids: sql`select ${parentId}` },
    ...FACTS.map((entity) => ({
      entity,
      ids: sql`select f.id from ${sql.table(entity)} f where f.indicator_id = ${parentId} and ${recordedData(viewer, "f")}`,
    })),
  ],
  names: sql`select id, name from agency_reference`,
}))
