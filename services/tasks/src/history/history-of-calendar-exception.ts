import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"

/** Who recorded, confirmed, corrected or withdrew a day off or worked. */
export const historyOfCalendarException = historyOf(() => ({
  sources: [{ entity: "calendar_exception", ids: sql`select ${parentId}` }],
  names: sql`select id, name from calendar_exception`,
}))
