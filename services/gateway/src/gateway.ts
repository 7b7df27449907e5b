import type { IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { fileURLToPath } from "node:url"
import { RequestSigner } from "@plan43/authorization"
import { pino } from "pino"
import { BearerIdentities } from "./bearer/bearer-identities.ts"
import type { BearerVerifier } from "./bearer/bearer-verifier.ts"
import { IssuerBearerVerifier } from "./bearer/issuer-bearer-verifier.ts"
import type { GatewayConfiguration } from "./configuration.ts"
import { consolePages } from "./console/console-pages.ts"
import { openGatewayDatabase } from "./database/gateway-database.ts"
import { explorerPages } from "./explorer/explorer-pages.ts"
import { FileClient } from "./files/file-client.ts"
import { createGraph } from "./graph/graph.ts"
import { readinessOf } from "./health/readiness.ts"
import { clientAddressOf } from "./http/client-address.ts"
import { CrossOrigin } from "./http/cross-origin.ts"
import { createGatewayServer } from "./http/gateway-server.ts"
import { finishRequests } from "./http/shutdown.ts"
import { KnownDocuments } from "./limits/known-documents.ts"
import { loosestOf } from "./limits/operation-limits.ts"
import { OperationRules } from "./limits/operation-rules.ts"
import { Rates } from "./limits/rates.ts"
import { Streams } from "./live/streams.ts"
import { identitiesNow, requesters } from "./requester/requester-of.ts"
import { Standings } from "./requester/standings.ts"
import { Issuer } from "./sign-in/issuer.ts"
import { createSignIn, noSignIn, type SignIn } from "./sign-in/sign-in.ts"
import { askingAsGateway } from "./subgraph/ask-as-gateway.ts"
import { connectSubgraphs } from "./subgraph/subgraph-clients.ts"
import { SupergraphFile } from "./supergraph/supergraph-file.ts"
import type { Clock } from "./time/clock.ts"
import { createTokenService } from "./token/token-service.ts"
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
 * @param now the time by which sessions and tokens end
 * @throws Error when the supergraph is missing or unusable, trusted documents are not what they say, or the port is
 * taken
 */
export async function startGateway(
  configuration: GatewayConfiguration,
  now: Clock = Date.now,
): Promise<RunningGateway> {
  const { host, port, shutdownTimeout, publicOrigin, secret, limits, introspection } = configuration
  const log = pino({ name: "gateway", level: configuration.logLevel })
  const supergraph = await SupergraphFile.open({
    path: configuration.supergraph,
    urls: configuration.subgraphUrls,
    log,
  })
  const signer = new RequestSigner(secret)
  const subgraphs = connectSubgraphs(supergraph, {
    timeout: configuration.subgraphTimeout,
    signer,
    log,
  })
  const files = new FileClient({ subgraphs, timeout: configuration.subgraphTimeout, signer, log })
  const documents = new KnownDocuments(loosestOf(limits))
  const rules = new OperationRules({
    limits,
    documents,
    introspection,
    timeout: configuration.operationTimeout,
  })
  const streams = new Streams(log, configuration.streamLook)
  const graph = createGraph({
    supergraph,
    subgraphs,
    drainTimeout: shutdownTimeout,
    documents,
    rules,
    streams,
    log,
  })
  await graph.load()

  const rates = new Rates(configuration.rates, configuration.unlimitedAddresses)
  const addressOf = (request: IncomingMessage) => clientAddressOf(request, configuration.trustedProxies)
  const database = configuration.databaseUrl
    ? await openGatewayDatabase(configuration.databaseUrl, log)
    : null
  const askAsGateway = askingAsGateway(subgraphs)
  const standings = new Standings({ ask: askAsGateway, now, log })
  const bearerVerifiers: BearerVerifier[] = []
  const tokens =
    database &&
    createTokenService({
      publicOrigin,
      audience: configuration.audience,
      secret,
      database,
      askAsGateway,
      rates,
      addressOf,
      now,
      log,
    })
  if (tokens) bearerVerifiers.push(tokens.systems)
  let signIn: SignIn | null = null
  if (configuration.signIn !== null && database !== null) {
    const issuer = new Issuer(configuration.signIn, now)
    bearerVerifiers.push(new IssuerBearerVerifier(issuer, standings, now))
    signIn = createSignIn({ issuer, database, standings, publicOrigin, secret, addressOf, now, log })
  }

  const bearers = new BearerIdentities(bearerVerifiers, now)
  const server = createGatewayServer({
    graph,
    identityNow: identitiesNow(bearers, signIn?.browsers ?? null),
    requesterOf: requesters(bearers, signIn?.browsers ?? null, tokens?.systems ?? null, addressOf),
    files,
    routes: new Map([...(signIn?.routes ?? noSignIn(publicOrigin)), ...(tokens?.routes ?? [])]),
    readiness: () => readinessOf(subgraphs.all()),
    explorer: explorerPages(explorerFolder),
    console: consolePages(configuration.consoleDir),
    maxBodyBytes: configuration.maxBodyBytes,
    rates,
    addressOf,
    trustedDocuments: await readTrustedDocuments(configuration.trustedDocuments, log),
    anonymousOperations: configuration.anonymousOperations,
    introspection,
    crossOrigin: new CrossOrigin(configuration.allowedOrigins),
    https: publicOrigin.startsWith("https://"),
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
      streams.endAll()
      await finishRequests(server, shutdownTimeout)
      await graph.close()
      await tokens?.stop()
      await files.close()
      await subgraphs.close()
      signIn?.close()
      await database?.end()
    },
  }
}
