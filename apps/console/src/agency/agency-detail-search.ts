import { deadlines } from "../deadline/deadlines-search.ts"
import { oneOf, searchModel, type ValuesOf, yes } from "../register/search-model.ts"

/** The lists of an agency's screen. */
export const agencyViews = ["lead", "coordinator", "indicators"] as const
export type AgencyView = (typeof agencyViews)[number]

const fields = { view: oneOf(agencyViews), throughGroups: yes, inherited: yes, deadlines }

/** What the address of one agency may hold. */
export const agencyDetailSearch = searchModel(fields)
export type AgencyDetailSearchValues = ValuesOf<typeof fields>
