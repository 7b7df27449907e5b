import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"

/** Who set how long a step with an obstacle may take; the type that tells it is not for strangers. */
export const historyOfObstacleTerm = historyOf(() => ({
  sources: [{ entity: "obstacle_term", ids: sql`select ${parentId}` }],
}))
