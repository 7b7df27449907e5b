import type { AddressInfo } from "node:net"
import { fileURLToPath } from "node:url"
import { RequestSigner } from "@plan43/authorization"
import { pino } from "pino"
import type { GatewayConfiguration } from "./configuration.ts"
import { consolePages } from "./console/console-pages.ts"
import { explorerPages } from "./explorer/explorer-pages.ts"
import { createGraph } from "./graph/graph.ts"
import { readinessOf } from "./health/readiness.ts"
import { CrossOrigin } from "./http/cross-origin.ts"
import { createGatewayServer } from "./http/gateway-server.ts"
import { finishRequests } from "./http/shutdown.ts"
import { KnownDocuments } from "./limits/known-documents.ts"
import { loosestOf } from "./limits/operation-limits.ts"
import { OperationRules } from "./limits/operation-rules.ts"
import { Rates } from "./limits/rates.ts"
import { connectSubgraphs } from "./subgraph/subgraph-clients.ts"
import { SupergraphFile } from "./supergraph/supergraph-file.ts"
import { readTrustedDocuments } from "./trusted/trusted-documents.ts"

const explorerFolder = fileURLToPath(new URL("../dist/explorer", import.meta.url))

/** A gateway that listens. */
export interface RunningGateway {
  /** Its origin, e.g. "http://127.0.0.1:4000". */
  url: string
  /** Stops accepting, finishes what is running within the configured time, and closes everything. */
  stop(): Promise<void>
}

/**
 * Starts the gateway; it listens when the promise resolves.
 * @throws Error when the supergraph is missing or unusable, trusted documents are not what they say, or the port is
 * taken
 */
export async function startGateway(configuration: GatewayConfiguration): Promise<RunningGateway> {
  const { host, port, shutdownTimeout, limits, introspection } = configuration
  const log = pino({ name: "gateway", level: configuration.logLevel })
  const supergraph = await SupergraphFile.open({
    path: configuration.supergraph,
    urls: configuration.subgraphUrls,
    log,
  })
  const subgraphs = connectSubgraphs(supergraph, {
    timeout: configuration.subgraphTimeout,
    signer: new RequestSigner(configuration.secret),
    log,
  })
  const documents = new KnownDocuments(loosestOf(limits))
  const rules = new OperationRules({
    limits,
    documents,
    introspection,
    timeout: configuration.operationTimeout,
  })
  const graph = createGraph({ supergraph, subgraphs, drainTimeout: shutdownTimeout, documents, rules, log })
  await graph.load()

  const server = createGatewayServer({
    graph,
    requesterOf: async (_request, address) => ({ identity: null, address }),
    routes: new Map(),
    readiness: () => readinessOf(subgraphs.all()),
    explorer: explorerPages(explorerFolder),
    console: consolePages(configuration.consoleDir),
    maxBodyBytes: configuration.maxBodyBytes,
    rates: new Rates(configuration.rates, configuration.unlimitedAddresses),
    trustedProxies: configuration.trustedProxies,
    trustedDocuments: await readTrustedDocuments(configuration.trustedDocuments, log),
    anonymousOperations: configuration.anonymousOperations,
    introspection,
    crossOrigin: new CrossOrigin(configuration.allowedOrigins),
    https: configuration.publicOrigin?.startsWith("https://") ?? false,
    log,
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve)
  })
  supergraph.watch(() => graph.reload())

  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  log.info({ url, subgraphs: Array.from(subgraphs.all(), ({ name }) => name) }, "gateway listens")
  return {
    url,
    async stop() {
      log.info("gateway stops")
      supergraph.close()
      await finishRequests(server, shutdownTimeout)
      await graph.close()
      await subgraphs.close()
    },
  }
}
