import type { ServerResponse } from "node:http"

/** Sends a browser elsewhere by GET; no cache keeps that. */
export function redirect(response: ServerResponse, url: string): void {
  response.writeHead(303, { location: url, "cache-control": "no-store" }).end()
}
