import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"

/** Who registered, changed and revoked a system's credentials; whoever reads clients reads it. */
export const historyOfClient = historyOf(() => ({
  sources: [{ entity: "api_client", ids: sql`select ${parentId}` }],
}))
