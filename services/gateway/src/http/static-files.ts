import { existsSync } from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { join } from "node:path"
import sirv from "sirv"
import { allowDocument, DOCUMENT_POLICY, setSecurityHeaders } from "./security-headers.ts"

/** Answers a request for a file, or returns false where there is none. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse) => boolean

const FOR_EVER = "public, max-age=31536000, immutable"

/**
 * Serves a folder of built files, `.br` and `.gz` neighbours first. Files under `assets/` carry a hash in
 * their name and are kept for ever; all others are asked for anew each time.
 * @param folder the built files; none are served when it is missing
 * @param policy what the pages among them may load and run
 */
export function builtFiles(folder: string, policy = DOCUMENT_POLICY): FileHandler {
  if (!existsSync(join(folder, "index.html"))) return () => false
  const serve = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, pathname) {
      response.setHeader("cache-control", pathname.startsWith("/assets/") ? FOR_EVER : "no-cache")
    },
  })
  return (request, response) => {
    let found = true
    // Before the file is looked for: "304 Not Modified" carries headers too, and replaces those that are kept
    allowDocument(response, policy)
    serve(request, response, () => {
      found = false
      setSecurityHeaders(response)
    })
    return found
  }
}

/** Whether a person's browser asks for a page, not a program or a page for one of its files. */
export function asksForPage(request: IncomingMessage): boolean {
  return (
    (request.method === "GET" || request.method === "HEAD") &&
    (request.headers.accept ?? "").includes("text/html")
  )
}
