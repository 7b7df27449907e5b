import type { IncomingMessage, ServerResponse } from "node:http"
import { LARGEST_SIGNED_BODY, type Requester, VOUCHED_HEADERS } from "@plan43/authorization"
import type { Dispatcher } from "undici"
import { answerError } from "../http/json-answer.ts"
import { RequestRefused } from "../http/request-refused.ts"
import type { FileClient, FileRequest } from "./file-client.ts"
import type { FileTarget } from "./file-target.ts"
import { piecesOf } from "./pieces.ts"
import { relay } from "./relay.ts"

/** Where a file is asked for, and by whom. */
export interface FileContext extends FileTarget {
  path: string
  requestId: string
  requester: Requester
}

/** The largest body of an upload, in bytes: the largest file that subgraphs take. */
const LARGEST_UPLOAD = 25 * 1024 * 1024

const NO_BODY = Buffer.alloc(0)

/** What of a subgraph's answer reaches the client. */
const PASSED_ON = [
  "cache-control",
  "content-disposition",
  "content-length",
  "content-type",
  "location",
  "tus-resumable",
  "upload-length",
  "upload-offset",
]

/** A file is no page of this origin: nothing in it is shown, run or sent from here. */
const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"

/**
 * Passes requests for files on to the subgraph that keeps them, and its answers back, both as they come: of a file no more
 * is in memory than one piece.
 */
export async function answerFile(
  client: FileClient,
  request: IncomingMessage,
  response: ServerResponse,
  context: FileContext,
): Promise<void> {
  const { upload, requester, requestId } = context
  const method = request.method as FileRequest["method"]
  const allowed = upload ? ["POST", "HEAD", "PATCH", "DELETE"] : ["GET"]
  response.setHeader("cache-control", "no-store")
  response.setHeader("content-security-policy", FILE_POLICY)
  if (!allowed.includes(method)) {
    response.setHeader("allow", allowed.join(", "))
    return answerError(response, 405, {
      code: "METHOD_NOT_ALLOWED",
      message: `Chỉ nhận ${allowed.join(", ")}`,
      requestId,
    })
  }
  if (upload && requester.identity === null)
    throw new RequestRefused(401, "UNAUTHENTICATED", "Cần đăng nhập để tải tệp lên")

  const gone = new AbortController()
  response.once("close", () => gone.abort(new Error("the client is gone")))
  const ask = (headers: Record<string, string>, body: Buffer, signal: AbortSignal) =>
    client.ask({ ...context, method, headers, body, signal })
  if (method === "PATCH") return passUpload(request, response, ask)
  if (hasBody(request))
    throw new RequestRefused(400, "BAD_REQUEST", "Yêu cầu này không kèm nội dung; hãy gửi tệp bằng PATCH")
  await relay(response, await ask(tusHeaders(request), NO_BODY, gone.signal), PASSED_ON)
}

type Ask = (
  headers: Record<string, string>,
  body: Buffer,
  signal: AbortSignal,
) => Promise<Dispatcher.ResponseData>

/** Sends what comes piece by piece, each vouched for; the answer is that to the last piece, or to the first refused. */
async function passUpload(request: IncomingMessage, response: ServerResponse, ask: Ask): Promise<void> {
  const declared = Number(request.headers["content-length"] ?? 0)
  if (declared > LARGEST_UPLOAD)
    throw new RequestRefused(
      413,
      "PAYLOAD_TOO_LARGE",
      `Nội dung gửi lên quá lớn; nhiều nhất là ${LARGEST_UPLOAD} byte`,
      {},
      { limit: LARGEST_UPLOAD, actual: declared },
    )
  const headers = tusHeaders(request)
  let offset = Number(headers["upload-offset"])
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new RequestRefused(400, "BAD_REQUEST", "Thiếu “upload-offset”: vị trí của phần tệp được gửi")
  // A piece that came is taken in whole, also when the client is gone by then: it goes on from there.
  const unending = new AbortController().signal
  let answer: Dispatcher.ResponseData | null = null
  // Whoever is refused in the middle is answered first, and then cut off.
  const stream = request.iterator({ destroyOnReturn: false })
  for await (const piece of piecesOf(stream, LARGEST_SIGNED_BODY, LARGEST_UPLOAD)) {
    await answer?.body.dump()
    answer = await ask({ ...headers, "upload-offset": String(offset) }, piece, unending)
    if (answer.statusCode !== 204) {
      response.setHeader("connection", "close")
      request.resume()
      return relay(response, answer, PASSED_ON)
    }
    offset += piece.length
  }
  await relay(response, answer ?? (await ask(headers, NO_BODY, unending)), PASSED_ON)
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0
}

function tusHeaders({ headers }: IncomingMessage): Record<string, string> {
  const passed: Record<string, string> = {}
  for (const name of VOUCHED_HEADERS) {
    const value = headers[name]
    if (typeof value === "string") passed[name] = value
  }
  return passed
}
