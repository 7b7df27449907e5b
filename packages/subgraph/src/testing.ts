import type { Clock } from "@plan43/calendar"
import { type RunningSubgraph, type SubgraphDefinition, startSubgraph } from "./server/subgraph.ts"

/** An answer as a client sees it. */
export interface Answer<Data> {
  data: Data | null
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[]
}

/** Starts a subgraph on a free port of this machine, migrated forward, logging nothing. */
export function startForTest(
  definition: SubgraphDefinition,
  databaseUrl: string,
  clock?: Clock,
): Promise<RunningSubgraph> {
  return startSubgraph(definition, { host: "127.0.0.1", port: 0, databaseUrl, logLevel: "silent" }, clock)
}

/** Asks a running subgraph as the gateway would: over HTTP. */
export async function ask<Data>(
  subgraph: Pick<RunningSubgraph, "url">,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${subgraph.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Answer<Data>
}

/** The data of an answer that must be free of errors. */
export async function askWell<Data>(
  subgraph: Pick<RunningSubgraph, "url">,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Data> {
  const { data, errors } = await ask<Data>(subgraph, query, variables)
  if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}
