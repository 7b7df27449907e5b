import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { Identity, Requester } from "@plan43/authorization"
import type { Logger } from "pino"
import type { ExplorerPages } from "../explorer/explorer-pages.ts"
import { answerFile } from "../files/answer-file.ts"
import type { FileClient } from "../files/file-client.ts"
import { fileTargetOf } from "../files/file-target.ts"
import type { Graph } from "../graph/graph.ts"
import type { GraphRequestContext } from "../graph/graph-request-context.ts"
import type { Readiness } from "../health/readiness.ts"
import type { IntrospectionAccess } from "../limits/operation-rules.ts"
import type { Rates } from "../limits/rates.ts"
import { answerPublicPage, isPublicPage } from "../public-pages/answer-public-page.ts"
import { type AnonymousOperations, requireAdmissible } from "../trusted/anonymous-operations.ts"
import type { TrustedDocuments } from "../trusted/trusted-documents.ts"
import type { CrossOrigin } from "./cross-origin.ts"
import { HOW_TO_ASK_BY_GET, mayComeFromAnotherSite } from "./cross-site.ts"
import { answerError, answerJson } from "./json-answer.ts"
import { readJsonBody } from "./json-body.ts"
import { postedOperation } from "./operation-body.ts"
import { redirect } from "./redirect.ts"
import { requestIdOf } from "./request-id.ts"
import { RequestRefused } from "./request-refused.ts"
import { requireHttps, setSecurityHeaders } from "./security-headers.ts"
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
  /** Who it is now that sent a request; throws {@link RequestRefused} likewise. */
  identityNow(request: IncomingMessage): Promise<Identity | null>
  /** Reaches the files that subgraphs keep. */
  files: FileClient
  /** What else is answered, by path, e.g. "/sign-in". */
  routes: ReadonlyMap<string, RouteHandler>
  /** Which parts of the graph answer. */
  readiness: () => Promise<Readiness>
  explorer: ExplorerPages
  /** The pages and the files of the console. */
  console: FileHandler
  /** The largest body of a request, in bytes. */
  maxBodyBytes: number
  rates: Rates
  /** Where a request comes from on the network. */
  addressOf(request: IncomingMessage): string | null
  trustedDocuments: TrustedDocuments
  anonymousOperations: AnonymousOperations
  introspection: IntrospectionAccess
  crossOrigin: CrossOrigin
  /** Whether clients reach it by https. */
  https: boolean
  log: Logger
}

/** How long a client may take to send a request, in milliseconds: who sends letter by letter holds a connection. */
const SENDING_MS = 30_000

