import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { env } from "node:process"
import pg from "pg"

/** Runs one statement in the embedded database of the running system, as its superuser. */
export async function inDatabase(statement: string, values: readonly unknown[]): Promise<number | null> {
  const folder = env.E2E_DATA_DIRECTORY
  if (folder === undefined) throw new Error("E2E_DATA_DIRECTORY must name the data of the system at E2E_URL")
  const password = await readFile(join(folder, "password"), "utf8")
  const [, , , port] = (await readFile(join(folder, "cluster", "postmaster.pid"), "utf8")).split("\n")
  const client = new pg.Client({ host: "127.0.0.1", port: Number(port), user: "postgres", password })
  await client.connect()
  try {
    return (await client.query(statement, [...values])).rowCount
  } finally {
    await client.end()
  }
}
