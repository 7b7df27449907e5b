import type { IncomingMessage } from "node:http"
import { readBody } from "./read-body.ts"
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
