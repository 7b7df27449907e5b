import { references, searchModel } from "../register/search-model.ts"

/** What the address of the form may hold: the suggestion that it begins with. */
export const recordDocumentSearch = searchModel({ suggestion: references })
