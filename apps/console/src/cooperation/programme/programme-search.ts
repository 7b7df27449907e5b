import { CooperationProgrammeOrderField } from "../../__generated__/graphql.ts"
import { searchModel, someOf, words } from "../../register/search-model.ts"
import { sortBy } from "../../register/sort.ts"
import { themeName } from "../cooperation-names.ts"

/** What the address of the register of programmes may hold. */
export const programmeSearch = searchModel({
  q: words,
  theme: someOf(Object.keys(themeName) as (keyof typeof themeName)[]),
  sort: sortBy(Object.values(CooperationProgrammeOrderField)),
})
