/** A request that is not answered: it cannot be read, or who sent it may not ask. */
export class RequestRefused extends Error {
  readonly status: number
  readonly code: string
  /** Headers of the answer, e.g. "retry-after". */
  readonly headers: Readonly<Record<string, string>>
  /** Beside the code in the error's `extensions`, e.g. `limit`. */
  readonly extensions: Readonly<Record<string, unknown>>

  /**
   * @param status of HTTP, 4xx or 503
   * @param code stable, for programs, e.g. "PAYLOAD_TOO_LARGE"
   * @param message for people, in Vietnamese: what was wrong and what would be right
   */
  constructor(
    status: number,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.name = "RequestRefused"
    this.status = status
    this.code = code
    this.headers = headers
    this.extensions = extensions
  }
}
