import { createHmac } from "node:crypto"
import { type Subgraph, subgraphs } from "@plan43/subgraph-list"
import pg from "pg"

const named = (subgraph: Subgraph) => subgraph.name

/** The schemas of the services, each with a role of its own. */
export const SCHEMAS: readonly string[] = [...subgraphs.map(named), "gateway", "identity"]

/** The roles that programs here write out by name; there may be more. */
type NamedRole =
  | "agencies"
  | "tasks"
  | "indicators"
  | "cooperation"
  | "access"
  | "notifications"
  | "gateway"
  | "identity"
  | "import"

/** One connection for each role: those of all schemas, and the import's. */
export type DatabaseUrls = Readonly<Record<NamedRole, string>> & Readonly<Record<string, string>>

/**
 * The connection of a schema's own role.
 * @throws RangeError when no schema is called so
 */
export function connectionTo(urls: DatabaseUrls, schema: string): string {
  const url = urls[schema]
  if (url === undefined) throw new RangeError(`there is no schema ${schema}`)
  return url
}

/** The schemas that an import of a plan writes to. */
const PLAN_SCHEMAS = subgraphs.filter(({ fromPlan }) => fromPlan).map(named)

/** Who reads the history of every other schema, for the auditor's pages. */
const HISTORY_READER = "access"

/** The schemas in which an outbox is kept. */
const TELLING_SCHEMAS = subgraphs.filter(({ tells }) => tells).map(named)

/**
 * Who follows what happens in the others, by reading their outbox and no other table of theirs; those who are followed read how
 * far, and no other table.
 */
const FOLLOWING_SCHEMAS = subgraphs.filter(({ follows }) => follows).map(named)

/** The role of all who follow: a schema lets it read its outbox, whoever comes to belong to it. */
const FOLLOWERS_ROLE = "plan43_followers"

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
    const urls: Record<string, string> = {}
    for (const name of [...SCHEMAS, "import"]) urls[name] = await provideRole(client, adminUrl, name)
    await provideFollowers(client)
    for (const schema of SCHEMAS)
      await client.query(`create schema if not exists ${schema} authorization ${roleOf(schema)}`)
    await client.query(`create schema if not exists ${JOBS_SCHEMA} authorization ${roleOf("notifications")}`)
    for (const schema of PLAN_SCHEMAS) await client.query(`grant ${roleOf(schema)} to ${roleOf("import")}`)
    for (const schema of SCHEMAS.filter((name) => name !== HISTORY_READER))
      await client.query(`grant usage on schema ${schema} to ${roleOf(HISTORY_READER)}`)
    for (const schema of TELLING_SCHEMAS)
      await client.query(`grant usage on schema ${schema} to ${FOLLOWERS_ROLE}`)
    for (const schema of FOLLOWING_SCHEMAS)
      for (const told of TELLING_SCHEMAS)
        if (told !== schema) await client.query(`grant usage on schema ${schema} to ${roleOf(told)}`)
    await client.query("commit")
    return urls as DatabaseUrls
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

/** The role of all who follow, and nobody else in it. */
async function provideFollowers(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [FOLLOWERS_ROLE])
  if (rowCount === 0)
    await client.query(
      `create role ${FOLLOWERS_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`,
    )
  for (const schema of FOLLOWING_SCHEMAS)
    await client.query(`grant ${FOLLOWERS_ROLE} to ${roleOf(schema)} with inherit true`)
}

/**
 * A role with a password that follows from the administrator's, so that nothing is written down and two programs that
 * start at once agree.
 */
async function provideRole(client: pg.Client, adminUrl: string, name: string): Promise<string> {
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
