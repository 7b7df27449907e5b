import { searchModel, words } from "../register/search-model.ts"

/** What the address of the register of templates may hold. */
export const templateSearch = searchModel({ q: words })
