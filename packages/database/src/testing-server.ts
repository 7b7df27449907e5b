import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startEmbeddedPostgres } from "./embedded/embedded-postgres.ts"

/** Where test processes find the server of their run. */
export const TEST_SERVER_VARIABLE = "PLAN43_TEST_DATABASE_SERVER"

/** Vitest's global set-up: one PostgreSQL for a whole run, which gives up safety for speed. */
export default async function startTestServer(): Promise<() => Promise<void>> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "plan43-test-"))
  const server = await startEmbeddedPostgres({
    dataDirectory,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  })
  process.env[TEST_SERVER_VARIABLE] = server.adminUrl
  return async () => {
    await server.stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
