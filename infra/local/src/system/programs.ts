import { join } from "node:path"
import {
  OTHER_PORTS,
  subgraphs,
  urlVariableOf,
} from "../../../../packages/subgraph-list/src/subgraph-list.ts"
import type { PortClaim } from "../preconditions/ports.ts"
import type { Program } from "../process/supervised-process.ts"

/** The subgraphs in the order of their ports; read from their source, since this runs before anything is built. */
export const SUBGRAPHS: readonly string[] = subgraphs.map(({ name }) => name)

/** Whether the built programs run, or their source. */
export type CodeForm = "built" | "source"

/** Where the programs are, listen and find each other. */
export interface Surroundings {
  /** The repository's folder, absolute. */
  root: string
  /** Address and port of the gateway; subgraphs listen on this machine only. */
  host: string
  port: number
  form: CodeForm
  /** What only the gateway and the subgraphs know. */
  gatewaySecret: string
  /** Where people reach the system, e.g. http://localhost:4000 */
  publicOrigin: string
  /** What the gateway shows to the local identity provider; null: people sign in with an issuer elsewhere. */
  identityClientSecret: string | null
  /** The folder of the files that people upload, absolute. */
  evidenceDirectory: string
  /** Whether messages go to a mail server elsewhere, which SMTP_URL names, and not to the local inbox. */
  mailElsewhere: boolean
}

/** The OpenID provider of a local start. */
const IDENTITY = "identity"

/** What the gateway is called there. */
const GATEWAY_CLIENT_ID = "plan43"

/** Subgraphs are for the gateway alone; the identity provider, whose passwords everybody can read, for this machine. */
const HERE = "127.0.0.1"

/** Bounds of each process's memory in MB: the space for new objects is what it keeps although it does not need it. */
const MEMORY = ["--max-semi-space-size=16", "--max-old-space-size=384"]

/** Of those that are asked seldom and little at a time. */
const SMALL_MEMORY = ["--max-semi-space-size=2", "--max-old-space-size=256"]
const SMALL: ReadonlySet<string> = new Set([
  IDENTITY,
  ...subgraphs.filter(({ size }) => size === "small").map(({ name }) => name),
])

/**
 * What a gateway that only this machine reaches leaves open and one that faces strangers keeps shut: whoever comes from
 * here may ask anything, read the schema, and is not counted. Whoever sets a variable has it his way.
 */
const OPEN_HERE = {
  ANONYMOUS_OPERATIONS: "any",
  INTROSPECTION: "anyone",
  LIMITS_ANONYMOUS: "tokens=10000,depth=24,fields=1000,aliases=100,directives=100,cost=200000",
  UNLIMITED_ADDRESSES: "127.0.0.0/8,::1",
}

/** Where a subgraph answers, e.g. http://127.0.0.1:4002/graphql */
export function subgraphUrl(name: string, { port }: Surroundings): string {
  return `http://${HERE}:${portOf(name, port)}/graphql`
}

/** What listens where, the gateway first; the console's dev server, which only source has, last. */
export function portClaims({
  host,
  port,
  form,
  signInElsewhere,
  mailElsewhere,
}: Pick<Surroundings, "host" | "port" | "form" | "mailElsewhere"> & {
  signInElsewhere: boolean
}): PortClaim[] {
  const claims = [
    { host, port, user: "gateway" },
    ...SUBGRAPHS.map((name) => ({ host: HERE, port: portOf(name, port), user: name })),
  ]
  if (!signInElsewhere) claims.push({ host: HERE, port: identityPort(port), user: IDENTITY })
  if (form === "source") claims.push({ host, port: consolePort(port), user: "console" })
  if (!mailElsewhere)
    claims.push(
      { host: HERE, port: inboxPort(port), user: "local inbox" },
      { host: HERE, port: smtpPort(port), user: "local mail" },
    )
  return claims
}

/** The subgraphs that tell people addresses of the system: in notices, on public pages. */
const NAMING_ADDRESSES: ReadonlySet<string> = new Set(["notifications", "reporting"])

/** @param databaseUrl the connection of the subgraph's own role */
export function subgraphProgram(name: string, databaseUrl: string, surroundings: Surroundings): Program {
  return serviceProgram(name, surroundings, {
    HOST: HERE,
    PORT: String(portOf(name, surroundings.port)),
    DATABASE_URL: databaseUrl,
    GATEWAY_SECRET: surroundings.gatewaySecret,
    EVIDENCE_DIR: surroundings.evidenceDirectory,
    ...(NAMING_ADDRESSES.has(name) && { PUBLIC_ORIGIN: surroundings.publicOrigin }),
    ...(name === "notifications" && {
      ...(!surroundings.mailElsewhere && { SMTP_URL: `smtp://${HERE}:${smtpPort(surroundings.port)}` }),
    }),
  })
}

/** Where the local inbox listens, and shows what arrived. */
export function localInboxPlace({ port }: Pick<Surroundings, "port">) {
  return {
    host: HERE,
    smtpPort: smtpPort(port),
    pagePort: inboxPort(port),
    url: `http://localhost:${inboxPort(port)}/`,
  }
}

