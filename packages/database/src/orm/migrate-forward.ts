import type { MikroORM } from "@mikro-orm/postgresql"

/** Runs the migrations that this database has not seen, all or none. Returns their names. */
export async function migrateForward(orm: MikroORM): Promise<string[]> {
  const applied = await orm.migrator.up()
  return applied.map((migration) => migration.name)
}
