import { randomBytes } from "node:crypto"
import pg from "pg"
import { type DatabaseUrls, provision } from "./provision/provision.ts"
import { TEST_SERVER_VARIABLE } from "./testing-server.ts"

/** A database that one test file has to itself. */
export interface TestDatabase {
  adminUrl: string
  /** One connection for each role. */
  urls: DatabaseUrls
  drop(): Promise<void>
}

/** A fresh, provisioned database on the server of this test run, without any table yet. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = newName()
  await onServer(`create database ${name}`)
  const adminUrl = at(serverUrl(), name)
  return { adminUrl, urls: await provision(adminUrl), drop: () => dropDatabase(name) }
}

/**
 * A database with all that another one holds; a fraction of what making it took.
 * @param template nobody may be connected to it
 */
export async function copyTestDatabase(template: TestDatabase): Promise<TestDatabase> {
  const name = newName()
  await onServer(`create database ${name} template ${new URL(template.adminUrl).pathname.slice(1)}`)
  const urls = Object.fromEntries(
    Object.entries(template.urls).map(([role, url]) => [role, at(url, name)]),
  ) as DatabaseUrls
  return { adminUrl: at(template.adminUrl, name), urls, drop: () => dropDatabase(name) }
}

function newName(): string {
  return `test_${randomBytes(6).toString("hex")}`
}

/** The same connection to another database of its server. */
function at(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

function serverUrl(): string {
  const url = process.env[TEST_SERVER_VARIABLE]
  if (url === undefined)
    throw new Error("no test server runs: vitest's globalSetup must list @plan43/database/testing-server")
  return url
}

function dropDatabase(name: string): Promise<void> {
  return onServer(`drop database ${name} with (force)`)
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
