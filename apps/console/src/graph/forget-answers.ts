import { currentSession, onSessionChange } from "../session/session.ts"
import { graphClient } from "./graph-client.ts"

/**
 * Asks everything anew whenever somebody else is at the console, or the same person with other rights: an answer was
 * made for whoever asked. A session that ended leaves the screen as it is, for what is being typed stands on it.
 */
export function forgetAnswersOfOthers(): void {
  let asked: string | null = null
  onSessionChange(() => {
    const { state, person } = currentSession()
    if (state === "UNKNOWN" || state === "ENDED") return
    const standing = JSON.stringify(person && [person.id, person.role, person.agencyId, person.scopes])
    const first = asked === null
    if (standing === asked) return
    asked = standing
    // What cannot be asked again says so where its answer would be
    if (!first) void graphClient.resetStore().catch(() => undefined)
  })
}
