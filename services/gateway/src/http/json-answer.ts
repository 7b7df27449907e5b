import type { ServerResponse } from "node:http"

/** Answers with JSON that no cache keeps. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  })
  response.end(JSON.stringify(body))
}

/** Answers in the shape of a GraphQL response that has an error and no data. */
export function answerError(
  response: ServerResponse,
  status: number,
  error: { code: string; message: string; requestId: string },
): void {
  const { code, message, requestId } = error
  answerJson(response, status, { errors: [{ message, extensions: { code, requestId } }] })
}
