import type { IncomingMessage } from "node:http"
import { readBody } from "./read-body.ts"
import { RequestRefused } from "./request-refused.ts"

/**
 * Reads a request's body as a form.
 * @param limit the most bytes that are read
 * @throws RequestRefused when it is too large (413) or not declared as a form (415)
 */
export async function readFormBody(request: IncomingMessage, limit: number): Promise<URLSearchParams> {
  const type = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase()
  if (type !== "application/x-www-form-urlencoded")
    throw new RequestRefused(
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "Nội dung gửi lên phải là biểu mẫu (content-type: application/x-www-form-urlencoded)",
    )
  return new URLSearchParams(await readBody(request, limit))
}
