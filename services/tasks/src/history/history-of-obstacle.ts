import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { readableObstacles } from "../obstacle/readable-obstacles.ts"

/** Who did what with an obstacle, and why; no obstacle is public. */
export const historyOfObstacle = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "obstacle",
      ids: sql`select o.id from obstacle o where o.id = ${parentId} and ${readableObstacles(viewer)}`,
    },
  ],
  names: sql`select id, name from agency_reference union all select id, name from evidence_file`,
}))
