import { migrateWithSql } from "@plan43/database/sql"
import pg from "pg"
import type { Logger } from "pino"
import { migrations } from "./migrations.ts"

/**
 * Connects to the gateway's own schema and brings it up to date.
 * @param url the connection of the role that owns it
 * @throws Error when the database does not answer
 */
export async function openGatewayDatabase(url: string, log: Logger): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  })
  // A connection that breaks while nobody uses it: the next statement takes another one
  pool.on("error", (error) => log.warn({ err: error }, "a connection to the gateway's database broke"))
  const run = await migrateWithSql(pool, migrations)
  if (run.length > 0) log.info({ migrations: run }, "the gateway's schema is up to date")
  return pool
}
