import type { ServerResponse } from "node:http"
import { answerJson } from "../http/json-answer.ts"

/** Why no token is given: RFC 6749, section 5.2. */
export type OAuthErrorCode = "invalid_request" | "invalid_client" | "invalid_scope" | "unsupported_grant_type"

/** A request for a token that is refused, in the words of RFC 6749. */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode
  /** In Vietnamese, for people. */
  readonly forPeople: string

  /**
   * @param description in ASCII, as the RFC wants it
   * @param forPeople in Vietnamese: what was wrong and what would be right
   */
  constructor(code: OAuthErrorCode, description: string, forPeople: string) {
    super(description)
    this.name = "OAuthError"
    this.code = code
    this.forPeople = forPeople
  }
}

/** Answers as RFC 6749 says, with one field more: the sentence for people, and the request's id. */
export function answerOAuthError(
  response: ServerResponse,
  { code, message, forPeople }: OAuthError,
  requestId: string,
): void {
  const unproven = code === "invalid_client"
  if (unproven) response.setHeader("www-authenticate", 'Basic realm="plan43", charset="UTF-8"')
  answerJson(response, unproven ? 401 : 400, {
    error: code,
    error_description: message,
    message: forPeople,
    requestId,
  })
}
