import { existsSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseUrls } from "@plan43/database/provision"

/** A PostgreSQL that is prepared for every subgraph. */
export interface LocalDatabase {
  urls: DatabaseUrls
  /** Process id of the embedded server; undefined when the database runs elsewhere. */
  pid: number | undefined
}

/** Whether the embedded PostgreSQL has no data here yet. */
export function isFirstStart(dataDirectory: string): boolean {
  return !existsSync(join(dataDirectory, "cluster", "PG_VERSION"))
}

/** Where to put what ends the embedded server: in order, or at once. A database elsewhere is left alone. */
interface Ends {
  stack: AsyncDisposableStack
  killers: (() => void)[]
}

/**
 * Prepares the database that DATABASE_URL names, or starts the embedded one and prepares that.
 * @throws Error with one clear line when the database does not answer or cannot be used
 */
export async function openDatabase(
  { databaseUrl, dataDirectory }: { databaseUrl: string | null; dataDirectory: string },
  { stack, killers }: Ends,
): Promise<LocalDatabase> {
  // Loaded late, since the build before makes them, and without the rest of their package, whose ORM is heavy.
  const { provision } = await import("@plan43/database/provision")
  if (databaseUrl !== null) return { urls: await provision(databaseUrl), pid: undefined }
  const { startEmbeddedPostgres } = await import("@plan43/database/embedded")
  const starting = startEmbeddedPostgres({ dataDirectory })
  stack.defer(async () => {
    const server = await starting.catch(() => null)
    await server?.stop()
  })
  const server = await starting
  killers.push(() => server.kill())
  return { urls: await provision(server.adminUrl), pid: server.pid }
}