/**
 * @param databaseUrl the connection of the gateway's own role
 * @param supergraph the file to run on; without it the one that the build composed
 */
export function gatewayProgram(
  databaseUrl: string,
  surroundings: Surroundings,
  supergraph?: string,
): Program {
  const { host, port, gatewaySecret, publicOrigin, identityClientSecret } = surroundings
  return serviceProgram("gateway", surroundings, {
    ...(isLoopback(host) && { ...OPEN_HERE, ...set(process.env, Object.keys(OPEN_HERE)) }),
    HOST: host,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    GATEWAY_SECRET: gatewaySecret,
    PUBLIC_ORIGIN: publicOrigin,
    ...(identityClientSecret !== null && {
      OIDC_ISSUER: issuerUrl(port),
      OIDC_CLIENT_ID: GATEWAY_CLIENT_ID,
      OIDC_CLIENT_SECRET: identityClientSecret,
    }),
    SUPERGRAPH: supergraph,
    ...Object.fromEntries(SUBGRAPHS.map((name) => [urlVariableOf(name), subgraphUrl(name, surroundings)])),
  })
}

/** Whether only this machine can reach what listens there. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Those of the variables that are set. */
function set(env: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
}

/**
 * The OpenID provider with accounts to try the system; it is never one for production, even where all else is built.
 * @param databaseUrl the connection of its own role
 */
export function identityProgram(
  databaseUrl: string,
  clientSecret: string,
  surroundings: Surroundings,
): Program {
  const { port, publicOrigin } = surroundings
  return serviceProgram(IDENTITY, surroundings, {
    NODE_ENV: "development",
    HOST: HERE,
    PORT: String(identityPort(port)),
    DATABASE_URL: databaseUrl,
    ISSUER: issuerUrl(port),
    CLIENT_ID: GATEWAY_CLIENT_ID,
    CLIENT_SECRET: clientSecret,
    REDIRECT_URI: `${publicOrigin}/sign-in/callback`,
    POST_LOGOUT_URI: `${publicOrigin}/`,
    BACKCHANNEL_LOGOUT_URI: `http://localhost:${port}/sign-in/back-channel-logout`,
  })
}

/** @param databaseUrl the connection of the role that may write for every subgraph */
export function planImportProgram(
  databaseUrl: string,
  surroundings: Pick<Surroundings, "root" | "form">,
): Program {
  return serviceProgram("plan-import", surroundings, { DATABASE_URL: databaseUrl })
}

/** @param urls the connections of the subgraphs in which a year is simulated */
export function simulationProgram(
  urls: { tasks: string; indicators: string },
  surroundings: Pick<Surroundings, "root" | "form">,
): Program {
  return serviceProgram("simulation", surroundings, {
    TASKS_DATABASE_URL: urls.tasks,
    INDICATORS_DATABASE_URL: urls.indicators,
  })
}

/** The console's dev server; its program is the supervisor's own, its folder the console's. */
export function consoleServerProgram({ root, host, port }: Surroundings): Program {
  return {
    name: "console",
    args: [join(root, "infra", "local", "src", "dev", "console-server.ts")],
    cwd: join(root, "apps", "console"),
    env: {
      ...process.env,
      HOST: host,
      PORT: String(consolePort(port)),
      GATEWAY_URL: `http://127.0.0.1:${port}`,
      NODE_ENV: "development",
    },
  }
}

/** Where people reach the system: in development through the console's dev server, which passes on what is not its own. */
export function localOrigin({ port, form }: Pick<Surroundings, "port" | "form">): string {
  return `http://localhost:${form === "built" ? port : consolePort(port)}`
}

/** Where the console's dev server listens. */
export function consolePort(gatewayPort: number): number {
  return gatewayPort + OTHER_PORTS.console
}

function inboxPort(gatewayPort: number): number {
  return gatewayPort + OTHER_PORTS.inbox
}

function smtpPort(gatewayPort: number): number {
  return gatewayPort + OTHER_PORTS.mail
}

function identityPort(gatewayPort: number): number {
  return gatewayPort + OTHER_PORTS.identity
}

/** As a browser reaches it, which is also how the gateway asks it. */
function issuerUrl(gatewayPort: number): string {
  return `http://localhost:${identityPort(gatewayPort)}`
}

/** @throws RangeError when there is no such subgraph */
function portOf(name: string, gatewayPort: number): number {
  const subgraph = subgraphs.find((each) => each.name === name)
  if (subgraph === undefined) throw new RangeError(`no subgraph is called ${name}`)
  return gatewayPort + subgraph.port
}

function serviceProgram(
  name: string,
  { root, form }: Pick<Surroundings, "root" | "form">,
  settings: Record<string, string | undefined>,
): Program {
  const fromSource = ["--conditions=plan43-source", "--import=@oxc-node/core/register", "src/main.ts"]
  return {
    name,
    args: [
      ...(SMALL.has(name) ? SMALL_MEMORY : MEMORY),
      ...(form === "source" ? fromSource : ["dist/main.js"]),
    ],
    cwd: join(root, "services", name),
    env: {
      ...process.env,
      NODE_ENV: form === "source" ? "development" : "production",
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "plan43-compiled"),
      ...settings,
    },
  }
}
