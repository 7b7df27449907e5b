import { PartnerOrderField } from "../../__generated__/graphql.ts"
import { searchModel, someOf, words } from "../../register/search-model.ts"
import { sortBy } from "../../register/sort.ts"
import { partnerKindName } from "../cooperation-names.ts"

/** What the address of the register of partners may hold. */
export const partnerSearch = searchModel({
  q: words,
  kind: someOf(Object.keys(partnerKindName) as (keyof typeof partnerKindName)[]),
  sort: sortBy(Object.values(PartnerOrderField)),
})
