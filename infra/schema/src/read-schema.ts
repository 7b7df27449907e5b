import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { buildSchema, type GraphQLSchema } from "graphql"
import { composedFolder, releasedFolder } from "./places.ts"

/** The public graph that was released last, and the one that the subgraphs now make. */
export async function bothGraphs(): Promise<{ released: GraphQLSchema; next: GraphQLSchema }> {
  const [released, next] = await Promise.all([
    readGraph(new URL("api.graphql", releasedFolder)),
    readGraph(new URL("api.graphql", composedFolder)),
  ])
  return { released, next }
}

async function readGraph(file: URL): Promise<GraphQLSchema> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`${fileURLToPath(file)} is missing: npm run build composes it`)
  })
  return buildSchema(text)
}
