import type { ServerResponse } from "node:http"

const JSON_TYPE = "application/json"

/** How clients of GraphQL ask for answers whose status says what happened. */
const GRAPHQL_TYPE = "application/graphql-response+json"

/** Answers with JSON that no cache keeps. */
export function answerJson(response: ServerResponse, status: number, body: unknown, type = JSON_TYPE): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" })
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
  const type = response.req.headers.accept?.includes(GRAPHQL_TYPE) ? GRAPHQL_TYPE : JSON_TYPE
  answerJson(
    response,
    status,
    { errors: [{ message, extensions: { code, ...extensions, requestId } }] },
    type,
  )
}
