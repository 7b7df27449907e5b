import { SHORTEST_SECRET } from "@plan43/authorization"
import { z } from "zod"

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  GATEWAY_SECRET: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.string().min(SHORTEST_SECRET)).min(1).max(2)),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
})

/** What a subgraph reads from its environment, once, at start. */
export interface SubgraphConfiguration {
  port: number
  host: string
  /** The connection of its own role. */
  databaseUrl: string
  /** What only the gateway and the subgraphs know; a second one while the first replaces it. */
  gatewaySecrets: readonly string[]
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
export function readConfiguration(env: NodeJS.ProcessEnv): SubgraphConfiguration {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw new ConfigurationInvalid(parsed.error.issues)
  const { PORT, HOST, DATABASE_URL, GATEWAY_SECRET, LOG_LEVEL } = parsed.data
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    gatewaySecrets: GATEWAY_SECRET,
    logLevel: LOG_LEVEL,
  }
}
