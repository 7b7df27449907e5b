import { CooperationActivityOrderField } from "../../__generated__/graphql.ts"
import { searchModel, someOf, words } from "../../register/search-model.ts"
import { sortBy } from "../../register/sort.ts"
import { activityKindName } from "../cooperation-names.ts"

/** What the address of the register of activities may hold. */
export const activitySearch = searchModel({
  q: words,
  kind: someOf(Object.keys(activityKindName) as (keyof typeof activityKindName)[]),
  sort: sortBy(Object.values(CooperationActivityOrderField)),
})
