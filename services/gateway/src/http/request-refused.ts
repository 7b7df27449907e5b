/** What else a refusal says. */
export interface RefusalDetails {
  /** Headers of the answer, e.g. `retry-after`. */
  headers?: Readonly<Record<string, string>>
  /** Beside the code in the error's `extensions`, e.g. `limit`. */
  extensions?: Readonly<Record<string, unknown>>
}

/** A request that is not answered: it cannot be read, or who sent it may not ask. */
export class RequestRefused extends Error {
  readonly status: number
  readonly code: string
  readonly details: RefusalDetails

  /**
   * @param status of HTTP, 4xx
   * @param code stable, for programs, e.g. "PAYLOAD_TOO_LARGE"
   * @param message for people, in Vietnamese: what was wrong and what would be right
   */
  constructor(status: number, code: string, message: string, details: RefusalDetails = {}) {
    super(message)
    this.name = "RequestRefused"
    this.status = status
    this.code = code
    this.details = details
  }
}
