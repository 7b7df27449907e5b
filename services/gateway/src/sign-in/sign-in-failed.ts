/** Why signing in came to nothing, for the console: it stands in the address that a person lands on. */
export type SignInFailure =
  /** No issuer is configured. */
  | "NOT_AVAILABLE"
  /** The issuer does not answer. */
  | "ISSUER_UNREACHABLE"
  /** This browser began no attempt, or too long ago. */
  | "ATTEMPT_LOST"
  /** The person gave up at the issuer, or the issuer let nobody in. */
  | "REFUSED_BY_ISSUER"
  /** What came back from the issuer does not hold. */
  | "ANSWER_INVALID"

/** Signing in came to nothing. */
export class SignInFailed extends Error {
  readonly failure: SignInFailure

  constructor(failure: SignInFailure, options: { cause?: unknown } = {}) {
    super(failure, options)
    this.name = "SignInFailed"
    this.failure = failure
  }
}

/** The address that tells a person. */
export function failurePath(failure: SignInFailure): string {
  return `/?sign-in=failed&reason=${failure}`
}
