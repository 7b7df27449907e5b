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
  const adminUrl = at(serverUrl(), name)
  const urls = await whileNobodyProvisions(async (client) => {
    await client.query(`create database ${name}`)
    return provision(adminUrl)
  })
  return { adminUrl, urls, drop: () => dropDatabase(name) }
}

/** Makes roles one file after another: they belong to the whole server, and two at once would make them twice. */
export function whileNobodyProvisions<T>(work: (client: pg.Client) => T | Promise<T>): Promise<T> {
  return onServer(async (client) => {
    await client.query("select pg_advisory_lock($1)", [PROVISIONING])
    return work(client)
  })
}

/** Any number; held by a connection for as long as it lasts. */
const PROVISIONING = 4_320_250_216

/**
 * A database with all that another one holds; a fraction of what making it took.
 * @param template nobody may be connected to it
 */
export async function copyTestDatabase(template: TestDatabase): Promise<TestDatabase> {
  const name = newName()
  await onServer((client) =>
    client.query(`create database ${name} template ${new URL(template.adminUrl).pathname.slice(1)}`),
  )
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
