import type { IncomingMessage } from "node:http"
import type pg from "pg"
import { recordGatewayAudit } from "../audit/gateway-audit.ts"
import { readFormBody } from "../http/form-body.ts"
import type { RouteHandler } from "../http/gateway-server.ts"
import { answerJson } from "../http/json-answer.ts"
import { type ClientCredentials, credentialsIn } from "./client-credentials.ts"
import { answerOAuthError, OAuthError } from "./oauth-error.ts"
import { isOfRegister, type SystemRegister, type SystemStanding } from "./system-register.ts"
import { type SystemTokens, TOKEN_SECONDS } from "./system-tokens.ts"

/** The largest form that is read, in bytes. */
const LARGEST_FORM = 8_192

/** Tokens that one system may ask for in a minute: each is good for ten. */
const TOKENS_PER_MINUTE = 30

/** Counts requests for tokens; each refuses with RequestRefused (429). */
export interface TokenRates {
  takeOfAddress(address: string | null, use: "token"): Promise<void>
  takeOfClient(key: string, perMinute: number): Promise<void>
}

export interface TokenEndpointParts {
  register: SystemRegister
  tokens: SystemTokens
  rates: TokenRates
  /** For the history. */
  database: pg.Pool
  addressOf(request: IncomingMessage): string | null
}

/** `POST /oauth/token`: a system's secret for a token (RFC 6749, section 4.4). */
export function tokenEndpoint(parts: TokenEndpointParts): RouteHandler {
  return async (request, response, { requestId }) => {
    const address = parts.addressOf(request)
    await parts.rates.takeOfAddress(address, "token")
    response.setHeader("pragma", "no-cache")
    try {
      const form = await readFormBody(request, LARGEST_FORM)
      requireOnce(form)
      const credentials = credentialsIn(request, form)
      requireGrantType(form)
      const system = await provenSystem(parts, credentials, { address, requestId })
      const scopes = scopesAskedFor(form, system)
      await parts.rates.takeOfClient(`token ${system.clientId}`, TOKENS_PER_MINUTE)
      const { token, id } = await parts.tokens.issue({ clientId: system.clientId, scopes })
      await recordIssued(parts, system, { id, address, requestId })
      answerJson(response, 200, {
        access_token: token,
        token_type: "Bearer",
        expires_in: TOKEN_SECONDS,
        scope: scopes.join(" "),
      })
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      answerOAuthError(response, error, requestId)
    }
  }
}

/** RFC 6749, section 3.2: parameters must not come twice. */
function requireOnce(form: URLSearchParams): void {
  const twice = [...form.keys()].find((name, index, names) => names.indexOf(name) !== index)
  if (twice !== undefined)
    throw new OAuthError("invalid_request", "a parameter comes twice", "Mỗi tham số chỉ được gửi một lần")
}

function requireGrantType(form: URLSearchParams): void {
  const grantType = form.get("grant_type")
  if (grantType === null)
    throw new OAuthError("invalid_request", "grant_type is missing", "Thiếu grant_type=client_credentials")
  if (grantType !== "client_credentials")
    throw new OAuthError(
      "unsupported_grant_type",
      "only client_credentials is supported",
      "grant_type phải là client_credentials",
    )
}

interface Origin {
  address: string | null
  requestId: string
}

/** Who tries in vain learns nothing about why; the history does. */
async function provenSystem(
  { register, database }: TokenEndpointParts,
  credentials: ClientCredentials,
  { address, requestId }: Origin,
): Promise<SystemStanding> {
  const { standing, fault } = await register.check(credentials, requestId)
  if (standing !== null) return standing
  // Whoever mixes up the two must not find the secret in the history
  const entityId = isOfRegister(credentials.clientId) ? credentials.clientId : "unknown"
  await recordGatewayAudit(
    database,
    { identity: null, address, requestId },
    { action: "token.refused", entity: "api_client", entityId, reason: fault },
  )
  throw new OAuthError(
    "invalid_client",
    "the client credentials are not valid",
    "Thông tin xác thực không đúng, đã hết hạn hoặc đã bị thu hồi",
  )
}

/** @returns all that the system may do when it does not say */
function scopesAskedFor(form: URLSearchParams, { scopes: granted }: SystemStanding): string[] {
  const asked = new Set(form.get("scope")?.split(" ").filter(Boolean))
  if (asked.size === 0) return granted
  const beyond = [...asked].filter((scope) => !granted.includes(scope))
  if (beyond.length > 0)
    throw new OAuthError(
      "invalid_scope",
      "a scope was not granted to this client",
      `Hệ thống chưa được cấp mọi phạm vi đã hỏi; đang có: ${granted.join(" ") || "không phạm vi nào"}`,
    )
  return [...asked]
}

async function recordIssued(
  { database }: TokenEndpointParts,
  { clientId, name }: SystemStanding,
  { id, address, requestId }: Origin & { id: string },
): Promise<void> {
  await recordGatewayAudit(
    database,
    {
      identity: { kind: "SYSTEM", id: clientId, name, role: null, agencyId: null, scopes: [] },
      address,
      requestId,
    },
    { action: "token.issued", entity: "token", entityId: id, reason: null },
  )
}
