import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pino } from "pino"
import { afterAll, beforeAll, expect, test } from "vitest"
import { idOf, readTrustedDocuments } from "./trusted-documents.ts"

const log = pino({ level: "silent" })
const query = "query Tasks { tasks { code } }"
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan43-trusted-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content))
  return path
}

test("documents of several releases are known by the hash of their text", async () => {
  const paths = [
    await written("now.json", { [idOf(query)]: query }),
    await written("before.json", { [idOf("{ agencies { code } }")]: "{ agencies { code } }" }),
    join(folder, "missing.json"),
  ]
  const documents = await readTrustedDocuments(paths, log)
  expect([...documents.values()]).toEqual([query, "{ agencies { code } }"])
})

test("a text that is not what its id says is trusted by nobody", async () => {
  const path = await written("changed.json", { [idOf(query)]: "{ everything }" })
  await expect(readTrustedDocuments([path], log)).rejects.toThrow(/changed\.json: the text of sha256:/)
})

test.each(["[]", "{", `{"sha1:abc":"{ a }"}`])("%s holds none", async (content) => {
  const path = await written("none.json", content)
  await expect(readTrustedDocuments([path], log)).rejects.toThrow("none.json holds no trusted documents")
})
