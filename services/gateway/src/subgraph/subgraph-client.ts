import { setTimeout as sleep } from "node:timers/promises"
import {
  REQUESTER_HEADER,
  type Requester,
  type RequestSigner,
  SIGNATURE_HEADER,
  writeRequester,
} from "@plan43/authorization"
import { GraphQLError, type GraphQLFormattedError } from "graphql"
import type { Logger } from "pino"
import { Agent, errors } from "undici"
import { SubgraphUnavailable } from "./subgraph-unavailable.ts"

/** One operation for one subgraph. */
export interface SubgraphRequest {
  query: string
  variables?: Readonly<Record<string, unknown>> | undefined
  operationName?: string | undefined
  /** Only queries are asked again: a mutation may have been done although its answer was lost. */
  repeatable: boolean
  /** Whether an answer that is nothing but data may be given back unread. */
  verbatim: boolean
  /** Id of the client's request, for the subgraph's log. */
  requestId: string
  /** Who is asking; the signature vouches for it. */
  requester: Requester
  /** Gives it up when it is aborted; its reason is then what is thrown. */
  signal?: AbortSignal | undefined
}

/** A subscription of one subgraph. */
export type SubgraphSubscription = Pick<
  SubgraphRequest,
  "query" | "variables" | "operationName" | "requestId" | "requester"
> & {
  /** Ends it when it is aborted. */
  signal: AbortSignal
}

/** What a subgraph answered. */
export interface SubgraphResponse {
  data?: Record<string, unknown> | null
  /** As the subgraph said them, with its name in `extensions.service`; paths are within its answer. */
  errors?: readonly GraphQLError[]
  /** The answer unread, in the place of `data`. */
  verbatim?: string
}

export interface SubgraphClientOptions {
  /** Name in the graph, e.g. "tasks". */
  name: string
  /** Its GraphQL endpoint. */
  url: string
  /** How long one attempt may take, in milliseconds. */
  timeout: number
  signer: RequestSigner
  log: Logger
}

/** Where a subgraph answers subscriptions, below its GraphQL endpoint. */
const STREAM = "/stream"

/** A stream is alive when it says something, if only that: a subgraph does every 15 seconds. In milliseconds. */
const STREAM_SILENCE_MS = 45_000

/** Waits before the second and the third attempt, in milliseconds. */
const RETRY_DELAYS = [50, 150]

/** Answers of something between the gateway and the subgraph that says "not now". */
const TRANSIENT_STATUS = new Set([502, 503, 504])

/** Keeps connections to a subgraph open and asks it, within a time limit and with few, bounded retries. */
export class SubgraphClient {
  readonly name: string
  readonly url: string
  readonly #endpoint: URL
  readonly #agent: Agent
  /** Streams have connections of their own: they would take all those of operations. */
  readonly #streams: Agent
  readonly #signer: RequestSigner
  readonly #log: Logger
  #down = false

