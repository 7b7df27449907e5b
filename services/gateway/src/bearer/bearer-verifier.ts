import type { Identity } from "@plan43/authorization"

/** Knows the tokens of one issuer. */
export interface BearerVerifier {
  /** The `iss` of the tokens that it knows. */
  readonly issuer: string
  /**
   * @param token a JWT that says it is of this issuer
   * @throws TokenRefused when it is not, was not made for this API, or is no longer good
   */
  identityOf(token: string): Promise<Identity>
}
