import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { startEmbeddedPostgres } from "./embedded/embedded-postgres.ts"
import { provision } from "./provision/provision.ts"

/** Where test processes find the server of their run. */
export const TEST_SERVER_VARIABLE = "PLAN43_TEST_DATABASE_SERVER"
/** Where they find the connections, one for each role, to the database of it that is provisioned and has no table yet. */
export const PROVISIONED_VARIABLE = "PLAN43_TEST_DATABASE_PROVISIONED"

/** Vitest's global set-up: one PostgreSQL for a whole run, which gives up safety for speed, with a database to copy. */
export default async function startTestServer(): Promise<() => Promise<void>> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "plan43-test-"))
  const server = await startEmbeddedPostgres({
    dataDirectory,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  })
  process.env[TEST_SERVER_VARIABLE] = server.adminUrl
  process.env[PROVISIONED_VARIABLE] = JSON.stringify(await createProvisioned(server.adminUrl))
  return async () => {
    await server.stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

async function createProvisioned(adminUrl: string): Promise<object> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query("create database provisioned")
  await client.end()
  return provision(Object.assign(new URL(adminUrl), { pathname: "/provisioned" }).href)
}
