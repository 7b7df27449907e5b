import type { SubgraphClient } from "../subgraph/subgraph-client.ts"
import { dataHeldBy } from "../supergraph/data-held-by.ts"

/** Whether the whole graph can answer, and which parts cannot. */
export interface Readiness {
  ready: boolean
  /** Subgraphs that do not answer, with what people call the data they hold. */
  missing: { service: string; data: string }[]
}

/** How long a subgraph may take to say that it is ready, in milliseconds. */
const PATIENCE_MS = 2_000

/** Asks every subgraph whether it can work. */
export async function readinessOf(subgraphs: Iterable<SubgraphClient>): Promise<Readiness> {
  const asked = await Promise.all(
    Array.from(subgraphs, async (subgraph) => ({
      name: subgraph.name,
      ready: await subgraph.isReady(PATIENCE_MS),
    })),
  )
  const missing = asked
    .filter(({ ready }) => !ready)
    .map(({ name }) => ({ service: name, data: dataHeldBy(name) }))
  return { ready: missing.length === 0, missing }
}
