import { services } from "../graph/services.ts"
import { day, type SearchField, searchModel, someOf, words } from "../register/search-model.ts"

/** The services that keep a history: those that people sign in with, and the parts of the graph. */
export const historyServices: readonly string[] = ["gateway", "identity", ...services]

const NAME = /^[\w.@:-]{1,255}$/

/** Somebody's or something's identifier; whether there is such a one only the graph can tell. */
const identifier: SearchField<string> = {
  read: (text) => (NAME.test(text) ? { value: text, ignored: [] } : { ignored: [text] }),
  write: (value) => value,
}

/** What the address of the history may hold. */
export const historySearch = searchModel({
  q: words,
  service: someOf(historyServices),
  actor: identifier,
  action: identifier,
  entity: identifier,
  entityId: identifier,
  from: day,
  to: day,
})
