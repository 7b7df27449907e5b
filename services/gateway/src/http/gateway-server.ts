import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { Requester } from "@plan43/authorization"
import type { Logger } from "pino"
import type { ExplorerPages } from "../explorer/explorer-pages.ts"
import type { Graph } from "../graph/graph.ts"
import type { Readiness } from "../health/readiness.ts"
import { HOW_TO_ASK_BY_GET, mayComeFromAnotherSite } from "./cross-site.ts"
import { answerError, answerJson } from "./json-answer.ts"
import { readJsonBody } from "./json-body.ts"
import { requestIdOf } from "./request-id.ts"
import { RequestRefused } from "./request-refused.ts"
import { setSecurityHeaders } from "./security-headers.ts"
import { asksForPage, type FileHandler } from "./static-files.ts"

/** Answers the requests of one path. */
export type RouteHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  context: { requestId: string },
) => Promise<void>

export interface GatewayServerOptions {
  graph: Graph
  /**
   * Finds out who asks, and says on the answer when what was shown is no longer good. Throws {@link RequestRefused}
   * when what is shown as proof is none.
   */
  requesterOf(request: IncomingMessage, response: ServerResponse): Promise<Requester>
  /** What else is answered, by path, e.g. "/sign-in". */
  routes: ReadonlyMap<string, RouteHandler>
  /** Which parts of the graph answer. */
  readiness: () => Promise<Readiness>
  explorer: ExplorerPages
  /** The pages and the files of the console. */
  console: FileHandler
  /** The largest body of a request, in bytes. */
  maxBodyBytes: number
  log: Logger
}

/** The one public origin: the graph, its explorer, health, and the console for everything else. */
export function createGatewayServer(options: GatewayServerOptions): Server {
  return createServer((request, response) => {
    const requestId = requestIdOf(request)
    const started = performance.now()
    response.setHeader("x-request-id", requestId)
    setSecurityHeaders(response)
    response.once("close", () => {
      const { method, url } = request
      const path = url?.split("?", 1)[0]
      const milliseconds = Math.round(performance.now() - started)
      options.log.debug({ requestId, method, path, status: response.statusCode, milliseconds }, "request")
    })
    route(options, request, response, requestId).catch((error: unknown) => {
      if (error instanceof RequestRefused && !response.headersSent) {
        // What is left of a body that was refused is not read: the connection ends with the answer.
        if (!request.complete) response.setHeader("connection", "close")
        for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value)
        return answerError(response, error.status, { code: error.code, message: error.message, requestId })
      }
      options.log.error({ requestId, err: error }, "unexpected error in front of the graph")
      if (response.headersSent) return response.destroy()
      answerError(response, 500, {
        code: "INTERNAL_SERVER_ERROR",
        message: "Hệ thống gặp lỗi ngoài dự kiến; lỗi đã được ghi nhật ký",
        requestId,
      })
    })
  })
}

async function route(
  options: GatewayServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const [path] = (request.url ?? "/").split("?", 1)
  if (path === "/graphql") return answerGraph(options, request, response, requestId)
  if (path === "/health") return answerJson(response, 200, { alive: true })
  if (path === "/ready") {
    const readiness = await options.readiness()
    return answerJson(response, readiness.ready ? 200 : 503, readiness)
  }
  const handler = options.routes.get(path as string)
  if (handler) return handler(request, response, { requestId })
  if (options.explorer.files(request, response) || options.console(request, response)) return
  answerError(response, 404, { code: "NOT_FOUND", message: "Không có gì ở địa chỉ này", requestId })
}

async function answerGraph(
  { graph, explorer, maxBodyBytes, requesterOf }: GatewayServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  response.setHeader("cache-control", "no-store")
  switch (request.method) {
    case "POST": {
      const requester = await requesterOf(request, response)
      const body = await readJsonBody(request, maxBodyBytes)
      return graph.answer(request, response, { requestId, requester }, operationOf(body))
    }
    case "GET":
    case "HEAD": {
      const asksSomething = /[?&]query=/.test(request.url ?? "")
      if (!asksSomething && asksForPage(request)) {
        if (explorer.page(request, response)) return
      }
      if (mayComeFromAnotherSite(request))
        return answerError(response, 403, {
          code: "CROSS_SITE_REQUEST",
          message: HOW_TO_ASK_BY_GET,
          requestId,
        })
      return graph.answer(request, response, { requestId, requester: await requesterOf(request, response) })
    }
    default:
      response.setHeader("allow", "GET, POST")
      return answerError(response, 405, {
        code: "METHOD_NOT_ALLOWED",
        message: "Chỉ nhận GET và POST",
        requestId,
      })
  }
}

/** @throws RequestRefused when the body is no operation; a list of operations (batching) is none */
function operationOf(body: unknown): object {
  if (typeof body === "object" && body !== null && "query" in body && typeof body.query === "string")
    return body
  throw new RequestRefused(400, "BAD_REQUEST", "Thiếu “query”: nội dung gửi lên phải là một thao tác GraphQL")
}
