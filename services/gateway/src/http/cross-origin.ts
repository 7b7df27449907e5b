import type { IncomingMessage, ServerResponse } from "node:http"

const PREFLIGHT = {
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "authorization, content-type, x-request-id",
  "access-control-max-age": "600",
}

/** What programs of another origin may see beside the answer. */
const EXPOSED = "x-request-id, retry-after"

/**
 * Lets pages of other origins read answers, if their origin is on the list, which is empty unless somebody opens it.
 * They bring a token of their own: cookies of this origin are never taken from them.
 */
export class CrossOrigin {
  readonly #origins: ReadonlySet<string>

  constructor(origins: readonly string[]) {
    this.#origins = new Set(origins)
  }

  /**
   * Says in the answer whether the asking page may read it.
   * @returns whether it may
   */
  allow(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.#origins.size === 0) return false
    response.setHeader("vary", "origin")
    const { origin } = request.headers
    if (origin === undefined || !this.#origins.has(origin)) return false
    response.setHeader("access-control-allow-origin", origin)
    response.setHeader("access-control-expose-headers", EXPOSED)
    return true
  }

  /** Answers what a browser asks before it sends another origin's request. */
  answerPreflight(response: ServerResponse): void {
    response.writeHead(204, PREFLIGHT).end()
  }
}
