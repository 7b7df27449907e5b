import type { IncomingMessage } from "node:http"
import type pg from "pg"
import type { Logger } from "pino"
import type { RouteHandler } from "../http/gateway-server.ts"
import { only } from "../http/only-method.ts"
import { redirect } from "../http/redirect.ts"
import type { BrowserSessions } from "../requester/requester-of.ts"
import type { Standings } from "../requester/standings.ts"
import { browserCookie } from "../session/session-cookie.ts"
import { SessionIds } from "../session/session-ids.ts"
import { nobodyCanSignIn, sessionRoute } from "../session/session-route.ts"
import { Sessions } from "../session/sessions.ts"
import type { Clock } from "../time/clock.ts"
import type { Issuer } from "./issuer.ts"
import { SealedAttempts } from "./sign-in-attempt.ts"
import { failurePath } from "./sign-in-failed.ts"
import { signInRoutes } from "./sign-in-routes.ts"

export interface SignInOptions {
  issuer: Issuer
  database: pg.Pool
  standings: Standings
  publicOrigin: string
  /** The gateway's. */
  secret: string
  /** Where a request comes from on the network. */
  addressOf(request: IncomingMessage): string | null
  now: Clock
  log: Logger
}

/** How people sign in with a browser. */
export interface SignIn {
  browsers: BrowserSessions
  routes: [path: string, handler: RouteHandler][]
  close(): void
}

export function createSignIn({
  issuer,
  database,
  standings,
  publicOrigin,
  secret,
  addressOf,
  now,
  log,
}: SignInOptions): SignIn {
  const { idle, longest } = issuer.configuration
  const sessions = new Sessions({ database, ids: new SessionIds(secret), idle, longest, now, log })
  const browsers: BrowserSessions = {
    sessions,
    standings,
    publicOrigin,
    cookie: browserCookie("plan43_session", publicOrigin),
  }
  const routes = signInRoutes({
    ...browsers,
    issuer,
    database,
    attempts: new SealedAttempts(secret, now),
    attemptCookie: browserCookie("plan43_sign_in", publicOrigin),
    addressOf,
    now,
    log,
  })
  return {
    browsers,
    routes: [...routes, ["/session", sessionRoute(browsers)]],
    close: () => sessions.close(),
  }
}

/** Where no issuer is configured. */
export function noSignIn(publicOrigin: string): [path: string, handler: RouteHandler][] {
  return [
    ["/session", nobodyCanSignIn],
    [
      "/sign-in",
      only("GET", async (_request, response) =>
        redirect(response, `${publicOrigin}${failurePath("NOT_AVAILABLE")}`),
      ),
    ],
  ]
}
