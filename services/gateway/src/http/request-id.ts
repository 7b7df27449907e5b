import { randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"

/** What another system may send as an id: short, and safe to stand in a log line and in a header. */
const SANE = /^[A-Za-z0-9._:-]{8,128}$/

/** @returns the id the request came with (`x-request-id`), or a new one where it has none or a strange one */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"]
  return typeof given === "string" && SANE.test(given) ? given : randomUUID()
}
