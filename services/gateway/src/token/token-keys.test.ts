import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import type pg from "pg"
import { pino } from "pino"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openGatewayDatabase } from "../database/gateway-database.ts"
import { KeySeal } from "./sealed-key.ts"
import { SystemTokens } from "./system-tokens.ts"
import { TokenKeys } from "./token-keys.ts"

const DAY = 86_400_000
const SECRET = "what only the gateways of this test know"
const START = Date.parse("2026-03-01T00:00:00Z")

let database: TestDatabase
let pool: pg.Pool
let time = START

beforeEach(async () => {
  time = START
  database = await createTestDatabase()
  pool = await openGatewayDatabase(database.urls.gateway, pino({ level: "silent" }))
})
afterEach(async () => {
  await pool?.end()
  await database?.drop()
})

/** One gateway's view of the keys. */
const keysOf = (secret = SECRET) => new TokenKeys({ database: pool, secret, now: () => time })

const kidsOf = async (keys: TokenKeys) => (await keys.published()).map(({ kid }) => kid)

describe("the keys that sign tokens", () => {
  it("are made once, however many gateways need one at the same time", async () => {
    const kids = await Promise.all(Array.from({ length: 4 }, async () => (await keysOf().signing()).kid))
    expect(new Set(kids).size).toBe(1)
  })

  it("are replaced every 30 days; each is known a day before it signs and a day after", async () => {
    const first = (await keysOf().signing()).kid
    time = START + 29 * DAY + 1
    expect((await keysOf().signing()).kid).toBe(first)
    const known = await kidsOf(keysOf())
    expect(known).toHaveLength(2)
    time = START + 30 * DAY + 1
    const second = (await keysOf().signing()).kid
    expect(second).not.toBe(first)
    expect(known).toContain(second)
    expect(await kidsOf(keysOf())).toContain(first)
    time = START + 31 * DAY
    expect(await kidsOf(keysOf())).toEqual([second])
  })

  it("sign what other gateways believe, also those that read the keys before there was this one", async () => {
    const tokensOf = (keys: TokenKeys) =>
      new SystemTokens({ issuer: "https://a.example", audience: "plan43-api", keys, now: () => time })
    const [one, other] = [keysOf(), keysOf("another secret, as after it was replaced")]
    await one.signing()
    time += 10_000
    const { token } = await tokensOf(other).issue({ clientId: "sys-1", scopes: ["progress:read"] })
    expect(await tokensOf(one).read(token)).toEqual({ clientId: "sys-1", scopes: ["progress:read"] })
    const elsewhere = new SystemTokens({
      ...{ issuer: "https://a.example", audience: "another-api", keys: one },
      now: () => time,
    })
    await expect(elsewhere.read(token)).rejects.toMatchObject({ code: "TOKEN_INVALID" })
  })

  it("lie in the database sealed: with another secret they are no keys", async () => {
    const { kid } = await keysOf().signing()
    const { rows } = await pool.query("select sealed_private_key as sealed from token_key where kid = $1", [
      kid,
    ])
    const [{ sealed }] = rows
    expect(new KeySeal(SECRET).open(kid, sealed)).not.toBeNull()
    expect(new KeySeal(SECRET).open("another", sealed)).toBeNull()
    expect(new KeySeal("another secret").open(kid, sealed)).toBeNull()
    expect((await keysOf("another secret").signing()).kid).not.toBe(kid)
  })
})
