import { ObstacleOrderField } from "../__generated__/graphql.ts"
import { references, searchModel, someOf, words, yes } from "../register/search-model.ts"
import { sortBy } from "../register/sort.ts"
import { obstacleCategories, obstacleStates } from "./obstacle-names.ts"

/** What the address of the register of obstacles may hold. */
export const obstacleSearch = searchModel({
  q: words,
  state: someOf(obstacleStates),
  category: someOf(obstacleCategories),
  overdue: yes,
  sort: sortBy(Object.values(ObstacleOrderField)),
})

/** What the address of the form may hold: the code of the task, or of the indicator, that the obstacle is about. */
export const newObstacleSearch = searchModel({ task: references, indicator: references })
