import type { RouteHandler } from "./gateway-server.ts"
import { answerError } from "./json-answer.ts"

/** Answers one method, and 405 to the others. */
export function only(method: "GET" | "POST", handler: RouteHandler): RouteHandler {
  return async (request, response, context) => {
    if (request.method === method) return handler(request, response, context)
    response.setHeader("allow", method)
    answerError(response, 405, { code: "METHOD_NOT_ALLOWED", message: `Chỉ nhận ${method}`, ...context })
  }
}
