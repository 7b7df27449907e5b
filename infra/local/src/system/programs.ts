import { join } from "node:path"
import type { PortClaim } from "../preconditions/ports.ts"
import type { Program } from "../process/supervised-process.ts"

/** The subgraphs in the order of their ports: the gateway's + 1 … + 5. */
export const SUBGRAPHS = ["agencies", "tasks", "indicators", "cooperation", "access"] as const
export type SubgraphName = (typeof SUBGRAPHS)[number]

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
}

/** Subgraphs are for the gateway alone. */
const SUBGRAPH_HOST = "127.0.0.1"

/** Bounds of each process's memory in MB: the space for new objects is what it keeps although it does not need it. */
const MEMORY = ["--max-semi-space-size=16", "--max-old-space-size=384"]

/** Where a subgraph answers, e.g. http://127.0.0.1:4002/graphql */
export function subgraphUrl(name: SubgraphName, { port }: Surroundings): string {
  return `http://${SUBGRAPH_HOST}:${portOf(name, port)}/graphql`
}

/** What listens where, the gateway first; the console's dev server, which only source has, last. */
export function portClaims({ host, port, form }: Surroundings): PortClaim[] {
  const claims = [
    { host, port, user: "gateway" },
    ...SUBGRAPHS.map((name) => ({ host: SUBGRAPH_HOST, port: portOf(name, port), user: name })),
  ]
  return form === "built" ? claims : [...claims, { host, port: consolePort(port), user: "console" }]
}

/** @param databaseUrl the connection of the subgraph's own role */
export function subgraphProgram(
  name: SubgraphName,
  databaseUrl: string,
  surroundings: Surroundings,
): Program {
  return serviceProgram(name, surroundings, {
    HOST: SUBGRAPH_HOST,
    PORT: String(portOf(name, surroundings.port)),
    DATABASE_URL: databaseUrl,
    GATEWAY_SECRET: surroundings.gatewaySecret,
  })
}

/** @param supergraph the file to run on; without it the one that the build composed */
export function gatewayProgram(surroundings: Surroundings, supergraph?: string): Program {
  return serviceProgram("gateway", surroundings, {
    HOST: surroundings.host,
    PORT: String(surroundings.port),
    DATABASE_URL: undefined,
    GATEWAY_SECRET: surroundings.gatewaySecret,
    SUPERGRAPH: supergraph,
    ...Object.fromEntries(
      SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, subgraphUrl(name, surroundings)]),
    ),
  })
}

/** @param databaseUrl the connection of the role that may write for every subgraph */
export function planImportProgram(
  databaseUrl: string,
  surroundings: Pick<Surroundings, "root" | "form">,
): Program {
  return serviceProgram("plan-import", surroundings, { DATABASE_URL: databaseUrl })
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

/** Where the console's dev server listens: behind the subgraphs and the identity provider. */
export function consolePort(gatewayPort: number): number {
  return gatewayPort + 2 + SUBGRAPHS.length
}

function portOf(name: SubgraphName, gatewayPort: number): number {
  return gatewayPort + 1 + SUBGRAPHS.indexOf(name)
}

function serviceProgram(
  name: string,
  { root, form }: Pick<Surroundings, "root" | "form">,
  settings: Record<string, string | undefined>,
): Program {
  const fromSource = ["--conditions=plan43-source", "--import=@oxc-node/core/register", "src/main.ts"]
  return {
    name,
    args: [...MEMORY, ...(form === "source" ? fromSource : ["dist/main.js"])],
    cwd: join(root, "services", name),
    env: {
      ...process.env,
      NODE_ENV: form === "source" ? "development" : "production",
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "plan43-compiled"),
      ...settings,
    },
  }
}
