import type { IncomingMessage } from "node:http"
import { RequestRefused } from "./request-refused.ts"

/**
 * Reads a request's body as text.
 * @param limit the most bytes that are read
 * @throws RequestRefused (413) when it is larger
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const tooLarge = () =>
    new RequestRefused(413, "PAYLOAD_TOO_LARGE", `Nội dung gửi lên quá lớn; nhiều nhất là ${limit} byte`)
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size).toString("utf8")
}
