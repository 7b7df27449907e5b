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
  const serverUrl = process.env[TEST_SERVER_VARIABLE]
  if (serverUrl === undefined)
    throw new Error("no test server runs: vitest's globalSetup must list @plan43/database/testing-server")
  const name = `test_${randomBytes(6).toString("hex")}`
  await onServer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    adminUrl: url.href,
    urls: await provision(url.href),
    drop: () => onServer(serverUrl, `drop database ${name} with (force)`),
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
