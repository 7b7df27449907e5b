import {
  REQUESTER_HEADER,
  type Requester,
  type RequestSigner,
  SIGNATURE_HEADER,
  signedMessage,
  writeRequester,
} from "@plan43/authorization"
import type { Logger } from "pino"
import { Agent, type Dispatcher } from "undici"
import { RequestRefused } from "../http/request-refused.ts"
import type { SubgraphClients } from "../subgraph/subgraph-clients.ts"
import { SubgraphUnavailable } from "../subgraph/subgraph-unavailable.ts"

/** What a subgraph is asked about a file. */
export interface FileRequest {
  subgraph: string
  method: "GET" | "HEAD" | "POST" | "PATCH" | "DELETE"
  path: string
  headers: Readonly<Record<string, string>>
  /** Empty where there is none; never larger than what is vouched for at once. */
  body: Buffer
  requestId: string
  requester: Requester
  signal: AbortSignal
}

/** Asks subgraphs about files, over connections of its own: a slow reader of a file keeps nobody from the graph. */
export class FileClient {
  readonly #subgraphs: SubgraphClients
  readonly #signer: RequestSigner
  readonly #log: Logger
  readonly #agent: Agent

  constructor({
    subgraphs,
    timeout,
    signer,
    log,
  }: { subgraphs: SubgraphClients; timeout: number; signer: RequestSigner; log: Logger }) {
    this.#subgraphs = subgraphs
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
  }

  /** @throws RequestRefused (503) when the subgraph does not answer; the signal's reason when it was aborted */
  async ask(request: FileRequest): Promise<Dispatcher.ResponseData> {
    const { subgraph, method, path, headers, body, requestId, signal } = request
    const requester = writeRequester(request.requester)
    const signed = signedMessage({ method, path, headers, body })
    try {
      return await this.#agent.request({
        origin: new URL(this.#subgraphs.named(subgraph).url).origin,
        path,
        method,
        headers: {
          ...headers,
          "x-request-id": requestId,
          [REQUESTER_HEADER]: requester,
          [SIGNATURE_HEADER]: this.#signer.sign({ subgraph, requestId, requester, body: signed }),
        },
        body: body.length === 0 ? null : body,
        signal,
      })
    } catch (error) {
      signal.throwIfAborted()
      this.#log.warn({ subgraph, requestId, err: error }, "a file could not be asked for")
      const { message } = new SubgraphUnavailable(subgraph, "NO_CONNECTION")
      throw new RequestRefused(
        503,
        "SUBGRAPH_UNAVAILABLE",
        message,
        { "retry-after": "5" },
        { service: subgraph },
      )
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy()
  }
}
