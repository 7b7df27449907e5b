import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedOf } from "../reading/readable.ts"

/** What the rows of this subgraph point to. */
const NAMES = sql`select id, name from agency_reference
  union all select id, name from partner union all select id, title from agreement union all select id, title from programme`

/** Who changed what of a partner, and why. */
export const historyOfPartner = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "partner",
      ids: sql`select p.id from partner p where p.id = ${parentId} and ${recordedOf.partner(viewer)}`,
    },
  ],
  names: NAMES,
}))

/** Who changed what of an agreement, and why. */
export const historyOfAgreement = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "agreement",
      ids: sql`select a.id from agreement a where a.id = ${parentId} and ${recordedOf.agreement(viewer)}`,
    },
  ],
  names: NAMES,
}))

/** Who changed what of an activity, and why. */
export const historyOfActivity = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "activity",
      ids: sql`select c.id from activity c where c.id = ${parentId} and ${recordedOf.activity(viewer)}`,
    },
  ],
  names: NAMES,
}))

/** Who changed what of an expert, and why. */
export const historyOfExpert = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "expert",
      ids: sql`select e.id from expert e where e.id = ${parentId} and ${recordedOf.expert(viewer)}`,
    },
  ],
  names: NAMES,
}))

/** What imports changed of a programme of the plan. */
export const historyOfProgramme = historyOf(() => ({
  sources: [{ entity: "programme", ids: sql`select ${parentId}` }],
  names: NAMES,
}))
