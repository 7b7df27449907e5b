import type { IncomingMessage, ServerResponse } from "node:http"
import type { Identity, Requester } from "@plan43/authorization"
import type { BearerIdentities } from "../bearer/bearer-identities.ts"
import { RequestRefused } from "../http/request-refused.ts"
import { comesFromThisOrigin } from "../http/same-origin.ts"
import type { Session } from "../session/session.ts"
import type { BrowserCookie } from "../session/session-cookie.ts"
import type { Sessions } from "../session/sessions.ts"
import type { Systems } from "../token/systems.ts"
import { personIdentity } from "./person-identity.ts"
import type { Standings } from "./standings.ts"

/** On an answer: the browser shows a session that has ended, and was answered as a stranger's. */
const SESSION_HEADER = "x-plan43-session"

/** What is known of people in browsers. */
export interface BrowserSessions {
  sessions: Sessions
  cookie: BrowserCookie
  standings: Standings
  publicOrigin: string
}

/**
 * Who asks: whoever a bearer token names, else whoever is signed in with this browser, else nobody.
 * @param browsers null where nobody can sign in
 * @param systems lets each request of a system through, or not; null where no system is given tokens
 * @param addressOf tells where a request comes from on the network
 */
export function requesters(
  bearers: BearerIdentities,
  browsers: BrowserSessions | null,
  systems: Pick<Systems, "admit"> | null,
  addressOf: (request: IncomingMessage) => string | null,
): (request: IncomingMessage, response: ServerResponse) => Promise<Requester> {
  return async (request, response) => {
    const address = addressOf(request)
    const { authorization } = request.headers
    if (authorization !== undefined) {
      const identity = await bearers.identityOf(authorization)
      if (identity.kind === "SYSTEM") await systems?.admit(identity)
      return { identity, address }
    }
    if (browsers === null) return { identity: null, address }
    const session = await sessionOf(request, response, browsers)
    if (session === null) return { identity: null, address }
    if (!comesFromThisOrigin(request, browsers.publicOrigin))
      throw new RequestRefused(
        403,
        "CROSS_SITE_REQUEST",
        "Yêu cầu kèm phiên đăng nhập chỉ được nhận từ chính trang này",
      )
    browsers.sessions.noteUse(session)
    return { identity: await identityIn(session, browsers), address }
  }
}

/**
 * Who it is now that a request came from which is still being answered: as {@link requesters} finds out, but that looking
 * again is no use of the session, which ends when nothing more is asked in it.
 * @throws RequestRefused when what was shown as proof is none any more
 */
export function identitiesNow(
  bearers: BearerIdentities,
  browsers: BrowserSessions | null,
): (request: IncomingMessage) => Promise<Identity | null> {
  return async (request) => {
    const { authorization } = request.headers
    if (authorization !== undefined) return bearers.identityOf(authorization)
    const id = browsers?.cookie.read(request) ?? null
    if (browsers === null || id === null) return null
    const session = await browsers.sessions.find(id)
    return session === null ? null : identityIn(session, browsers)
  }
}

/** The session that the browser shows; where that has ended, the answer says so. */
export async function sessionOf(
  request: IncomingMessage,
  response: ServerResponse,
  { cookie, sessions }: Pick<BrowserSessions, "cookie" | "sessions">,
): Promise<Session | null> {
  const id = cookie.read(request)
  if (id === null) return null
  const session = await sessions.find(id)
  if (session === null) response.setHeader(SESSION_HEADER, "ended")
  return session
}

/** The person of a session with what they are now. */
export async function identityIn(
  { person }: Session,
  { standings }: Pick<BrowserSessions, "standings">,
): Promise<Identity> {
  return personIdentity(person, await standings.of(person))
}
