import { readFile } from "node:fs/promises"
import { join } from "node:path"
import pg from "pg"

/**
 * A connection to the embedded database of a running system, as its superuser: past everything that stands before it.
 * Whoever asks for it ends it.
 */
export async function superuserOf(dataDirectory: string): Promise<pg.Client> {
  const password = await readFile(join(dataDirectory, "password"), "utf8")
  const [, , , port] = (await readFile(join(dataDirectory, "cluster", "postmaster.pid"), "utf8")).split("\n")
  const client = new pg.Client({ host: "127.0.0.1", port: Number(port), user: "postgres", password })
  await client.connect()
  return client
}
