import { randomUUID } from "node:crypto"
import { errors, jwtVerify, SignJWT } from "jose"
import { TokenRefused } from "../bearer/token-refused.ts"
import type { Clock } from "../time/clock.ts"
import { ALGORITHM, type TokenKeys } from "./token-keys.ts"

/** How long a token is good, in seconds. */
export const TOKEN_SECONDS = 600

/** How far the clocks of two gateways may be apart, in seconds. */
const SKEW_SECONDS = 30

/** What RFC 9068 calls a token for an API: no other kind of JWT is taken for one. */
const TYPE = "at+jwt"

/** What a token says. */
export interface SystemClaims {
  clientId: string
  /** What its system asked for, of what it may do. */
  scopes: readonly string[]
}

/** Makes and reads the tokens of systems. */
export class SystemTokens {
  readonly issuer: string
  readonly #audience: string
  readonly #keys: TokenKeys
  readonly #now: Clock

  constructor(options: { issuer: string; audience: string; keys: TokenKeys; now: Clock }) {
    this.issuer = options.issuer
    this.#audience = options.audience
    this.#keys = options.keys
    this.#now = options.now
  }

  /** @returns a token, and what the history calls it */
  async issue({ clientId, scopes }: SystemClaims): Promise<{ token: string; id: string }> {
    const { kid, privateKey } = await this.#keys.signing()
    const id = randomUUID()
    const issuedAt = Math.floor(this.#now() / 1000)
    const token = await new SignJWT({ client_id: clientId, scope: scopes.join(" ") })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
      .setIssuer(this.issuer)
      .setAudience(this.#audience)
      .setSubject(clientId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TOKEN_SECONDS)
      .setJti(id)
      .sign(privateKey)
    return { token, id }
  }

  /** @throws TokenRefused when it is not ours, was made for something else, or is over */
  async read(token: string): Promise<SystemClaims> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#keyNamed(kid), {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: this.issuer,
        audience: this.#audience,
        requiredClaims: ["exp", "iat", "jti", "sub"],
        clockTolerance: SKEW_SECONDS,
        currentDate: new Date(this.#now()),
      })
      const scopes = typeof payload.scope === "string" ? payload.scope.split(" ").filter(Boolean) : []
      return { clientId: payload.sub as string, scopes }
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new TokenRefused("TOKEN_EXPIRED")
      if (error instanceof errors.JOSEError) throw new TokenRefused("TOKEN_INVALID")
      throw error
    }
  }

  async #keyNamed(kid: string | undefined) {
    const key = kid === undefined ? null : await this.#keys.publicKey(kid)
    if (key === null) throw new errors.JWKSNoMatchingKey()
    return key
  }
}
