/**
 * `npm run check:schema`: what the graph of the subgraphs, as they now are, means for those who rely on the released one.
 * Fails on a breaking change that no page of docs/decisions allows.
 */
import { allowedBreaks } from "./allowed-breaks.ts"
import { brokenOperations } from "./broken-operations.ts"
import { knownOperations } from "./known-operations.ts"
import { bothGraphs } from "./read-schema.ts"
import { changesBetween, isAboutWords } from "./schema-changes.ts"

const { released, next } = await bothGraphs()
const changes = await changesBetween(released, next)
const allowed = await allowedBreaks()

for (const effect of ["breaking", "dangerous", "safe"] as const) {
  const alike = changes.filter((change) => change.effect === effect && !isAboutWords(change))
  console.log(`${alike.length} ${effect}`)
  for (const { path, message } of alike)
    console.log(`  ${path}: ${message}${allowed.has(path) ? " (allowed by a decision)" : ""}`)
}

const operations = await knownOperations()
const broken = brokenOperations(released, next, operations)
console.log(`${broken.length} of ${operations.length} known operations would break`)
for (const { client, name, errors } of broken) console.log(`  ${client}, ${name}: ${errors.join(" ")}`)

const unforeseen = changes.filter(({ effect, path }) => effect === "breaking" && !allowed.has(path))
if (unforeseen.length > 0) {
  console.error(
    `No decision allows ${unforeseen.map(({ path }) => path).join(", ")}. Take it back, or argue for it in docs/decisions with a line “Breaks: \`path\`”.`,
  )
  process.exitCode = 1
}
