import { AgencyOrderField } from "../__generated__/graphql.ts"
import { day, type SearchOf, searchModel, someOf, type ValuesOf, words } from "../register/search-model.ts"
import { sortBy } from "../register/sort.ts"
import { agencyKinds } from "./agency-kind.ts"

const fields = {
  q: words,
  kind: someOf(agencyKinds),
  activeOn: day,
  sort: sortBy(Object.values(AgencyOrderField)),
}

/** What the address of the register of agencies may hold. */
export const agencySearch = searchModel(fields)
export type AgencySearch = SearchOf<typeof fields>
export type AgencySearchValues = ValuesOf<typeof fields>
