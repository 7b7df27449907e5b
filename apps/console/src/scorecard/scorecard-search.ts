import { today } from "../calendar/today.ts"
import { day, oneOf, searchModel, type ValuesOfSearch, words } from "../register/search-model.ts"
import { sortBy } from "../register/sort.ts"
import { scorecardKinds, shownCriteria } from "./score-names.ts"
import { lastHalf, type Period } from "./score-periods.ts"
import type { CardSource } from "./scorecard-figures.tsx"

/** Of which period a scorecard is, or of what was kept: what every address of scorecards holds. */
const period = { tu: day, den: day, ban: words }

/** What the address of a scorecard may hold. */
export const cardSearch = searchModel(period)

/** What the address of the register of scorecards may hold. */
export const scorecardSearch = searchModel({
  ...period,
  loai: oneOf(scorecardKinds),
  q: words,
  sort: sortBy([...shownCriteria, "COMPOSITE"] as const),
})

export type ScorecardSearchValues = ValuesOfSearch<typeof scorecardSearch>

/** The days that an address asks about; of one that names none or half of them, those of the half that ended last. */
export function periodOf({ tu, den }: { tu?: string; den?: string }): Period {
  return tu !== undefined && den !== undefined ? { from: tu, to: den } : lastHalf(today())
}

/** What an address asks for: its period as it is now, or what was kept. */
export function sourceOf(values: ValuesOfSearch<typeof cardSearch>): CardSource {
  return { ...periodOf(values), freeze: values.ban ?? "", kept: values.ban !== undefined }
}
