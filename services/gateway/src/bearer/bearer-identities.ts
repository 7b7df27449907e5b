import type { Identity } from "@plan43/authorization"
import { decodeJwt } from "jose"
import type { Clock } from "../time/clock.ts"
import { KeptForAWhile } from "../time/kept-for-a-while.ts"
import type { BearerVerifier } from "./bearer-verifier.ts"
import { TokenRefused } from "./token-refused.ts"

/** How long a token that was found good counts as good unread, in milliseconds: a revocation waits as long. */
const TRUST_MS = 10_000

/** The longest token that is read. */
const LONGEST_TOKEN = 8_192

/** Tells who shows a token, by asking the one who knows its issuer. */
export class BearerIdentities {
  readonly #verifiers: ReadonlyMap<string, BearerVerifier>
  readonly #known: KeptForAWhile<Identity>

  constructor(verifiers: readonly BearerVerifier[], now: Clock) {
    this.#verifiers = new Map(verifiers.map((verifier) => [verifier.issuer, verifier]))
    this.#known = new KeptForAWhile({ milliseconds: TRUST_MS, size: 5_000, now })
  }

  /**
   * @param authorization the header's value
   * @throws TokenRefused
   */
  async identityOf(authorization: string): Promise<Identity> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
    if (token === undefined || token.length > LONGEST_TOKEN) throw new TokenRefused("TOKEN_INVALID")
    return this.#known.of(token, () => this.#verify(token))
  }

  async #verify(token: string): Promise<Identity> {
    const verifier = this.#verifiers.get(issuerOf(token))
    if (verifier === undefined) throw new TokenRefused("TOKEN_INVALID")
    return verifier.identityOf(token)
  }
}

/** Who the token says made it; nothing is believed yet. */
function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? ""
  } catch {
    throw new TokenRefused("TOKEN_INVALID")
  }
}
