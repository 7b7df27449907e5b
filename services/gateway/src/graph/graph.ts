import type { IncomingMessage, ServerResponse } from "node:http"
import { createGatewayRuntime, type GatewayRuntime } from "@graphql-hive/gateway-runtime"
import type { Logger } from "pino"
import { type KnownDocuments, rememberDocuments } from "../limits/known-documents.ts"
import type { OperationRules } from "../limits/operation-rules.ts"
import type { Streams } from "../live/streams.ts"
import { planExecutor } from "../plan/plan-executor.ts"
import type { SubgraphClients } from "../subgraph/subgraph-clients.ts"
import type { SupergraphFile } from "../supergraph/supergraph-file.ts"
import { errorsNameTheirRequest, maskError, suggestNothingToStrangers } from "./graph-errors.ts"
import type { GraphRequestContext } from "./graph-request-context.ts"
import { hiveLogger } from "./hive-logger.ts"

export interface GraphOptions {
  supergraph: SupergraphFile
  subgraphs: SubgraphClients
  /** How long operations begun on an older supergraph may still run, in milliseconds. */
  drainTimeout: number
  documents: KnownDocuments
  rules: OperationRules
  streams: Streams
  log: Logger
}

/** The one graph: GraphQL over HTTP on the current supergraph. */
export interface Graph {
  /** @param body the parsed JSON of a POST; undefined for a GET */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    context: GraphRequestContext,
    body?: object,
  ): Promise<void>
  /** Loads the current supergraph, so that the first request does not wait for it. */
  load(): Promise<void>
  /** Answers further operations on the changed supergraph; those running finish on the one they began on. */
  reload(): Promise<void>
  close(): Promise<void>
}

/** Headers that say who is asking: two requests are the same only when these are. */
const IDENTITY = new Set(["authorization", "cookie", "accept"])

/** Hive Gateway's runtime on the router's planner and our own {@link planExecutor}, with this gateway's settings. */
export function createGraph(options: GraphOptions): Graph {
  const { supergraph, subgraphs, drainTimeout, documents, rules, streams, log } = options
  const runtime: GatewayRuntime<GraphRequestContext> = createGatewayRuntime<GraphRequestContext>({
    supergraph: () => supergraph.current,
    unifiedGraphHandler: planExecutor(subgraphs, rules, streams),
    gracefulSchemaReload: { drainTimeout },
    inboundInflightRequestDeduplication: { shouldIncludeHeader: (name) => IDENTITY.has(name) },
    plugins: () => [
      rememberDocuments(documents),
      ...(rules.schemaIsOpen ? [] : [suggestNothingToStrangers()]),
      errorsNameTheirRequest(),
    ],
    maskedErrors: { maskError: maskError(log) },
    // Set below or in front of the runtime, so not twice:
    subgraphErrors: false,
    requestId: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: hiveLogger(log),
  })

  return {
    async answer(request, response, context, body) {
      if (body) Object.assign(request, { body })
      await runtime(request, response, context)
    },
    async load() {
      await runtime.getSchema()
    },
    async reload() {
      await runtime.invalidateUnifiedGraph()
    },
    async close() {
      await runtime.dispose()
    },
  }
}
