import type { RouteHandler } from "../http/gateway-server.ts"
import { answerJson } from "../http/json-answer.ts"
import { only } from "../http/only-method.ts"
import { type BrowserSessions, identityIn, sessionOf } from "../requester/requester-of.ts"

/** Whom the console greets, and until when. Asking does not make a session last longer. */
export function sessionRoute(browsers: BrowserSessions): RouteHandler {
  return only("GET", async (request, response) => {
    const session = await sessionOf(request, response, browsers)
    if (session === null) {
      if (browsers.cookie.read(request) !== null) browsers.cookie.clear(response)
      return answerJson(response, 200, NOBODY)
    }
    const { id, name, role, agencyId, scopes } = await identityIn(session, browsers)
    answerJson(response, 200, {
      signedIn: true,
      signInAvailable: true,
      person: { id, name, role, agencyId, scopes },
      expiresAt: new Date(browsers.sessions.endOf(session)).toISOString(),
    })
  })
}

const NOBODY = { signedIn: false, signInAvailable: true, person: null, expiresAt: null }

/** Where no issuer is configured. */
export const nobodyCanSignIn: RouteHandler = only("GET", async (_request, response) =>
  answerJson(response, 200, { ...NOBODY, signInAvailable: false }),
)
