import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { readableObstacles } from "../obstacle/readable-obstacles.ts"
import { AGENCIES_AND_FILES } from "./agencies-and-files.ts"

/** Who did what with an obstacle, and why; no obstacle is public. */
export const historyOfObstacle = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "obstacle",
      ids: sql`select o.id from obstacle o where o.id = ${parentId} and ${readableObstacles(viewer)}`,
    },
  ],
  names: AGENCIES_AND_FILES,
}))
