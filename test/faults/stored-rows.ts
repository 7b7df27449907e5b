import { readFile } from "node:fs/promises"
import { join } from "node:path"
import pg from "pg"
import type { RunningSystem } from "../running-system.ts"

/** Rows of the embedded database of a running system, read past everything that stands before it. */
export async function rowsIn<Row extends object>(
  { dataDirectory }: Pick<RunningSystem, "dataDirectory">,
  statement: string,
): Promise<Row[]> {
  const password = await readFile(join(dataDirectory, "password"), "utf8")
  const [, , , port] = (await readFile(join(dataDirectory, "cluster", "postmaster.pid"), "utf8")).split("\n")
  const client = new pg.Client({ host: "127.0.0.1", port: Number(port), user: "postgres", password })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
