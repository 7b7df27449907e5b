import type { IncomingMessage } from "node:http"
import { RequestRefused } from "./request-refused.ts"

/**
 * How many times the limit is taken in, though not kept, before the connection ends: who is cut off while sending does
 * not read why.
 */
const PATIENCE = 10

/**
 * Reads a request's body as text.
 * @param limit the most bytes that are kept
 * @throws RequestRefused (413) when it is larger, saying how large it is as far as is known
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const declared = Number(request.headers["content-length"] ?? 0)
  if (declared > limit * PATIENCE) throw tooLarge(limit, declared)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else if (size > limit * PATIENCE) throw tooLarge(limit, size)
    else chunks.length = 0
  }
  if (size > limit) throw tooLarge(limit, size)
  return Buffer.concat(chunks, size).toString("utf8")
}

function tooLarge(limit: number, actual: number): RequestRefused {
  const message = `Nội dung gửi lên quá lớn; nhiều nhất là ${limit} byte`
  return new RequestRefused(413, "PAYLOAD_TOO_LARGE", message, {}, { limit, actual })
}
