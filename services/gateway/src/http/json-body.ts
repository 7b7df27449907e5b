import type { IncomingMessage } from "node:http"
import { RequestRefused } from "./request-refused.ts"

/**
 * Reads a request's body as JSON.
 * @param limit the most bytes that are read
 * @throws RequestRefused when it is too large (413), no JSON (400) or not declared as JSON (415)
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
  const type = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase()
  if (type !== "application/json" && type !== "application/graphql+json")
    throw new RequestRefused(
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "Nội dung gửi lên phải là JSON (content-type: application/json)",
    )
  try {
    return JSON.parse(await readBody(request, limit))
  } catch (error) {
    if (error instanceof RequestRefused) throw error
    throw new RequestRefused(400, "BAD_REQUEST", "Nội dung gửi lên không phải là JSON hợp lệ")
  }
}

async function readBody(request: IncomingMessage, limit: number): Promise<string> {
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
