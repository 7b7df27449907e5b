import type { RequestSigner } from "@plan43/authorization"
import type { Logger } from "pino"
import { subgraphUrlsOf } from "../supergraph/subgraph-urls.ts"
import { SubgraphClient } from "./subgraph-client.ts"

/** The subgraphs that the current supergraph names, each with one client for as long as its address stays. */
export interface SubgraphClients {
  /** @throws Error for a name that the current supergraph does not have */
  named(name: string): SubgraphClient
  all(): Iterable<SubgraphClient>
  close(): Promise<void>
}

/**
 * @param supergraph where the addresses stand; they may change while the gateway runs
 */
export function connectSubgraphs(
  supergraph: { readonly current: string },
  { timeout, signer, log }: { timeout: number; signer: RequestSigner; log: Logger },
): SubgraphClients {
  const clients = new Map<string, SubgraphClient>()
  let connected = ""

  /** By name, for the current supergraph; clients of addresses no longer named end with their last request. */
  function current(): Map<string, SubgraphClient> {
    if (connected === supergraph.current) return clients
    connected = supergraph.current
    const urls = subgraphUrlsOf(connected)
    for (const [name, client] of clients) {
      if (urls.get(name) === client.url) continue
      clients.delete(name)
      void client.retire()
    }
    for (const [name, url] of urls) {
      if (!clients.has(name)) clients.set(name, new SubgraphClient({ name, url, timeout, signer, log }))
    }
    return clients
  }

  return {
    named(name) {
      const client = current().get(name)
      if (!client) throw new Error(`the supergraph names no subgraph "${name}"`)
      return client
    },
    all: () => current().values(),
    async close() {
      await Promise.all(Array.from(clients.values(), (client) => client.close()))
    },
  }
}
