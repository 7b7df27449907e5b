import { mkdir, readFile, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { subgraphs } from "@plan43/subgraph-list"
import { CompositionFailed, composeSupergraph, type NamedSubgraph } from "./compose.ts"

/** The build's last step: `services/{name}/schema.graphql` → `dist/supergraph.graphql` and `dist/api.graphql`. */
const servicesFolder = new URL("../../../", import.meta.url)
const builtFolder = new URL("../../dist/", import.meta.url)

/** Where subgraphs are unless the gateway is told otherwise: behind its own port on the same machine. */
const LOCAL_GATEWAY_PORT = 4000

async function printedSchema(name: string): Promise<string> {
  const file = new URL(`${name}/schema.graphql`, servicesFolder)
  return readFile(file, "utf8").catch(() => {
    throw new Error(`${fileURLToPath(file)} is missing: build @plan43/${name} first, its build prints it`)
  })
}

try {
  const named: NamedSubgraph[] = await Promise.all(
    subgraphs.map(async ({ name, port }) => ({
      name,
      url: `http://127.0.0.1:${LOCAL_GATEWAY_PORT + port}/graphql`,
      sdl: await printedSchema(name),
    })),
  )
  const { supergraphSdl, publicSdl } = composeSupergraph(named)
  await mkdir(builtFolder, { recursive: true })
  await writeFile(new URL("supergraph.graphql", builtFolder), supergraphSdl)
  await writeFile(new URL("api.graphql", builtFolder), publicSdl)
} catch (error) {
  const what =
    error instanceof CompositionFailed ? "the subgraphs do not compose" : "no supergraph was composed"
  console.error(`gateway: ${what}\n${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
