import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"

/** Who recorded what of an awaited document, and who watched over it; the field that tells it is not for strangers. */
export const historyOfTrigger = historyOf(() => ({
  sources: [{ entity: "awaited_document", ids: sql`select ${parentId}` }],
  names: sql`select id, title as name from awaited_document union all select id, name from evidence_file`,
}))
