import type { IncomingMessage, ServerResponse } from "node:http"
import { buildEndSessionUrl } from "openid-client"
import type pg from "pg"
import type { Logger } from "pino"
import { recordGatewayAudit } from "../audit/gateway-audit.ts"
import { readFormBody } from "../http/form-body.ts"
import type { RouteHandler } from "../http/gateway-server.ts"
import { answerJson } from "../http/json-answer.ts"
import { only } from "../http/only-method.ts"
import { redirect } from "../http/redirect.ts"
import { RequestRefused } from "../http/request-refused.ts"
import { comesFromThisOrigin } from "../http/same-origin.ts"
import { personIdentity } from "../requester/person-identity.ts"
import { type BrowserSessions, sessionOf } from "../requester/requester-of.ts"
import type { Session } from "../session/session.ts"
import type { BrowserCookie } from "../session/session-cookie.ts"
import type { SignedIn } from "../session/sessions.ts"
import type { Clock } from "../time/clock.ts"
import { beginSignIn } from "./begin-sign-in.ts"
import { completeSignIn } from "./complete-sign-in.ts"
import { type Issuer, IssuerUnreachable } from "./issuer.ts"
import { readLogoutToken } from "./logout-token.ts"
import { returnPathOf } from "./return-path.ts"
import { ATTEMPT_SECONDS, type SealedAttempts } from "./sign-in-attempt.ts"
import { isLoopback } from "./sign-in-configuration.ts"
import { failurePath, SignInFailed } from "./sign-in-failed.ts"

/** The largest logout token that is read, in bytes. */
const LARGEST_LOGOUT_TOKEN = 16_384

export interface SignInParts extends BrowserSessions {
  issuer: Issuer
  database: pg.Pool
  attempts: SealedAttempts
  attemptCookie: BrowserCookie
  /** Where a request comes from on the network. */
  addressOf(request: IncomingMessage): string | null
  now: Clock
  log: Logger
}

/** Signing in and out with the issuer. */
export function signInRoutes(parts: SignInParts): [path: string, handler: RouteHandler][] {
  return [
    ["/sign-in", only("GET", (request, response) => beginning(parts, request, response))],
    ["/sign-in/callback", only("GET", (...asked) => completion(parts, ...asked))],
    ["/sign-out", only("POST", (...asked) => signingOut(parts, ...asked))],
    ["/sign-in/back-channel-logout", only("POST", (...asked) => endingByIssuer(parts, ...asked))],
  ]
}

async function beginning(
  { issuer, publicOrigin, attempts, attemptCookie, log }: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = new URL(request.url ?? "/", publicOrigin)
  if (isOtherNameOfThisMachine(request.headers.host, publicOrigin) && !asked.searchParams.has(MOVED)) {
    asked.searchParams.set(MOVED, "1")
    return redirect(response, `${publicOrigin}${asked.pathname}${asked.search}`)
  }
  const returnPath = returnPathOf(asked.searchParams.get("returnTo"))
  try {
    const { attempt, url } = await beginSignIn(issuer, publicOrigin, returnPath)
    attemptCookie.write(response, await attempts.seal(attempt), ATTEMPT_SECONDS)
    redirect(response, url.href)
  } catch (error) {
    if (!(error instanceof SignInFailed)) throw error
    log.warn({ err: error.cause }, "nobody can sign in at the moment")
    redirect(response, `${publicOrigin}${failurePath(error.failure)}`)
  }
}

/** Says that a browser was sent to the public name already: what stands between may hide by which name it came. */
const MOVED = "moved"

/** Cookies belong to a name: who came by 127.0.0.1 and came back by localhost would have lost them. */
function isOtherNameOfThisMachine(host: string | undefined, publicOrigin: string): boolean {
  const { hostname, host: publicHost } = new URL(publicOrigin)
  if (host === undefined || host === publicHost || !isLoopback(hostname)) return false
  return URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname)
}

async function completion(
  parts: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
  { requestId }: { requestId: string },
): Promise<void> {
  const { publicOrigin, attempts, attemptCookie, addressOf, database, log } = parts
  const sealed = attemptCookie.read(request)
  const attempt = sealed === null ? null : await attempts.open(sealed)
  attemptCookie.clear(response)
  if (attempt === null) return redirect(response, `${publicOrigin}${failurePath("ATTEMPT_LOST")}`)
  try {
    const signedIn = await completeSignIn(parts.issuer, attempt, new URL(request.url ?? "/", publicOrigin))
    await beginSession(parts, request, response, requestId, signedIn)
    redirect(response, `${publicOrigin}${attempt.returnPath}`)
  } catch (error) {
    if (!(error instanceof SignInFailed)) throw error
    // Neither codes nor tokens, which errors of the client may hold
    log.warn({ requestId, failure: error.failure, why: messageOf(error.cause) }, "signing in failed")
    await recordGatewayAudit(
      database,
      { identity: null, address: addressOf(request), requestId },
      { action: "sign-in.failed", entity: "person", entityId: "unknown", reason: error.failure },
    )
    redirect(response, `${publicOrigin}${failurePath(error.failure)}`)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function beginSession(
  { sessions, cookie, standings, issuer, addressOf }: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  signedIn: SignedIn,
): Promise<void> {
  const identity = personIdentity(signedIn.person, await standings.of(signedIn.person))
  const id = await sessions.begin(signedIn, cookie.read(request), {
    identity,
    address: addressOf(request),
    requestId,
  })
  cookie.write(response, id, Math.ceil(issuer.configuration.longest / 1000))
}

async function signingOut(
  parts: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
  { requestId }: { requestId: string },
): Promise<void> {
  const { publicOrigin, sessions, cookie, addressOf } = parts
  if (!comesFromThisOrigin(request, publicOrigin))
    throw new RequestRefused(403, "CROSS_SITE_REQUEST", "Chỉ đăng xuất được từ chính trang này")
  const session = await sessionOf(request, response, parts)
  const id = cookie.read(request)
  if (session !== null && id !== null)
    await sessions.end(id, session, { address: addressOf(request), requestId })
  cookie.clear(response)
  answerJson(response, 200, { redirectTo: session === null ? "/" : await issuersSignOut(parts, session) })
}

/** Where a person signs out at the issuer, too; "/" where the issuer has no such place or does not answer. */
async function issuersSignOut({ issuer, publicOrigin, log }: SignInParts, session: Session): Promise<string> {
  try {
    const { client } = await issuer.find()
    if (client.serverMetadata().end_session_endpoint === undefined) return "/"
    return buildEndSessionUrl(client, {
      id_token_hint: session.idToken,
      post_logout_redirect_uri: `${publicOrigin}/`,
    }).href
  } catch (error) {
    if (!(error instanceof IssuerUnreachable)) throw error
    log.warn({ err: error.cause }, "a person signed out here, not at the issuer")
    return "/"
  }
}

async function endingByIssuer(
  { issuer, sessions, addressOf, now, log }: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
  { requestId }: { requestId: string },
): Promise<void> {
  const form = await readFormBody(request, LARGEST_LOGOUT_TOKEN)
  const ended = await readLogoutToken(form.get("logout_token") ?? "", issuer, now).catch((error: unknown) => {
    log.warn({ requestId, why: messageOf(error) }, "a logout token was refused")
    return null
  })
  if (ended === null) return answerJson(response, 400, { error: "invalid_request" })
  await sessions.endByIssuer(ended, { address: addressOf(request), requestId })
  response.writeHead(200, { "cache-control": "no-store" }).end()
}
