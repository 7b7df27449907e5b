import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy"
import { type Migration, Migrator } from "@mikro-orm/migrations"
import { defineConfig, type Options } from "@mikro-orm/postgresql"
import type pg from "pg"

type MigrationClass = new (...parameters: ConstructorParameters<typeof Migration>) => Migration

/** What makes the connection of one subgraph differ from another's. */
export interface OrmParts {
  /** The schema in PostgreSQL that its role owns. */
  schema: string
  /** The connection of that role; its parameter `options` are settings of its sessions, as libpq reads it. */
  url: string
  entities: NonNullable<Options["entities"]>
  /** Every migration, oldest first; the class is named for its day. */
  migrations: MigrationClass[]
  /** Connections of the pool at most. */
  poolSize?: number
  /** Told of every statement that is sent. */
  onStatement?: () => void
}

/**
 * MikroORM's options as every subgraph uses them: decorators as written, migrations as listed, tables of the role's
 * own schema named without it, calendar dates as "YYYY-MM-DD".
 */
export function ormOptions({
  schema,
  url,
  entities,
  migrations,
  poolSize = 10,
  onStatement,
}: OrmParts): Options {
  const settings = new URL(url).searchParams.get("options")
  return defineConfig({
    clientUrl: url,
    entities,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    ensureDatabase: false,
    forceUtcTimezone: true,
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    migrations: {
      tableName: `${schema}.migration`,
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
      silent: true,
      allOrNothing: true,
      disableForeignKeys: false,
    },
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      ...(settings === null ? {} : { options: settings }),
      onPoolCreated: (pool: pg.Pool) => {
        pool.on("connect", giveBackWhenCut)
        if (onStatement !== undefined) pool.on("connect", (client) => reportStatements(client, onStatement))
      },
    },
  })
}

/** After that whoever had a connection has given it back, if ever. */
const GIVEN_BACK_MS = 500

/**
 * A transaction whose connection is cut cannot be rolled back, and only a rollback gives its connection back: without
 * this the pool would have one place less after each, and none in the end.
 */
function giveBackWhenCut(client: pg.PoolClient): void {
  const giveBack = () => {
    try {
      client.release(true)
    } catch {
      // It had been given back.
    }
  }
  client.once("end", () => setTimeout(giveBack, GIVEN_BACK_MS).unref())
}

function reportStatements(client: pg.PoolClient, onStatement: () => void): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((...args: unknown[]) => {
    onStatement()
    return query(...args)
  }) as typeof client.query
}
