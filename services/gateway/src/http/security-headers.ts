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

const OWN_PARTS = [
  "default-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/** Scripts and styles come from this origin's files only, never from the page's text. */
export const DOCUMENT_POLICY = [...OWN_PARTS, "style-src 'self'"].join("; ")

/** The explorer's editor writes styles into its page as it runs; see docs/decisions/content-security-policy.md. */
export const EXPLORER_POLICY = [...OWN_PARTS, "style-src 'self' 'unsafe-inline'"].join("; ")

/** Half a year and longer is what lists of such origins ask for. */
const HTTPS_FOR_A_YEAR = "max-age=31536000"

/** For answers of programs to programs. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(EVERYWHERE)) response.setHeader(name, value)
  response.setHeader("content-security-policy", NO_DOCUMENT)
}

/** For pages and their parts; call it after {@link setSecurityHeaders}. */
export function allowDocument(response: ServerResponse, policy: string): void {
  response.setHeader("content-security-policy", policy)
}

/** Tells browsers to come by https only; for an origin that is reached so. */
export function requireHttps(response: ServerResponse): void {
  response.setHeader("strict-transport-security", HTTPS_FOR_A_YEAR)
}