  constructor({ name, url, timeout, signer, log }: SubgraphClientOptions) {
    this.name = name
    this.url = url
    this.#endpoint = new URL(url)
    this.#signer = signer
    this.#log = log
    this.#agent = new Agent({
      connections: 64,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      connect: { timeout },
      headersTimeout: timeout,
      bodyTimeout: timeout,
    })
    this.#streams = new Agent({
      connect: { timeout },
      headersTimeout: timeout,
      bodyTimeout: STREAM_SILENCE_MS,
    })
  }

  /**
   * Asks the subgraph. A query that met no connection or a "not now" is asked up to two times more; one
   * that ran out of time is not, for it would add to the load that made it slow. A subgraph already known
   * to be down is asked once, so that it does not make every answer late.
   * @throws SubgraphUnavailable when there is no GraphQL answer; the signal's reason when it was aborted
   */
  async ask(request: SubgraphRequest): Promise<SubgraphResponse> {
    const delays = request.repeatable && !this.#down ? RETRY_DELAYS : []
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await this.#attempt(request)
        if (this.#down) this.#log.info({ subgraph: this.name }, "subgraph answers again")
        this.#down = false
        return response
      } catch (error) {
        request.signal?.throwIfAborted()
        const unavailable = this.#unavailable(error)
        const delay = delays[attempt]
        if (delay === undefined || unavailable.reason !== "NO_CONNECTION") {
          this.#down = unavailable.reason === "NO_CONNECTION"
          const { requestId } = request
          this.#log.warn({ subgraph: this.name, requestId, err: unavailable.cause }, unavailable.message)
          throw unavailable
        }
        await sleep(delay)
      }
    }
  }

  /**
   * Begins a subscription; what the subgraph says ends with it, or with the signal.
   * @returns the answer where it cannot begin
   * @throws SubgraphUnavailable when there is no GraphQL answer, also in the middle
   */
  async subscribe({
    query,
    variables,
    operationName,
    requestId,
    requester,
    signal,
  }: SubgraphSubscription): Promise<SubgraphResponse | AsyncIterable<SubgraphResponse>> {
    try {
      const answer = await this.#streams.request({
        origin: this.#endpoint.origin,
        path: `${this.#endpoint.pathname}${STREAM}`,
        method: "POST",
        ...this.#signed({ query, variables, operationName }, requestId, requester),
        signal,
      })
      if (!String(answer.headers["content-type"]).startsWith("text/event-stream"))
        return this.#read(answer.statusCode, await answer.body.text(), false)
      return this.#responsesIn(answer.body)
    } catch (error) {
      signal.throwIfAborted()
      throw this.#unavailable(error)
    }
  }

  async *#responsesIn(body: AsyncIterable<Uint8Array>): AsyncGenerator<SubgraphResponse> {
    try {
      for await (const data of eventsIn(body)) yield this.#read(200, data, false)
    } catch (error) {
      throw this.#unavailable(error)
    }
  }

  /** @returns whether the subgraph says that it can work (`GET /ready`), within `timeout` milliseconds */
  async isReady(timeout: number): Promise<boolean> {
    try {
      const { statusCode, body } = await this.#agent.request({
        origin: this.#endpoint.origin,
        path: "/ready",
        method: "GET",
        signal: AbortSignal.timeout(timeout),
      })
      await body.dump()
      return statusCode === 200
    } catch {
      return false
    }
  }

  /** Takes no further operation; the connections close once what is running has finished. */
  retire(): Promise<void> {
    return Promise.all([this.#agent.close(), this.#streams.destroy()]).then(() => undefined)
  }

  /** Closes the connections and gives up what is running. */
  close(): Promise<void> {
    return Promise.all([this.#agent.destroy(), this.#streams.destroy()]).then(() => undefined)
  }

  async #attempt({
    query,
    variables,
    operationName,
    requestId,
    requester,
    verbatim,
    signal,
  }: SubgraphRequest): Promise<SubgraphResponse> {
    const answer = await this.#agent.request({
      origin: this.#endpoint.origin,
      path: this.#endpoint.pathname,
      method: "POST",
      ...this.#signed({ query, variables, operationName }, requestId, requester),
      signal,
    })
    return this.#read(answer.statusCode, await answer.body.text(), verbatim)
  }

  /** An operation, vouched for. */
  #signed(operation: object, requestId: string, whoAsks: Requester) {
    const body = JSON.stringify(operation)
    const requester = writeRequester(whoAsks)
    return {
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        "x-request-id": requestId,
        [REQUESTER_HEADER]: requester,
        [SIGNATURE_HEADER]: this.#signer.sign({ subgraph: this.name, requestId, requester, body }),
      },
      body,
    }
  }

  #read(statusCode: number, text: string, verbatim: boolean): SubgraphResponse {
    if (TRANSIENT_STATUS.has(statusCode)) throw new SubgraphUnavailable(this.name, "NO_CONNECTION")
    if (verbatim && statusCode === 200 && isNothingButData(text)) return { verbatim: text }
    const response = readJson(text)
    if (!isGraphQLResponse(response)) throw new SubgraphUnavailable(this.name, "BAD_RESPONSE")
    if (response.errors) return { ...response, errors: response.errors.map((error) => this.#named(error)) }
    return { data: response.data }
  }

  #named({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
    return new GraphQLError(message, { path, extensions: { ...extensions, service: this.name } })
  }

  #unavailable(error: unknown): SubgraphUnavailable {
    if (error instanceof SubgraphUnavailable) return error
    const late =
      error instanceof errors.HeadersTimeoutError ||
      error instanceof errors.BodyTimeoutError ||
      error instanceof errors.ConnectTimeoutError
    return new SubgraphUnavailable(this.name, late ? "TIMEOUT" : "NO_CONNECTION", { cause: error })
  }
}

/** The data of the events of a stream, one after the other; a subgraph writes each as one line. */
async function* eventsIn(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ""
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) if (line.startsWith("data: ")) yield line.slice("data: ".length)
  }
}

/** Says no in doubt: a field may be called "errors", too. */
function isNothingButData(text: string): boolean {
  return text.startsWith('{"data":{') && !text.includes('"errors":') && !text.includes('"extensions":')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface FormattedResponse {
  data?: Record<string, unknown> | null
  errors?: readonly GraphQLFormattedError[]
}

function isGraphQLResponse(value: unknown): value is FormattedResponse {
  if (typeof value !== "object" || value === null) return false
  return ("data" in value || "errors" in value) && !("errors" in value && !Array.isArray(value.errors))
}
