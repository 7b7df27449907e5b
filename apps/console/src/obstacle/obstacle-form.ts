import { ObstacleAddressee, ObstacleCategory } from "../__generated__/graphql.ts"
import { attachedFiles } from "../evidence/attached-file.ts"
import { chosenOf, neededWords, optionalPick } from "../form/written.ts"
import { z } from "../form/zod.ts"

/** What is typed about an obstacle, read into what is sent. */
export const obstacleForm = z
  .object({
    agencyId: optionalPick,
    taskId: optionalPick,
    indicatorId: optionalPick,
    title: neededWords,
    description: neededWords,
    category: chosenOf(Object.values(ObstacleCategory)),
    proposal: neededWords,
    addressee: chosenOf(Object.values(ObstacleAddressee)),
    addressedAgencyId: optionalPick,
    fileIds: attachedFiles,
  })
  // Its field is shown only where the proposal goes to an agency
  .transform((typed) => (typed.addressee === "AGENCY" ? typed : { ...typed, addressedAgencyId: null }))

export type ObstacleTyped = z.input<typeof obstacleForm>

export const EMPTY_OBSTACLE: ObstacleTyped = {
  agencyId: null,
  taskId: null,
  indicatorId: null,
  title: "",
  description: "",
  category: "",
  proposal: "",
  addressee: "",
  addressedAgencyId: null,
  fileIds: [],
}
