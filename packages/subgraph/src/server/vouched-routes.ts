import {
  REQUESTER_HEADER,
  RequestVerifier,
  readRequester,
  SIGNATURE_HEADER,
  signedMessage,
} from "@plan43/authorization"
import type { FastifyInstance } from "fastify"
import { NotTheGateway } from "./gateway-only.ts"
import { REQUEST_ID_HEADER } from "./request-id.ts"

const NO_BODY = Buffer.alloc(0)

/**
 * Routes that answer the gateway only, whatever the method: each request is vouched for whole, method, path, headers and
 * body, before a route sees any of it. Bodies are bytes; what is larger than the subgraph's largest body comes in pieces.
 * @param subgraph the name that must have been signed for
 * @param add adds the routes
 */
export function vouchedRoutes(
  app: FastifyInstance,
  subgraph: string,
  secrets: readonly string[],
  add: (routes: FastifyInstance) => void,
): void {
  const verifier = new RequestVerifier(secrets)
  app.register(async (routes) => {
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body))
    routes.addHook("preValidation", async (request) => {
      const { method, url, headers, body } = request
      const requester = text(headers[REQUESTER_HEADER])
      const fault = verifier.faultOf(text(headers[SIGNATURE_HEADER]) || undefined, {
        subgraph,
        requestId: text(headers[REQUEST_ID_HEADER]),
        requester,
        body: signedMessage({ method, path: url, headers, body: body instanceof Buffer ? body : NO_BODY }),
      })
      const read = fault === null ? readRequester(requester) : null
      if (read === null) throw new NotTheGateway(fault ?? "MALFORMED")
      request.requester = read
    })
    add(routes)
  })
}

function text(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : ""
}
