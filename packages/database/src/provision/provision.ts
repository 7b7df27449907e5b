import { createHmac } from "node:crypto"
import pg from "pg"

/** The schemas that an import of a plan writes to. */
const PLAN_SCHEMAS = ["agencies", "tasks", "indicators", "cooperation"] as const

/** The schemas of the services, each with a role of its own. */
export const SCHEMAS = [...PLAN_SCHEMAS, "access", "notifications", "gateway", "identity"] as const
export type Schema = (typeof SCHEMAS)[number]

/** One connection for each role. */
export type DatabaseUrls = Record<Schema | "import", string>

/** The schemas whose history the auditor's pages, which belong to "access", read. */
const AUDITED_SCHEMAS = [...PLAN_SCHEMAS, "notifications", "gateway", "identity"] as const

/**
 * Who follows what happens in the others, by reading their outbox and no other table of theirs; those who are followed read how
 * far, and no other table.
 */
const FOLLOWERS = [...PLAN_SCHEMAS, "notifications"] as const

/** Where jobs that send notices wait; its tables are those of the library that runs them. */
const JOBS_SCHEMA = "notifications_jobs"

/** The database cannot be used; the message says why in one line. */
export class DatabaseUnusable extends Error {
  constructor(why: string) {
    super(why)
    this.name = "DatabaseUnusable"
  }
}

const OLDEST_POSTGRES = 16

/** Any number: two programs that provision the same database wait for each other on it. */
const PROVISION_LOCK = 4_320_250_214

/**
 * Text as it is searched: lower case, no diacritics, single spaces. IMMUTABLE because the dictionary is named; so it
 * may stand in generated columns and indexes.
 */
const SEARCH_TEXT = `
  create or replace function public.search_text(text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, $1)), '\\s+', ' ', 'g')`

/**
 * Prepares a database: extensions, the search function, and for each service a schema with a role that owns it and
 * sees no other, but for the history; for the import a role that is a member of those that a plan fills. May be run again at any time.
 * @param adminUrl a connection that may create roles and schemas
 * @throws DatabaseUnusable when it does not answer, is too old, or its login may not create roles
 */
export async function provision(adminUrl: string): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 })
  client.on("error", () => undefined)
  await client.connect().catch((error: Error) => {
    throw new DatabaseUnusable(
      `the database at ${withoutPassword(adminUrl)} does not answer: ${reasonOf(error)}`,
    )
  })
  try {
    await checkServer(client)
    await client.query("begin")
    await client.query("select pg_advisory_xact_lock($1)", [PROVISION_LOCK])
    for (const extension of ["unaccent", "pg_trgm", "btree_gist"])
      await client.query(`create extension if not exists ${extension} with schema public`)
    await client.query(SEARCH_TEXT)
    await client.query("revoke create on schema public from public")
    const urls = {} as DatabaseUrls
    for (const name of [...SCHEMAS, "import"] as const) urls[name] = await provideRole(client, adminUrl, name)
    for (const schema of SCHEMAS)
      await client.query(`create schema if not exists ${schema} authorization ${roleOf(schema)}`)
    await client.query(`create schema if not exists ${JOBS_SCHEMA} authorization ${roleOf("notifications")}`)
    for (const schema of PLAN_SCHEMAS) await client.query(`grant ${roleOf(schema)} to ${roleOf("import")}`)
    for (const schema of AUDITED_SCHEMAS)
      await client.query(`grant usage on schema ${schema} to ${roleOf("access")}`)
    for (const schema of FOLLOWERS)
      for (const other of FOLLOWERS)
        if (other !== schema) await client.query(`grant usage on schema ${schema} to ${roleOf(other)}`)
    await client.query("commit")
    return urls
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error
    throw new DatabaseUnusable(
      `the database at ${withoutPassword(adminUrl)} could not be prepared: ${reasonOf(error)}`,
    )
  } finally {
    await client.end()
  }
}

function roleOf(name: string): string {
  return `plan43_${name}`
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message
  return error instanceof Error ? error.message : String(error)
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; allowed: boolean }>(`
    select current_setting('server_version_num')::integer / 10000 as version, rolcreaterole or rolsuper as allowed
    from pg_roles where rolname = current_user`)
  const [server] = rows
  if (server === undefined || server.version < OLDEST_POSTGRES)
    throw new DatabaseUnusable(
      `PostgreSQL ${server?.version} is too old: ${OLDEST_POSTGRES} or later is needed`,
    )
  if (!server.allowed)
    throw new DatabaseUnusable(
      "the login of DATABASE_URL may not create roles: give it CREATEROLE, or make the roles by hand",
    )
}

/**
 * A role with a password that follows from the administrator's, so that nothing is written down and two programs that
 * start at once agree.
 */
async function provideRole(client: pg.Client, adminUrl: string, name: Schema | "import"): Promise<string> {
  const role = roleOf(name)
  const url = new URL(adminUrl)
  const password = createHmac("sha256", decodeURIComponent(url.password))
    .update(`${role} of plan 43`)
    .digest("base64url")
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role])
  if (rowCount === 0)
    await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
  await client.query(`alter role ${role} password '${password}'`)
  await client.query(`grant ${role} to current_user with inherit true, set true`)
  const searchPath = name === "import" ? "public" : `${name}, public`
  await client.query(`alter role ${role} set search_path to ${searchPath}`)
  url.username = role
  url.password = password
  return url.href
}
