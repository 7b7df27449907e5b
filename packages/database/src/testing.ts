import { randomBytes } from "node:crypto"
import pg from "pg"
import type { DatabaseUrls } from "./provision/provision.ts"
import { PROVISIONED_VARIABLE, TEST_SERVER_VARIABLE } from "./testing-server.ts"

/** A database that one test file has to itself. */
export interface TestDatabase {
  adminUrl: string
  /** One connection for each role. */
  urls: DatabaseUrls
  drop(): Promise<void>
}

/** A fresh, provisioned database on the server of this test run, without any table yet. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyDatabase("provisioned")
}

/**
 * A fresh database that holds what `fill` wrote: it is called once in a run for all who ask by that name, and what it left is
 * copied, which takes a fraction of the time.
 * @param name lower case, of letters and underscores
 * @param fill leaves no connection open
 */
export async function createFilledDatabase(
  name: string,
  fill: (database: TestDatabase) => Promise<void>,
): Promise<TestDatabase> {
  const filled = `filled_${name}`
  await onServer(async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [filled])
    const { rowCount } = await client.query("select from pg_database where datname = $1", [filled])
    if (rowCount === 1) return
    const database = await createTestDatabase()
    await fill(database)
    await client.query(`alter database ${nameOf(database.adminUrl)} rename to ${filled}`)
  })
  return copyDatabase(filled)
}

/**
 * A database with all that another one holds.
 * @param template nobody may be connected to it
 */
export function copyTestDatabase(template: TestDatabase): Promise<TestDatabase> {
  return copyDatabase(nameOf(template.adminUrl))
}

async function copyDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`
  await onServer((client) => client.query(`create database ${name} template ${template}`))
  const urls = Object.fromEntries(
    Object.entries(provisionedUrls()).map(([role, url]) => [role, at(url, name)]),
  ) as DatabaseUrls
  return { adminUrl: at(serverUrl(), name), urls, drop: () => dropDatabase(name) }
}

/** Any number; held by a connection for as long as it lasts. */
const PROVISIONING = 4_320_250_216

/** Makes roles one program after another: they belong to the whole server, and two at once would make them twice. */
export function whileNobodyProvisions<T>(work: () => T | Promise<T>): Promise<T> {
  return onServer(async (client) => {
    await client.query("select pg_advisory_lock($1)", [PROVISIONING])
    return work()
  })
}

function nameOf(databaseUrl: string): string {
  return new URL(databaseUrl).pathname.slice(1)
}

/** The same connection to another database of its server. */
function at(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

function serverUrl(): string {
  return ofRun(TEST_SERVER_VARIABLE)
}

function provisionedUrls(): Record<string, string> {
  return JSON.parse(ofRun(PROVISIONED_VARIABLE)) as Record<string, string>
}

function ofRun(variable: string): string {
  const value = process.env[variable]
  if (value === undefined)
    throw new Error("no test server runs: vitest's globalSetup must list @plan43/database/testing-server")
  return value
}

async function dropDatabase(name: string): Promise<void> {
  await onServer((client) => client.query(`drop database ${name} with (force)`))
}

async function onServer<T>(work: (client: pg.Client) => T | Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
