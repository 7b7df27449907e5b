import type { ServerResponse } from "node:http"

/** Answers with JSON that no cache keeps. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  })
  response.end(JSON.stringify(body))
}

/** An error that a request is answered with in the place of data. */
export interface AnsweredError {
  code: string
  message: string
  requestId: string
  /** Beside the code, e.g. `limit`. */
  extensions?: Readonly<Record<string, unknown>> | undefined
}

/** Answers in the shape of a GraphQL response that has an error and no data. */
export function answerError(
  response: ServerResponse,
  status: number,
  { code, message, requestId, extensions }: AnsweredError,
): void {
  answerJson(response, status, { errors: [{ message, extensions: { code, ...extensions, requestId } }] })
}
