import { createHash } from "node:crypto"
import { writeFile } from "node:fs/promises"
import { InMemoryCache } from "@apollo/client"
import { type DocumentNode, Kind, print } from "graphql"

/**
 * A step of the build, after the types: writes down every operation of the console as it asks it, so that the gateway
 * answers it to strangers, too, who may ask nothing else.
 * `persisted-documents.json` is for the gateway: texts by id. `document-ids.ts` is for the console: ids by name.
 */
const folder = new URL("../src/__generated__/", import.meta.url)

const generated: Record<string, unknown> = await import(new URL("graphql.ts", folder).href)
const cache = new InMemoryCache()
const texts: Record<string, string> = {}
const ids: Record<string, string> = {}
for (const document of Object.values(generated).filter(isDocument)) {
  const name = operationName(document)
  if (name === undefined) continue
  // The client adds what its cache tells objects by
  const text = print(cache.transformDocument(document))
  const id = `sha256:${createHash("sha256").update(text).digest("hex")}`
  texts[id] = text
  ids[name] = id
}
await Promise.all([
  writeFile(new URL("persisted-documents.json", folder), `${JSON.stringify(texts, null, 2)}\n`),
  writeFile(
    new URL("document-ids.ts", folder),
    `/** Ids of the console's operations by name. */\nexport const documentIds: Readonly<Record<string, string>> = ${JSON.stringify(ids, null, 2)}\n`,
  ),
])

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === Kind.DOCUMENT
}

function operationName({ definitions }: DocumentNode): string | undefined {
  return definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)?.name?.value
}
