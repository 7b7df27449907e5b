import type { IncomingMessage } from "node:http"

/** Headers that a page of another origin cannot send without asking first (CORS preflight). */
const PREFLIGHT_HEADERS = ["graphql-require-preflight", "apollo-require-preflight", "x-apollo-operation-name"]

/**
 * Whether another site's page may be behind a GET of the graph: a browser tells where a request comes from
 * (`sec-fetch-site`), other clients show with a header of their own that they are no browser's simple request.
 */
export function mayComeFromAnotherSite(request: IncomingMessage): boolean {
  const site = request.headers["sec-fetch-site"]
  if (site !== undefined) return site !== "same-origin" && site !== "none"
  if (request.headers["content-type"]?.startsWith("application/json")) return false
  return !PREFLIGHT_HEADERS.some((name) => request.headers[name])
}

export const HOW_TO_ASK_BY_GET = `Truy vấn bằng GET phải kèm một tiêu đề ${PREFLIGHT_HEADERS.join(", ")} hoặc content-type: application/json`
