import type { IncomingMessage } from "node:http"
import { GRANTABLE_SCOPES } from "@plan43/authorization"
import type pg from "pg"
import type { Logger } from "pino"
import type { RouteHandler } from "../http/gateway-server.ts"
import { answerJson } from "../http/json-answer.ts"
import { only } from "../http/only-method.ts"
import type { AskAsGateway } from "../subgraph/ask-as-gateway.ts"
import type { Clock } from "../time/clock.ts"
import { SystemRegister } from "./system-register.ts"
import { SystemStandings } from "./system-standings.ts"
import { SystemTokens } from "./system-tokens.ts"
import { SystemUse } from "./system-use.ts"
import { Systems } from "./systems.ts"
import { type TokenRates, tokenEndpoint } from "./token-endpoint.ts"
import { TokenKeys } from "./token-keys.ts"

const TOKEN_PATH = "/oauth/token"
const KEYS_PATH = "/oauth/jwks"

export interface TokenServiceOptions {
  /** Where systems reach the gateway: the `iss` of its tokens. */
  publicOrigin: string
  /** What tokens are made for: their `aud`. */
  audience: string
  /** The gateway's; the keys are sealed with it. */
  secret: string
  database: pg.Pool
  askAsGateway: AskAsGateway
  rates: TokenRates
  addressOf(request: IncomingMessage): string | null
  now: Clock
  log: Logger
}

/** Tokens for systems: giving them, telling systems by them, counting what they ask. */
export interface TokenService {
  routes: [path: string, handler: RouteHandler][]
  systems: Systems
  /** Tells what was counted last. */
  stop(): Promise<void>
}

export function createTokenService(options: TokenServiceOptions): TokenService {
  const {
    publicOrigin: issuer,
    audience,
    secret,
    database,
    askAsGateway,
    rates,
    addressOf,
    now,
    log,
  } = options
  const keys = new TokenKeys({ database, secret, now })
  const tokens = new SystemTokens({ issuer, audience, keys, now })
  const register = new SystemRegister(askAsGateway)
  const use = new SystemUse({ register, now, log })
  const standings = new SystemStandings({ register, now })
  return {
    routes: [
      [TOKEN_PATH, only("POST", tokenEndpoint({ register, tokens, rates, database, addressOf }))],
      [
        KEYS_PATH,
        only("GET", async (_request, response) =>
          answerJson(response, 200, { keys: await keys.published() }),
        ),
      ],
      [
        "/.well-known/oauth-authorization-server",
        only("GET", async (_request, response) => answerJson(response, 200, metadataOf(issuer))),
      ],
    ],
    systems: new Systems({ tokens, standings, use, quota: rates }),
    stop: () => use.stop(),
  }
}

/** RFC 8414. */
function metadataOf(issuer: string) {
  return {
    issuer,
    token_endpoint: `${issuer}${TOKEN_PATH}`,
    jwks_uri: `${issuer}${KEYS_PATH}`,
    grant_types_supported: ["client_credentials"],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    scopes_supported: GRANTABLE_SCOPES,
  }
}
