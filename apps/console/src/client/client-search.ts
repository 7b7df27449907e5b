import { ApiClientOrderField, ApiClientState } from "../__generated__/graphql.ts"
import { searchModel, someOf, words } from "../register/search-model.ts"
import { sortBy } from "../register/sort.ts"

/** What the address of the register of systems may hold. */
export const clientSearch = searchModel({
  q: words,
  state: someOf(Object.values(ApiClientState)),
  sort: sortBy(Object.values(ApiClientOrderField)),
})
