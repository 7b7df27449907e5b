import { searchModel, words } from "../register/search-model.ts"

/** What the address of the report form may hold: of which period, by its key, or phase, by its identifier. */
export const reportSearch = searchModel({ part: words })
