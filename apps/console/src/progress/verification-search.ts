import { searchModel, words } from "../register/search-model.ts"

/** What the address of the verification queue may hold: the obligation to begin with. */
export const verificationSearch = searchModel({ obligation: words })
