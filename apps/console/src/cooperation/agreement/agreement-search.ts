import { AgreementOrderField } from "../../__generated__/graphql.ts"
import { searchModel, someOf, words } from "../../register/search-model.ts"
import { sortBy } from "../../register/sort.ts"
import { agreementStateName } from "../cooperation-names.ts"

/** What the address of the register of agreements may hold. */
export const agreementSearch = searchModel({
  q: words,
  state: someOf(Object.keys(agreementStateName) as (keyof typeof agreementStateName)[]),
  sort: sortBy(Object.values(AgreementOrderField)),
})
