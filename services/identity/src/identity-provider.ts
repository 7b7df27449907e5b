import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { migrateWithSql } from "@plan43/database/sql"
import Provider from "oidc-provider"
import pg from "pg"
import { type Logger, pino } from "pino"
import type { IdentityConfiguration } from "./configuration.ts"
import { signInInteraction } from "./interaction/sign-in-interaction.ts"
import { STYLESHEET_PATH } from "./page/page.ts"
import { STYLESHEET } from "./page/stylesheet.ts"
import { providerOptions } from "./provider/provider-options.ts"
import { migrations } from "./store/migrations.ts"
import { removeExpired } from "./store/postgres-adapter.ts"
import { providerKeys } from "./store/provider-keys.ts"

/** How often records that have run out are removed, in milliseconds. */
const SWEEP_MS = 600_000

/** A provider that listens. */
export interface RunningIdentityProvider {
  /** Where it listens, e.g. "http://127.0.0.1:4006"; its public address is the configured issuer. */
  url: string
  stop(): Promise<void>
}

/**
 * Starts the OpenID provider of the demonstration; it listens when the promise resolves.
 * @throws Error when the database does not answer, or the port is taken
 */
export async function startIdentityProvider(
  configuration: IdentityConfiguration,
): Promise<RunningIdentityProvider> {
  const { issuer, client, host, port } = configuration
  const log = pino({ name: "identity", level: configuration.logLevel })
  const database = new pg.Pool({
    connectionString: configuration.databaseUrl,
    max: 4,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  })
  database.on("error", (error) => log.warn({ err: error }, "a connection to the database broke"))
  await migrateWithSql(database, migrations)

  const provider = new Provider(issuer, providerOptions(client, await providerKeys(database), database))
  // Behind TLS something else ends the TLS, and says so in x-forwarded-proto
  provider.proxy = issuer.startsWith("https:")
  logEvents(provider, log)

  const answer = provider.callback()
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      log.error({ err: error }, "unexpected error")
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { "content-type": "text/plain; charset=utf-8" }).end("Lỗi ngoài dự kiến")
    })
  })

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = "/"] = (request.url ?? "/").split("?", 1)
    if (path.startsWith("/interaction/"))
      return signInInteraction({ provider, client, database, log }, request, response)
    if (path === STYLESHEET_PATH) {
      response.writeHead(200, { "content-type": "text/css; charset=utf-8", "cache-control": "max-age=300" })
      response.end(STYLESHEET)
      return
    }
    if (path === "/ready") {
      response.writeHead(200, { "content-type": "application/json" }).end('{"ready":true}')
      return
    }
    await answer(request, response)
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve)
  })
  const sweep = setInterval(() => {
    removeExpired(database).catch((error) =>
      log.warn({ err: error }, "what has run out could not be removed"),
    )
  }, SWEEP_MS).unref()

  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  log.info({ url, issuer }, "identity provider listens")
  return {
    url,
    async stop() {
      clearInterval(sweep)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await database.end()
    },
  }
}

/** What goes wrong is told in the log by name; tokens and codes are not. */
function logEvents(provider: Provider, log: Logger): void {
  provider.on("server_error", (_ctx, error) => log.error({ err: error }, "unexpected error"))
  provider.on("authorization.error", (_ctx, error) =>
    log.warn({ why: error.message }, "a sign-in came to nothing"),
  )
  provider.on("grant.error", (_ctx, error) => log.warn({ why: error.message }, "no tokens were given"))
  provider.on("backchannel.error", (_ctx, error) =>
    log.warn({ why: error.message }, "the application could not be told that somebody signed out"),
  )
}
