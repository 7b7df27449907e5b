import type { IncomingMessage, ServerResponse } from "node:http"
import type { Dispatcher } from "undici"
import type { FileClient } from "../files/file-client.ts"
import { relay } from "../files/relay.ts"
import { RequestRefused } from "../http/request-refused.ts"
import { allowDocument } from "../http/security-headers.ts"
import { unavailablePage } from "./unavailable-page.ts"

/** The subgraph that makes the pages. */
const MAKER = "reporting"

/** What everybody may read without signing in begins so; see docs/decisions/public-pages.md. */
const PUBLIC = /^\/cong-bo(?:\/|$)/

/** Whether a path (without its query) is of a public page, of its style, or of a file that is published there. */
export function isPublicPage(path: string): boolean {
  return PUBLIC.test(path)
}

/** Nothing on these pages runs, is sent, or comes from elsewhere; their style is a file. */
export const PUBLIC_PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

/** What of a request decides what is answered; nothing else of it is passed on. */
const ASKED_WITH = ["accept-encoding", "if-modified-since", "if-none-match"] as const

const PASSED_ON = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-length",
  "content-type",
  "etag",
  "last-modified",
  "vary",
]

/** Where a public page is asked for. */
export interface PublicPageContext {
  /** With its query. */
  target: string
  requestId: string
  address: string | null
}

/**
 * Passes requests for public pages on, as nobody's: whoever is signed in sees what everybody sees, so that it may be kept on
 * the way. Other sites may read them, too: they are published.
 */
export async function answerPublicPage(
  client: FileClient,
  request: IncomingMessage,
  response: ServerResponse,
  { target, requestId, address }: PublicPageContext,
): Promise<void> {
  const { method } = request
  allowDocument(response, PUBLIC_PAGE_POLICY)
  response.setHeader("cross-origin-resource-policy", "cross-origin")
  response.setHeader("access-control-allow-origin", "*")
  if (method !== "GET" && method !== "HEAD")
    throw new RequestRefused(405, "METHOD_NOT_ALLOWED", "Chỉ nhận GET và HEAD", { allow: "GET, HEAD" })
  const gone = new AbortController()
  response.once("close", () => gone.abort(new Error("the client is gone")))
  const answer = await asked(client, {
    ...{ method, path: target, requestId, body: NO_BODY, signal: gone.signal },
    subgraph: MAKER,
    headers: Object.fromEntries(
      ASKED_WITH.flatMap((name) => {
        const value = request.headers[name]
        return typeof value === "string" ? [[name, value]] : []
      }),
    ),
    requester: { identity: null, address },
  })
  if (answer === null || answer.statusCode >= 500) {
    await answer?.body.dump()
    return unavailablePage(request, response)
  }
  await relay(response, answer, PASSED_ON)
}

const NO_BODY = Buffer.alloc(0)

/** @returns null when the subgraph does not answer */
async function asked(
  client: FileClient,
  question: Parameters<FileClient["ask"]>[0],
): Promise<Dispatcher.ResponseData | null> {
  try {
    return await client.ask(question)
  } catch (error) {
    if (error instanceof RequestRefused) return null
    throw error
  }
}
