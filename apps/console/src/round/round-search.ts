import { ReportState } from "../__generated__/graphql.ts"
import { searchModel, someOf, words } from "../register/search-model.ts"
import { roundKinds } from "./round-names.ts"

/** What the address of the register of rounds may hold. */
export const roundSearch = searchModel({ q: words, kind: someOf(roundKinds) })

/** What the address of a round's page may hold: the states that its board is narrowed to. */
export const boardSearch = searchModel({ state: someOf(Object.values(ReportState)) })
