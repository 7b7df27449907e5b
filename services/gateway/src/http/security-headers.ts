import type { ServerResponse } from "node:http"

/** On every answer: no sniffing, no framing, no referrer to other origins, no device, an own window group. */
const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
}

const NO_DOCUMENT = "default-src 'none'; frame-ancestors 'none'"

/**
 * Scripts come from this origin's files only, never from the page's text. Styles may stand in the page:
 * Mantine and the explorer's editor write them as they run.
 */
const DOCUMENT = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")

/** For answers of programs to programs. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(EVERYWHERE)) response.setHeader(name, value)
  response.setHeader("content-security-policy", NO_DOCUMENT)
}

/** For pages and their parts; call it after {@link setSecurityHeaders}. */
export function allowDocument(response: ServerResponse): void {
  response.setHeader("content-security-policy", DOCUMENT)
}
