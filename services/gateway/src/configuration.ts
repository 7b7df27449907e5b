import { fileURLToPath } from "node:url"
import { SHORTEST_SECRET } from "@plan43/authorization"
import { z } from "zod"
import { subgraphs } from "./supergraph/subgraphs.ts"

const milliseconds = z.coerce.number().int().positive()
const subgraphUrl = z.url({ protocol: /^https?$/ }).optional()

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  AGENCIES_URL: subgraphUrl,
  TASKS_URL: subgraphUrl,
  INDICATORS_URL: subgraphUrl,
  COOPERATION_URL: subgraphUrl,
  ACCESS_URL: subgraphUrl,
  SUPERGRAPH: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL("../dist/supergraph.graphql", import.meta.url))),
  CONSOLE_DIR: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL("../../../apps/console/dist", import.meta.url))),
  GATEWAY_SECRET: z.string().min(SHORTEST_SECRET),
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(10_000),
  SHUTDOWN_TIMEOUT_MS: milliseconds.default(10_000),
  MAX_BODY_BYTES: z.coerce.number().int().positive().default(1_000_000),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
})

/** What the gateway reads from its environment, once, at start. */
export interface GatewayConfiguration {
  port: number
  host: string
  /** Addresses of subgraphs by name; one left out keeps the address the supergraph names. */
  subgraphUrls: Readonly<Record<string, string | undefined>>
  /** File of the supergraph. */
  supergraph: string
  /** Folder of the built console; without it the gateway serves the graph only. */
  consoleDir: string
  /** What only the gateway and the subgraphs know: requests to them are signed with it. */
  secret: string
  /** How long one request to a subgraph may take, in milliseconds. */
  subgraphTimeout: number
  /** How long running requests may take to finish after a signal to stop, in milliseconds. */
  shutdownTimeout: number
  /** The largest request body, in bytes. */
  maxBodyBytes: number
  logLevel: z.infer<typeof environment>["LOG_LEVEL"]
}

/** The environment is not right; the message lists every variable at fault. */
export class ConfigurationInvalid extends Error {
  constructor(issues: readonly { path: PropertyKey[]; message: string }[]) {
    super(issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "))
    this.name = "ConfigurationInvalid"
  }
}

/** @throws ConfigurationInvalid */
export function readConfiguration(env: NodeJS.ProcessEnv): GatewayConfiguration {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw new ConfigurationInvalid(parsed.error.issues)
  return {
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    subgraphUrls: Object.fromEntries(subgraphs.map(({ name, variable }) => [name, parsed.data[variable]])),
    supergraph: parsed.data.SUPERGRAPH,
    consoleDir: parsed.data.CONSOLE_DIR,
    secret: parsed.data.GATEWAY_SECRET,
    subgraphTimeout: parsed.data.SUBGRAPH_TIMEOUT_MS,
    shutdownTimeout: parsed.data.SHUTDOWN_TIMEOUT_MS,
    maxBodyBytes: parsed.data.MAX_BODY_BYTES,
    logLevel: parsed.data.LOG_LEVEL,
  }
}
