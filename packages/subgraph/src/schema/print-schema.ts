import { writeFileSync } from "node:fs"
import type { SubgraphSchema } from "./subgraph-schema.ts"

/** Writes a subgraph's SDL where people review it and the gateway's build composes it. */
export function printSchema({ sdl }: SubgraphSchema, file: URL): void {
  writeFileSync(file, sdl)
}
