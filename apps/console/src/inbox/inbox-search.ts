import { NoticeTopic } from "../__generated__/graphql.ts"
import { oneOf, searchModel, someOf } from "../register/search-model.ts"

/** What the address of the inbox may hold. */
export const inboxSearch = searchModel({
  show: oneOf(["unread"]),
  topic: someOf(Object.values(NoticeTopic)),
})
