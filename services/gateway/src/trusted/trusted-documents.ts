import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import type { Logger } from "pino"
import { z } from "zod"

/** Documents by the id under which they may be asked: "sha256:" and the hexadecimal hash of their text. */
export type TrustedDocuments = ReadonlyMap<string, string>

const file = z.record(z.string().regex(/^sha256:[0-9a-f]{64}$/), z.string().min(1))

/**
 * Reads what the builds of our own consoles wrote.
 * @param paths JSON files, texts by id; the former release's beside the current one's, so that a page that is open goes on
 * @throws Error naming the file that is none, or holds another text than its id says
 */
export async function readTrustedDocuments(paths: readonly string[], log: Logger): Promise<TrustedDocuments> {
  const documents = new Map<string, string>()
  for (const path of paths) {
    const text = await textOf(path)
    if (text === undefined) {
      log.warn({ path }, "no trusted documents there: the console of this build will not be answered")
      continue
    }
    for (const [id, document] of Object.entries(documentsIn(text, path))) {
      if (id !== idOf(document)) throw new Error(`${path}: the text of ${id} is another one`)
      documents.set(id, document)
    }
  }
  return documents
}

/** @returns the id under which a document may be trusted */
export function idOf(document: string): string {
  return `sha256:${createHash("sha256").update(document).digest("hex")}`
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}

function documentsIn(text: string, path: string): Record<string, string> {
  try {
    return file.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`${path} holds no trusted documents`, { cause: error })
  }
}
