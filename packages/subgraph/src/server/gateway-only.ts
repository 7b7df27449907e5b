import {
  LARGEST_AGE,
  REQUESTER_HEADER,
  type Requester,
  RequestVerifier,
  readRequester,
  SIGNATURE_HEADER,
  type SignatureFault,
} from "@plan43/authorization"
import type { FastifyInstance } from "fastify"
import type { Logger } from "pino"
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id.ts"

declare module "fastify" {
  interface FastifyRequest {
    /** Who is asking, as the gateway vouches for. */
    requester: Requester | undefined
  }
}

/** A request that is not the gateway's. */
export class NotTheGateway extends Error {
  readonly statusCode = 401

  constructor(readonly fault: SignatureFault) {
    super(`Chỉ cổng dịch vụ mới được hỏi trực tiếp: chữ ký ${DESCRIPTIONS[fault]}`)
  }
}

const DESCRIPTIONS: Readonly<Record<SignatureFault, string>> = {
  MISSING: "không có",
  MALFORMED: "sai dạng",
  STALE: `cách hiện tại quá ${LARGEST_AGE / 1000} giây`,
  FORGED: "không khớp",
  REPLAYED: "đã dùng",
}

/**
 * Reads bodies only of requests that the gateway signed; all others are answered 401 and logged. The body is looked at
 * before anything in it is parsed.
 * @param subgraph the name that must have been signed for
 */
export function acceptGatewayOnly(
  app: FastifyInstance,
  subgraph: string,
  secrets: readonly string[],
  log: Logger,
): void {
  const verifier = new RequestVerifier(secrets)
  app.decorateRequest("requester")
  app.removeAllContentTypeParsers()
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    const requester = header(request.headers[REQUESTER_HEADER])
    const fault = verifier.faultOf(header(request.headers[SIGNATURE_HEADER]), {
      subgraph,
      requestId: header(request.headers[REQUEST_ID_HEADER]) ?? "",
      requester: requester ?? "",
      body: body as string,
    })
    const read = fault === null ? readRequester(requester ?? "") : null
    if (read === null) return done(new NotTheGateway(fault ?? "MALFORMED"))
    request.requester = read
    try {
      done(null, JSON.parse(body as string))
    } catch {
      done(Object.assign(new Error("body is no JSON"), { statusCode: 400 }))
    }
  })
  // A request without a body is never parsed.
  app.addHook("preHandler", async (request) => {
    if (request.method === "POST" && request.requester === undefined) throw new NotTheGateway("MISSING")
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    const code =
      error instanceof NotTheGateway
        ? "NOT_THE_GATEWAY"
        : status < 500
          ? "BAD_REQUEST"
          : "INTERNAL_SERVER_ERROR"
    const requestId = requestIdOf(request.headers[REQUEST_ID_HEADER])
    if (error instanceof NotTheGateway)
      log.warn(
        { requestId, fault: error.fault, address: request.ip },
        "refused a request that is not the gateway's",
      )
    else log.error({ requestId, err: error }, "refused a request")
    const message = error instanceof NotTheGateway ? error.message : "Yêu cầu không đọc được"
    return reply.code(status).send({ errors: [{ message, extensions: { code, requestId } }] })
  })
}

function header(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined
}
