import type { IncomingMessage } from "node:http"

/**
 * Whether a request that changes something comes from a page of this origin, or from no page at all. A browser says
 * where it comes from (`sec-fetch-site`, an older one `origin`); what says neither is no browser's.
 */
export function comesFromThisOrigin({ headers }: IncomingMessage, publicOrigin: string): boolean {
  const site = headers["sec-fetch-site"]
  if (site !== undefined) return site === "same-origin" || site === "none"
  return headers.origin === undefined || headers.origin === publicOrigin
}
