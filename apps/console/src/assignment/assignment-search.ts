import { ROLES } from "@plan43/authorization/role"
import { PersonAssignmentOrderField } from "../__generated__/graphql.ts"
import { day, references, searchModel, someOf, words } from "../register/search-model.ts"
import { sortBy } from "../register/sort.ts"

/** What the address of the register of assignments may hold. */
export const assignmentSearch = searchModel({
  q: words,
  role: someOf(ROLES),
  agency: references,
  activeOn: day,
  sort: sortBy(Object.values(PersonAssignmentOrderField)),
})
