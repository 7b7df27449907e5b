import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"

const NAMES = sql`select id, name from agency`

/** Who changed what of an agency, its own row and the changes that it took part in; the register is public. */
export const historyOfAgency = historyOf(() => ({
  sources: [
    { entity: "agency", ids: sql`select ${parentId}` },
    {
      entity: "agency_change",
      ids: sql`select c.id from agency_change c where c.predecessor_ids || c.successor_ids @> array[${parentId}]`,
    },
  ],
  names: NAMES,
}))

/** Who recorded a change of agencies, and who took it back. */
export const historyOfChange = historyOf(() => ({
  sources: [{ entity: "agency_change", ids: sql`select ${parentId}` }],
  names: NAMES,
}))

/** Who gave, changed and ended an assignment; whoever reads assignments reads it. */
export const historyOfAssignment = historyOf(() => ({
  sources: [{ entity: "person_assignment", ids: sql`select ${parentId}` }],
  names: NAMES,
}))
