import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"

/** Who closed a period and who opened it again, all closings of that period together. */
export const historyOfClosedPeriod = historyOf(() => ({
  sources: [
    {
      entity: "closed_period",
      ids: sql`select closing.id from closed_period p join closed_period closing on closing.period_key = p.period_key
        where p.id = ${parentId}`,
    },
  ],
}))
