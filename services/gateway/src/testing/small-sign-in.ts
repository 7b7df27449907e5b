import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import {
  DEMO_PASSWORD,
  type RunningIdentityProvider,
  readConfiguration as readIdentityConfiguration,
  startIdentityProvider,
} from "@plan43/identity"
import type { GatewayConfiguration } from "../configuration.ts"
import type { SignInConfiguration } from "../sign-in/sign-in-configuration.ts"
import type { NamedSubgraph } from "../supergraph/compose.ts"
import type { Clock } from "../time/clock.ts"
import type { SmallBrowser } from "./small-browser.ts"
import { type SmallGateway, startSmallGateway } from "./small-gateway.ts"

const CLIENT_ID = "plan43"
const CLIENT_SECRET = "what the gateway shows to the issuer under test"

/** A gateway with whom people can sign in, and the issuer that knows them. */
export interface SmallSignIn {
  origin: string
  issuer: string
  gateway: SmallGateway
  database: TestDatabase
  startIssuer(): Promise<void>
  stopIssuer(): Promise<void>
  stop(): Promise<void>
}

/** The issuer is not started yet. */
export async function startSmallSignIn(
  subgraphs: readonly NamedSubgraph[],
  now: Clock,
  overrides: Partial<SignInConfiguration> = {},
  gatewayOverrides: Partial<GatewayConfiguration> = {},
): Promise<SmallSignIn> {
  const database = await createTestDatabase()
  const [port, issuerPort] = [await freePort(), await freePort()]
  const [origin, issuer] = [`http://localhost:${port}`, `http://localhost:${issuerPort}`]
  const gateway = await startSmallGateway(
    subgraphs,
    {
      ...gatewayOverrides,
      port,
      publicOrigin: origin,
      databaseUrl: database.urls.gateway,
      signIn: {
        issuer,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        scopes: "openid profile email",
        claims: { role: "role", agency: "agency" },
        audience: "plan43-api",
        idle: 30 * 60_000,
        longest: 10 * 3_600_000,
        ...overrides,
      },
    },
    now,
  )
  let provider: RunningIdentityProvider | null = null
  const stopIssuer = async () => {
    await provider?.stop()
    provider = null
  }
  return {
    origin,
    issuer,
    gateway,
    database,
    async startIssuer() {
      provider = await startIdentityProvider(
        readIdentityConfiguration({
          PORT: String(issuerPort),
          DATABASE_URL: database.urls.identity,
          ISSUER: issuer,
          CLIENT_ID,
          CLIENT_SECRET,
          REDIRECT_URI: `${origin}/sign-in/callback`,
          POST_LOGOUT_URI: `${origin}/`,
          BACKCHANNEL_LOGOUT_URI: `${origin}/sign-in/back-channel-logout`,
          LOG_LEVEL: "silent",
        }),
      )
    },
    stopIssuer,
    async stop() {
      await gateway.stop()
      await stopIssuer()
      await database.drop()
    },
  }
}

/** Signs in as a person would. @returns where they land */
export async function signIn(
  browser: SmallBrowser,
  { origin }: Pick<SmallSignIn, "origin">,
  account: string,
  { password = DEMO_PASSWORD, returnTo = "/" } = {},
) {
  const { url } = await browser.go(`${origin}/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
  return browser.submit(url, { account, password, do: "sign-in" })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}
