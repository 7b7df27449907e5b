import { type GatewayConfiguration, readConfiguration } from "../configuration.ts"
import { type RunningGateway, startGateway } from "../gateway.ts"
import type { NamedSubgraph } from "../supergraph/compose.ts"
import type { Clock } from "../time/clock.ts"
import { type SupergraphOnDisk, writeSupergraph } from "./small-graph.ts"

/** What the gateway signs with. */
export const GATEWAY_SECRET = "the secret of a gateway that is under test"

/** What a GraphQL endpoint answered. */
export interface Answer {
  status: number
  headers: Headers
  data?: Record<string, unknown> | null
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[]
}

/** Asks a GraphQL endpoint by POST. */
export async function ask(
  url: string,
  query: string,
  options: { variables?: Record<string, unknown>; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...options.headers },
    body: JSON.stringify({ query, variables: options.variables }),
  })
  return { status: response.status, headers: response.headers, ...((await response.json()) as object) }
}

/** A gateway over small subgraphs. */
export interface SmallGateway extends RunningGateway {
  supergraph: SupergraphOnDisk
}

export async function startSmallGateway(
  subgraphs: readonly NamedSubgraph[],
  overrides: Partial<GatewayConfiguration> = {},
  now?: Clock,
): Promise<SmallGateway> {
  const supergraph = await writeSupergraph(subgraphs)
  const gateway = await startGateway(
    {
      ...readConfiguration({
        PORT: "0",
        LOG_LEVEL: "silent",
        SUPERGRAPH: supergraph.path,
        GATEWAY_SECRET,
        TRUSTED_DOCUMENTS: "",
        ANONYMOUS_OPERATIONS: "any",
      }),
      ...overrides,
    },
    now,
  )
  return {
    ...gateway,
    supergraph,
    async stop() {
      await gateway.stop()
      await supergraph.remove()
    },
  }
}
