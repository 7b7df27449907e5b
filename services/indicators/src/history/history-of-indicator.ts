import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedData } from "../reading/readable-data.ts"

/** Who changed what of an indicator: its row of the plan, which is public, and what was recorded of it. */
export const historyOfIndicator = historyOf(({ viewer }) => ({
  sources: [
    { entity: "indicator", ids: sql`select ${parentId}` },
    {
      entity: "observation",
      ids: sql`select o.id from observation o where o.indicator_id = ${parentId} and ${recordedData(viewer, "o")}`,
    },
  ],
  names: sql`select id, name from agency_reference`,
}))
