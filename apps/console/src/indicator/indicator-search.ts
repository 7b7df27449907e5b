import { type IndicatorFilter, type IndicatorOrder, IndicatorOrderField } from "../__generated__/graphql.ts"
import {
  day,
  references,
  type SearchOf,
  searchModel,
  someOf,
  type ValuesOf,
  words,
  yes,
} from "../register/search-model.ts"
import { sortBy } from "../register/sort.ts"
import { assessmentStates } from "./assessment-mark.tsx"
import { targetKinds } from "./target-kind.ts"

/** The years that Annex I sets targets for. */
export const horizons = ["2030", "2045"] as const

const fields = {
  q: words,
  horizon: someOf(horizons),
  target: someOf(targetKinds),
  assessment: someOf(assessmentStates),
  lead: references,
  throughGroups: yes,
  inherited: yes,
  asOf: day,
  sort: sortBy(Object.values(IndicatorOrderField)),
}

/** What the address of the register of indicators may hold. */
export const indicatorSearch = searchModel(fields)
export type IndicatorSearch = SearchOf<typeof fields>
export type IndicatorSearchValues = ValuesOf<typeof fields>

/** The question to the graph that an address stands for. */
export function indicatorQuestion(values: IndicatorSearchValues): {
  filter: IndicatorFilter
  orderBy: IndicatorOrder | null
  asOf: string | null
} {
  const { q, horizon, target, sort, ...rest } = values
  return {
    filter: { ...rest, text: q, horizon: horizon?.map(Number), targetKind: target },
    orderBy: sort ?? null,
    asOf: values.asOf ?? null,
  }
}
