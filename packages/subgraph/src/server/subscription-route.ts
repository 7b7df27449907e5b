import type { ServerResponse } from "node:http"
import type { FastifyInstance, FastifyRequest } from "fastify"
import { type ExecutionResult, type GraphQLSchema, parse, subscribe, validate } from "graphql"
import type { Logger } from "pino"
import type { RequestContext } from "../context/request-context.ts"
import { maskErrors } from "../errors/mask-errors.ts"

/** Where subscriptions are answered. */
export const SUBSCRIPTION_PATH = "/graphql/stream"

/** What a subscription has besides what every request has. */
export interface SubscriptionContext extends RequestContext {
  /** Aborted when nobody reads the stream any more. */
  gone: AbortSignal
}

/** What the subscriptions of a subgraph share. */
export interface SubscriptionParts {
  /** What each has in its context, e.g. its source. */
  context: object
  /** Ends every stream. */
  stop(): Promise<void>
}

/** How often a stream says that it is alive, in milliseconds. */
const HEARTBEAT_MS = 15_000

interface SubscriptionRequest {
  query: string
  variables?: Record<string, unknown>
  operationName?: string
}

/**
 * Answers subscriptions, signed as every operation is: an event stream with one GraphQL result in the `data` of each
 * event. What cannot begin is answered as JSON.
 */
export function subscriptionRoute(
  app: FastifyInstance,
  schema: GraphQLSchema,
  { context, stop }: SubscriptionParts,
  contextOf: (request: FastifyRequest) => RequestContext,
  log: Logger,
): void {
  app.addHook("preClose", stop)
  app.post<{ Body: SubscriptionRequest }>(SUBSCRIPTION_PATH, async (request, reply) => {
    const gone = new AbortController()
    reply.raw.once("close", () => gone.abort())
    const contextValue = { ...contextOf(request), ...context, gone: gone.signal }
    const begun = await begin(schema, request.body, contextValue)
    if (!(Symbol.asyncIterator in begun))
      return { errors: begun.errors?.map((error) => maskErrors(log)(error.toJSON(), error)) ?? [] }
    reply.hijack()
    await write(reply.raw, begun)
  })
}

async function begin(
  schema: GraphQLSchema,
  { query, variables, operationName }: SubscriptionRequest,
  contextValue: SubscriptionContext,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const document = parse(query)
  const errors = validate(schema, document)
  if (errors.length > 0) return { errors }
  return subscribe({ schema, document, contextValue, variableValues: variables, operationName })
}

async function write(response: ServerResponse, results: AsyncIterable<ExecutionResult>): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" })
  response.flushHeaders()
  const heartbeat = setInterval(() => response.write(":\n\n"), HEARTBEAT_MS)
  try {
    for await (const result of results) {
      if (response.destroyed) break
      if (!response.write(`data: ${JSON.stringify(result)}\n\n`)) await roomIn(response)
    }
  } finally {
    clearInterval(heartbeat)
    response.end()
  }
}

async function roomIn(response: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    response.once("drain", resolve)
    response.once("close", resolve)
  })
}
