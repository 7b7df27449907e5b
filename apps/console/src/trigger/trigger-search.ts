import { TriggerOrderField } from "../__generated__/graphql.ts"
import {
  day,
  oneOf,
  type SearchOf,
  searchModel,
  someOf,
  type ValuesOf,
  words,
  yes,
} from "../register/search-model.ts"
import { sortBy } from "../register/sort.ts"
import { triggerKinds } from "./trigger-kind.ts"

const fields = {
  q: words,
  kind: someOf(triggerKinds),
  issued: oneOf(["yes", "no"]),
  mine: yes,
  asOf: day,
  sort: sortBy(Object.values(TriggerOrderField)),
}

/** What the address of the register of awaited documents may hold. */
export const triggerSearch = searchModel(fields)
export type TriggerSearch = SearchOf<typeof fields>
export type TriggerSearchValues = ValuesOf<typeof fields>
