import { ReportState } from "../__generated__/graphql.ts"
import { searchModel, someOf, words, yes } from "../register/search-model.ts"
import { roundKinds, roundStages } from "./round-names.ts"

/** What the address of the register of rounds may hold. */
export const roundSearch = searchModel({ q: words, kind: someOf(roundKinds), stage: someOf(roundStages) })

/** What the address of a round's page may hold: what its board is narrowed to. */
export const boardSearch = searchModel({ state: someOf(Object.values(ReportState)), late: yes })
