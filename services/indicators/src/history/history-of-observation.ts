import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { recordedData } from "../reading/readable-data.ts"
import { AGENCIES_AND_FILES } from "./agencies-and-files.ts"

/** Who recorded, corrected, withdrew or published a figure, all revisions of its period together. */
export const historyOfObservation = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "observation",
      ids: sql`select revision.id from observation o join observation revision on revision.chain_id = o.chain_id
        where o.id = ${parentId} and ${recordedData(viewer, "revision")}`,
    },
  ],
  names: AGENCIES_AND_FILES,
}))
