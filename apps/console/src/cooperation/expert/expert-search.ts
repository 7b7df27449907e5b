import { ExpertOrderField } from "../../__generated__/graphql.ts"
import { searchModel, words } from "../../register/search-model.ts"
import { sortBy } from "../../register/sort.ts"

/** What the address of the register of experts may hold. */
export const expertSearch = searchModel({ q: words, sort: sortBy(Object.values(ExpertOrderField)) })
