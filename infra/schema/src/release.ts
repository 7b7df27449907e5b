/** `npm run release:schema`: makes the graph of the subgraphs the released one, and writes down what that changed. */
import { copyFile, readFile, writeFile } from "node:fs/promises"
import { changelogEntry, withEntry } from "./changelog.ts"
import { composedFolder, releasedFolder } from "./places.ts"
import { bothGraphs } from "./read-schema.ts"
import { changesBetween } from "./schema-changes.ts"

const { released, next } = await bothGraphs()
const changes = await changesBetween(released, next)
if (changes.length === 0) console.log("Nothing changed since the last release.")
else {
  const log = new URL("CHANGELOG.md", releasedFolder)
  const entry = changelogEntry(new Date().toISOString().slice(0, 10), changes)
  await writeFile(log, withEntry(await readFile(log, "utf8"), entry))
  for (const file of ["api.graphql", "supergraph.graphql"])
    await copyFile(new URL(file, composedFolder), new URL(file, releasedFolder))
  console.log(`Released: ${changes.length} changes.`)
}
