import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose"
import {
  allowInsecureRequests,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client"
import type { Clock } from "../time/clock.ts"
import { KeptForAWhile } from "../time/kept-for-a-while.ts"
import type { SignInConfiguration } from "./sign-in-configuration.ts"

/** How long what the issuer says of itself counts, in milliseconds. */
const BELIEVED_MS = 3_600_000

/** How often at most its keys are asked for again because a token names one that is not known, in milliseconds. */
export const KEYS_ASKED_EVERY_MS = 1_000

/** How long the issuer may take to answer. */
const PATIENCE_SECONDS = 10

/** What the issuer says of itself, and the keys it signs with. */
export interface FoundIssuer {
  client: Configuration
  /** Finds keys as they are needed, also those that came after the last look. */
  keys: JWTVerifyGetKey
}

/** The issuer did not say what it is. */
export class IssuerUnreachable extends Error {
  constructor(issuer: string, cause: unknown) {
    super(`the issuer ${issuer} cannot be asked`, { cause })
    this.name = "IssuerUnreachable"
  }
}

/** The OpenID provider with whom people sign in. It is looked up when it is needed, so it may start later than we. */
export class Issuer {
  readonly configuration: SignInConfiguration
  readonly #found: KeptForAWhile<FoundIssuer>

  constructor(configuration: SignInConfiguration, now: Clock) {
    this.configuration = configuration
    this.#found = new KeptForAWhile({ milliseconds: BELIEVED_MS, size: 1, now })
  }

  /** @throws IssuerUnreachable */
  find(): Promise<FoundIssuer> {
    return this.#found.of(this.configuration.issuer, () => this.#discover())
  }

  async #discover(): Promise<FoundIssuer> {
    const { issuer, clientId, clientSecret } = this.configuration
    const execute = [enableNonRepudiationChecks]
    if (issuer.startsWith("http:")) execute.push(allowInsecureRequests)
    try {
      const client = await discovery(new URL(issuer), clientId, clientSecret, undefined, {
        execute,
        timeout: PATIENCE_SECONDS,
      })
      const { jwks_uri } = client.serverMetadata()
      if (jwks_uri === undefined) throw new Error("it names no jwks_uri")
      return {
        client,
        keys: createRemoteJWKSet(new URL(jwks_uri), { cooldownDuration: KEYS_ASKED_EVERY_MS }),
      }
    } catch (error) {
      throw new IssuerUnreachable(issuer, error)
    }
  }
}
