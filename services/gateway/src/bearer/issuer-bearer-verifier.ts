import type { Identity } from "@plan43/authorization"
import { errors, type JWTPayload, jwtVerify } from "jose"
import { RequestRefused } from "../http/request-refused.ts"
import { personIdentity } from "../requester/person-identity.ts"
import type { Standings } from "../requester/standings.ts"
import { isSubject, personFrom } from "../sign-in/claimed-person.ts"
import { type Issuer, IssuerUnreachable } from "../sign-in/issuer.ts"
import { SIGNATURE_ALGORITHMS } from "../sign-in/signature-algorithms.ts"
import type { Clock } from "../time/clock.ts"
import type { BearerVerifier } from "./bearer-verifier.ts"
import { TokenRefused } from "./token-refused.ts"

/** How far the issuer's clock may be from ours, in seconds. */
const CLOCK_SKEW = 30

/**
 * Knows the access tokens that the OpenID provider gives to programs which act for a person. A token that a program was
 * given for itself is refused: systems are registered with us, and have tokens of ours.
 */
export class IssuerBearerVerifier implements BearerVerifier {
  readonly issuer: string
  readonly #issuer: Issuer
  readonly #standings: Standings
  readonly #now: Clock

  constructor(issuer: Issuer, standings: Standings, now: Clock) {
    this.issuer = issuer.configuration.issuer
    this.#issuer = issuer
    this.#standings = standings
    this.#now = now
  }

  async identityOf(token: string): Promise<Identity> {
    const claims = await this.#verify(token).catch((error) => {
      throw refusalOf(error)
    })
    if (isOfASystem(claims)) throw new TokenRefused("TOKEN_INVALID")
    const person = personFrom(claims, this.issuer, this.#issuer.configuration.claims)
    return personIdentity(person, await this.#standings.of(person))
  }

  async #verify(token: string): Promise<JWTPayload> {
    const { keys } = await this.#issuer.find()
    const { payload } = await jwtVerify(token, keys, {
      issuer: this.issuer,
      audience: this.#issuer.configuration.audience,
      algorithms: [...SIGNATURE_ALGORITHMS],
      requiredClaims: ["exp", "sub"],
      clockTolerance: CLOCK_SKEW,
      currentDate: new Date(this.#now()),
    })
    if (!isSubject(payload.sub)) throw new errors.JWTInvalid("its sub names nobody")
    return payload
  }
}

/** Errors of jose that are about the token; its others are about the issuer's keys. */
const FAULTS_OF_TOKENS = [
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
]

function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new TokenRefused("TOKEN_EXPIRED")
  if (FAULTS_OF_TOKENS.some((fault) => error instanceof fault)) return new TokenRefused("TOKEN_INVALID")
  if (error instanceof IssuerUnreachable || error instanceof errors.JOSEError || error instanceof TypeError)
    return new RequestRefused(
      503,
      "ISSUER_UNREACHABLE",
      "Chưa kiểm tra được mã truy cập vì nơi cấp mã không trả lời; hãy thử lại sau",
      { "retry-after": "10" },
    )
  return error
}

/** Whether a token was given to a program for itself (RFC 9068, section 2.2: its subject is then the client). */
function isOfASystem({ sub, client_id, azp }: JWTPayload): boolean {
  return sub === (client_id ?? azp)
}
