import { day, searchModel } from "../register/search-model.ts"

/** What the address of a screen may hold that can be read as of a day. */
export const daySearch = searchModel({ asOf: day })

/** What is read as of a day. */
export interface OnDay {
  /** "YYYY-MM-DD"; undefined: today. */
  asOf: string | undefined
}
