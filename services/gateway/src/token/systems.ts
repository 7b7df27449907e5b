import { type Identity, isScope } from "@plan43/authorization"
import type { BearerVerifier } from "../bearer/bearer-verifier.ts"
import { TokenRefused } from "../bearer/token-refused.ts"
import { RequestRefused } from "../http/request-refused.ts"
import type { SystemStanding } from "./system-register.ts"
import type { SystemStandings } from "./system-standings.ts"
import type { SystemTokens } from "./system-tokens.ts"
import type { SystemUse } from "./system-use.ts"

/** Counts a request of a system. */
export interface SystemQuota {
  /** @throws RequestRefused with status 429 when it is beyond so many in a minute */
  takeOfClient(clientId: string, perMinute: number): Promise<void>
}

/** Tells systems by their tokens, and lets their requests through within their quota. */
export class Systems implements BearerVerifier {
  readonly issuer: string
  readonly #tokens: SystemTokens
  readonly #standings: SystemStandings
  readonly #use: SystemUse
  readonly #quota: SystemQuota

  constructor(parts: {
    tokens: SystemTokens
    standings: SystemStandings
    use: SystemUse
    quota: SystemQuota
  }) {
    this.issuer = parts.tokens.issuer
    this.#tokens = parts.tokens
    this.#standings = parts.standings
    this.#use = parts.use
    this.#quota = parts.quota
  }

  /**
   * What a system may do is what its token asked for and what it may still do.
   * @throws TokenRefused
   */
  async identityOf(token: string): Promise<Identity> {
    const { clientId, scopes } = await this.#tokens.read(token)
    const { name, scopes: granted } = await this.#activeStanding(clientId)
    return {
      kind: "SYSTEM",
      id: clientId,
      name,
      role: null,
      agencyId: null,
      scopes: scopes.filter((scope) => granted.includes(scope)).filter(isScope),
    }
  }

  /**
   * Counts one request of a system, to be called for each: whoever remembers its identity need not ask again.
   * @throws TokenRefused when it was revoked or is over, RequestRefused (429) beyond its quota
   */
  async admit({ id }: Pick<Identity, "id">): Promise<void> {
    const { quotaPerMinute } = await this.#activeStanding(id)
    try {
      await this.#quota.takeOfClient(id, quotaPerMinute)
    } catch (error) {
      if (error instanceof RequestRefused) this.#use.refused(id)
      throw error
    }
    this.#use.answered(id)
  }

  async #activeStanding(clientId: string): Promise<SystemStanding> {
    const standing = await this.#standings.of(clientId)
    if (standing === null || standing.state !== "ACTIVE") throw new TokenRefused("TOKEN_INVALID")
    return standing
  }
}
