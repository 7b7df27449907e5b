import type pg from "pg"

/** A step of a schema that only moves forward. */
export interface SqlMigration {
  /** Its day and purpose, e.g. "20261126-sessions". */
  name: string
  sql: string
}

/** Any number: two processes of one service wait for each other on it. */
const MIGRATION_LOCK = 4_320_250_215

/**
 * For services without an ORM: runs the migrations that the role's own schema has not seen, all or none.
 * @param migrations oldest first
 * @returns the names of those that were run
 */
export async function migrateWithSql(
  pool: Pick<pg.Pool, "connect">,
  migrations: readonly SqlMigration[],
): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query("begin")
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK])
    await client.query(
      "create table if not exists migration (name text primary key, run_at timestamptz not null default now())",
    )
    const { rows } = await client.query<{ name: string }>("select name from migration")
    const run = new Set(rows.map(({ name }) => name))
    const missing = migrations.filter(({ name }) => !run.has(name))
    for (const { name, sql } of missing) {
      await client.query(sql)
      await client.query("insert into migration (name) values ($1)", [name])
    }
    await client.query("commit")
    return missing.map(({ name }) => name)
  } catch (error) {
    await client.query("rollback")
    throw error
  } finally {
    client.release()
  }
}
