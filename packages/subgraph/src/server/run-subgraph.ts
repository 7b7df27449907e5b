import { readConfiguration } from "./configuration.ts"
import { type SubgraphDefinition, startSubgraph } from "./subgraph.ts"

/**
 * Runs a subgraph as a process: reads the environment, starts, says `{ ready: true }` to the parent that
 * started it, and ends cleanly on SIGTERM, SIGINT or when that parent is gone.
 */
export async function runSubgraph(definition: SubgraphDefinition): Promise<void> {
  try {
    const running = await startSubgraph(definition, readConfiguration(process.env))
    let ending = false
    const end = async () => {
      if (ending) return
      ending = true
      await running.stop()
      process.exit(0)
    }
    process.once("SIGTERM", end)
    process.once("SIGINT", end)
    process.once("disconnect", end)
    process.send?.({ ready: true, url: running.url })
  } catch (error) {
    console.error(`${definition.name}: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}
