import { existsSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseUrls } from "@plan43/database/provision"
import { type KeepOptions, keepRunning } from "./keep-running.ts"

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
  /** Who is told when the embedded server dies, which is then started again; without it nobody looks. */
  keep?: Omit<KeepOptions, "restart">
}

/**
 * Prepares the database that DATABASE_URL names, or starts the embedded one and prepares that.
 * @throws Error with one clear line when the database does not answer or cannot be used
 */
export async function openDatabase(
  { databaseUrl, dataDirectory }: { databaseUrl: string | null; dataDirectory: string },
  { stack, killers, keep }: Ends,
): Promise<LocalDatabase> {
  // Loaded late, since the build before makes them, and without the rest of their package, whose ORM is heavy.
  const { provision } = await import("@plan43/database/provision")
  if (databaseUrl !== null) return { urls: await provision(databaseUrl), pid: undefined }
  const { startEmbeddedPostgres } = await import("@plan43/database/embedded")
  const starting = startEmbeddedPostgres({ dataDirectory }).then((server) => {
    const restart = () => startEmbeddedPostgres({ dataDirectory, port: server.port })
    return { server, ends: keep ? keepRunning(server, { ...keep, restart }) : server }
  })
  stack.defer(async () => {
    const started = await starting.catch(() => null)
    await started?.ends.stop()
  })
  const { server, ends } = await starting
  killers.push(() => ends.kill())
  return { urls: await provision(server.adminUrl), pid: server.pid }
}
