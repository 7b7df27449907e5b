import { Deadlines } from "../__generated__/graphql.ts"
import { oneOf } from "../register/search-model.ts"

/** By which due dates an address wants statuses: those in force when absent, the plan's own on wish. */
export const deadlines = oneOf(Object.values(Deadlines))

/** What is read by due dates that one can choose. */
export interface ByDeadlines {
  /** undefined: extensions included. */
  deadlines: Deadlines | undefined
}
