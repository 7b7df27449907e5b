import { writeFile } from "node:fs/promises"
import type { NamedSubgraph } from "@plan43/gateway/supergraph"
import type { Terminal } from "../terminal/terminal.ts"

/** How long a subgraph may take to tell its schema, in milliseconds. */
const PATIENCE_MS = 5_000

/**
 * Composes the schemas that the running subgraphs tell, and writes the supergraph in place, where the gateway sees
 * that it changed. Schemas that do not fit together, or are not told, are reported, and the last good graph stays.
 * @param subgraphs by name the address of each, e.g. http://127.0.0.1:4002/graphql
 * @param file of the supergraph
 * @returns whether the file holds the graph of the schemas as they are now
 */
export async function recompose(
  subgraphs: ReadonlyMap<string, string>,
  file: string,
  terminal: Terminal,
): Promise<boolean> {
  // Loaded late: the build that comes before makes it.
  const { CompositionFailed, composeSupergraph } = await import("@plan43/gateway/supergraph")
  try {
    const told = await Promise.all(Array.from(subgraphs, ([name, url]) => schemaOf(name, url)))
    await writeFile(file, composeSupergraph(told).supergraphSdl)
    return true
  } catch (error) {
    const what =
      error instanceof CompositionFailed ? "the subgraphs do not fit together" : "the graph was not composed"
    terminal.warn(
      `${what}; the last good one stays:\n${error instanceof Error ? error.message : String(error)}`,
    )
    return false
  }
}

async function schemaOf(name: string, url: string): Promise<NamedSubgraph> {
  try {
    const response = await fetch(new URL("/schema", url), { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) throw new Error(`it answers ${response.status}`)
    return { name, url, sdl: await response.text() }
  } catch (error) {
    throw new Error(
      `${name} does not tell its schema: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
