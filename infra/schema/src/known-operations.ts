import { readdir, readFile } from "node:fs/promises"
import { basename, join } from "node:path"
import { Kind, parse } from "graphql"
import type { KnownOperation } from "./broken-operations.ts"
import { clientsFolder, consoleDocumentsFile } from "./places.ts"

/** The operations of our own console, as its build wrote them down, and those that registered systems left with us. */
export async function knownOperations(): Promise<KnownOperation[]> {
  return [...(await operationsOfConsole()), ...(await operationsOfClients())]
}

async function operationsOfConsole(): Promise<KnownOperation[]> {
  const documents = JSON.parse(await readFile(consoleDocumentsFile, "utf8")) as Record<string, string>
  return Object.values(documents).map((text) => ({ client: "console", name: nameOf(text), text }))
}

async function operationsOfClients(): Promise<KnownOperation[]> {
  const files = await readdir(clientsFolder, { recursive: true, withFileTypes: true })
  return Promise.all(
    files
      .filter((file) => file.isFile() && file.name.endsWith(".graphql"))
      .map(async ({ name, parentPath }) => {
        const text = await readFile(join(parentPath, name), "utf8")
        return { client: basename(parentPath), name: nameOf(text, name), text }
      }),
  )
}

function nameOf(text: string, otherwise = "unnamed"): string {
  const operation = parse(text).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  return (operation?.kind === Kind.OPERATION_DEFINITION && operation.name?.value) || otherwise
}