/** The one public origin: the graph, its explorer, what was published, health, and the console for everything else. */
export function createGatewayServer(options: GatewayServerOptions): Server {
  return createServer({ requestTimeout: SENDING_MS, headersTimeout: SENDING_MS }, (request, response) => {
    const requestId = requestIdOf(request)
    const started = performance.now()
    response.setHeader("x-request-id", requestId)
    setSecurityHeaders(response)
    if (options.https) requireHttps(response)
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
        const { status, code, message, headers, extensions } = error
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        return answerError(response, status, { code, message, requestId, extensions })
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
  const [path = "/"] = (request.url ?? "/").split("?", 1)
  if (path === "/graphql") return answerGraph(options, request, response, requestId)
  if (path === "/health") return answerJson(response, 200, { alive: true })
  if (path === "/ready") {
    const readiness = await options.readiness()
    return answerJson(response, readiness.ready ? 200 : 503, readiness)
  }
  if (path.startsWith("/files/")) {
    const target = fileTargetOf(path)
    if (target === null)
      return answerError(response, 404, {
        code: "NOT_FOUND",
        message: "Không có tệp ở địa chỉ này",
        requestId,
      })
    const requester = await countedRequester(options, request, response)
    return answerFile(options.files, request, response, { ...target, path, requestId, requester })
  }
  if (isPublicPage(path)) {
    const address = options.addressOf(request)
    await options.rates.takeOfAddress(address)
    return answerPublicPage(options.files, request, response, {
      target: request.url ?? path,
      requestId,
      address,
    })
  }
  const handler = options.routes.get(path)
  if (handler) {
    if (!COUNTS_ITSELF.has(path))
      await options.rates.takeOfAddress(
        options.addressOf(request),
        SIGN_IN_STEPS.has(path) ? "signIn" : "anonymous",
      )
    return handler(request, response, { requestId })
  }
  if (options.explorer.files(request, response) || options.console(request, response)) return
  answerError(response, 404, { code: "NOT_FOUND", message: "Không có gì ở địa chỉ này", requestId })
}

/** Where a stranger makes us ask the issuer. */
const SIGN_IN_STEPS: ReadonlySet<string> = new Set(["/sign-in", "/sign-in/callback"])

/** Tokens are counted where they are given, by address and by system. */
const COUNTS_ITSELF: ReadonlySet<string> = new Set(["/oauth/token"])

async function answerGraph(
  options: GatewayServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  response.setHeader("cache-control", "no-store")
  const readable = options.crossOrigin.allow(request, response)
  switch (request.method) {
    case "POST": {
      const requester = await countedRequester(options, request, response)
      const { body, trusted } = postedOperation(
        await readJsonBody(request, options.maxBodyBytes),
        options.trustedDocuments,
      )
      requireAdmissible(requester.identity, trusted, options.anonymousOperations)
      return options.graph.answer(
        request,
        response,
        contextOf(options, request, response, { requestId, requester }),
        body,
      )
    }
    case "GET":
    case "HEAD": {
      const asksSomething = /[?&]query=/.test(request.url ?? "")
      if (!asksSomething && asksForPage(request) && (await answerExplorer(options, request, response))) return
      if (mayComeFromAnotherSite(request))
        return answerError(response, 403, {
          code: "CROSS_SITE_REQUEST",
          message: HOW_TO_ASK_BY_GET,
          requestId,
        })
      const requester = await countedRequester(options, request, response)
      requireAdmissible(requester.identity, false, options.anonymousOperations)
      return options.graph.answer(
        request,
        response,
        contextOf(options, request, response, { requestId, requester }),
      )
    }
    default:
      if (request.method === "OPTIONS" && readable) return options.crossOrigin.answerPreflight(response)
      response.setHeader("allow", "GET, POST")
      return answerError(response, 405, {
        code: "METHOD_NOT_ALLOWED",
        message: "Chỉ nhận GET và POST",
        requestId,
      })
  }
}

function contextOf(
  { identityNow }: GatewayServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  known: Pick<GraphRequestContext, "requestId" | "requester">,
): GraphRequestContext {
  return {
    ...known,
    identityNow: () => identityNow(request),
    gone() {
      const gone = new AbortController()
      if (response.closed) gone.abort()
      response.once("close", () => gone.abort())
      return gone.signal
    },
  }
}

/**
 * Finds out who asks, and counts it. A system's requests are counted where its quota is known, with its proof.
 * @throws RequestRefused when what is shown as proof is none, or somebody asks too often
 */
async function countedRequester(
  { rates, requesterOf, addressOf }: GatewayServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Requester> {
  const address = addressOf(request)
  const { authorization, cookie } = request.headers
  if (authorization !== undefined || cookie !== undefined) await rates.requireFewBadProofs(address)
  try {
    const requester = await requesterOf(request, response)
    const { identity } = requester
    if (identity === null) await rates.takeOfAddress(address)
    else if (identity.kind === "PERSON") await rates.takeOfPerson(identity.id)
    return requester
  } catch (error) {
    if (error instanceof RequestRefused && error.status === 401) await rates.countBadProof(address)
    throw error
  }
}

/** @returns false where there is no explorer; who must sign in for it first is led there */
async function answerExplorer(
  { explorer, introspection, requesterOf }: GatewayServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (introspection === "anyone") return explorer.page(request, response)
  const { identity } = await requesterOf(request, response)
  if (identity !== null) return explorer.page(request, response)
  redirect(response, "/sign-in?returnTo=/graphql")
  return true
}
