import { deadlines } from "../deadline/deadlines-search.ts"
import { day, searchModel, type ValuesOfSearch } from "../register/search-model.ts"

/** What the address of the overview may hold. */
export const overviewSearch = searchModel({ asOf: day, deadlines })
export type OverviewSearchValues = ValuesOfSearch<typeof overviewSearch>
