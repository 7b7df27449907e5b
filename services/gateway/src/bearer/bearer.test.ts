import { createHmac } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { readRequester } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { stableId } from "@plan43/published-rows/stable-id"
import { generateKeyPair, type JWTPayload, SignJWT } from "jose"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { KEYS_ASKED_EVERY_MS } from "../sign-in/issuer.ts"
import { type Answer, ask, type SmallGateway, startSmallGateway } from "../testing/small-gateway.ts"
import { startAgencies, startTasks } from "../testing/small-graph.ts"
import { type SmallIssuer, startSmallIssuer } from "../testing/small-issuer.ts"
import type { SmallSubgraph } from "../testing/small-subgraph.ts"

let tasks: SmallSubgraph
let agencies: SmallSubgraph
let issuer: SmallIssuer
let database: TestDatabase
let gateway: SmallGateway
/** How far the gateway's clock is ahead, in milliseconds. */
let ahead = 0

beforeAll(async () => {
  tasks = await startTasks()
  agencies = await startAgencies()
  issuer = await startSmallIssuer()
  database = await createTestDatabase()
  gateway = await startSmallGateway(
    [tasks, agencies],
    {
      databaseUrl: database.urls.gateway,
      signIn: {
        issuer: issuer.issuer,
        clientId: "plan43",
        clientSecret: "secret",
        scopes: "openid",
        claims: { role: "realm_access.roles", agency: "agency" },
        audience: "plan43-api",
        idle: 1_800_000,
        longest: 36_000_000,
      },
    },
    () => Date.now() + ahead,
  )
})
afterAll(async () => {
  await gateway.stop()
  await Promise.all([tasks.stop(), agencies.stop(), issuer.stop()])
  await database.drop()
})
beforeEach(() => {
  ahead = 0
  tasks.asked.length = 0
})

const seconds = () => Math.floor(Date.now() / 1000)
/** A person's good claims, but for what is changed. */
const claims = (changes: JWTPayload = {}): JWTPayload => ({
  iss: issuer.issuer,
  aud: "plan43-api",
  sub: "ngan",
  name: "Nguyễn Thị Ngân",
  realm_access: { roles: ["offline_access", "AGENCY_OFFICER"] },
  agency: "so-tai-chinh",
  exp: seconds() + 300,
  ...changes,
})
const askWith = (token: string): Promise<Answer> =>
  ask(gateway.url, "{ tasks { code } }", { headers: { authorization: `Bearer ${token}` } })
const askedAs = () => readRequester(String(tasks.asked[0]?.headers["x-plan43-requester"]))?.identity
const expectRefused = (answer: Answer, code: string) => {
  expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, code])
  expect(answer.headers.get("www-authenticate")).toContain(`Bearer error="invalid_token"`)
  expect(tasks.asked).toEqual([])
}

describe("a token of the issuer", () => {
  it("asks for the person it names, with role and agency where the claims are configured to be", async () => {
    expect((await askWith(await issuer.sign(claims()))).status).toBe(200)
    expect(askedAs()).toMatchObject({
      kind: "PERSON",
      id: "ngan",
      name: "Nguyễn Thị Ngân",
      role: "AGENCY_OFFICER",
      agencyId: stableId("agency", "so-tai-chinh"),
    })
  })

  it("names a role of an agency without an agency in vain", async () => {
    await askWith(await issuer.sign(claims({ agency: undefined })))
    expect(askedAs()).toMatchObject({ role: null, scopes: [] })
  })
})

describe("is refused with 401:", () => {
  it("one that has expired, the clocks being half a minute apart at most", async () => {
    const token = await issuer.sign(claims({ exp: seconds() + 300 }))
    ahead = 320_000
    expect((await askWith(token)).status).toBe(200)
    tasks.asked.length = 0
    ahead = 341_000
    expectRefused(await askWith(token), "TOKEN_EXPIRED")
  })

  it.each<[string, () => Promise<string>]>([
    ["one for another API", () => issuer.sign(claims({ aud: "other-api" }))],
    ["one that never expires", () => issuer.sign(claims({ exp: undefined }))],
    ["one that is not good yet", () => issuer.sign(claims({ nbf: seconds() + 120 }))],
    [
      "one that a system was given for itself, not by us",
      () => issuer.sign(claims({ sub: "dashboard", client_id: "dashboard", scope: "progress:read" })),
    ],
    ["one that names nobody", () => issuer.sign(claims({ sub: undefined }))],
    ["one of an issuer nobody knows", () => issuer.sign(claims({ iss: "https://evil.example" }))],
    ["one without a signature", async () => unsigned({ alg: "none" })],
    ["one that is signed with the public key as a secret", async () => signedWithPublicKey()],
    ["one of a foreign key", () => signedByStranger()],
    ["one whose claims were changed", async () => tampered(await issuer.sign(claims()))],
    ["no token", async () => "abc"],
    ["a very long one", async () => `${"a".repeat(9_000)}.b.c`],
  ])("%s", async (_what, token) => {
    expectRefused(await askWith(await token()), "TOKEN_INVALID")
  })

  it("another scheme", async () => {
    const answer = await ask(gateway.url, "{ tasks { code } }", { headers: { authorization: "Basic YTpi" } })
    expectRefused(answer, "TOKEN_INVALID")
  })
})

it("a token of the issuer's next key is good, one of the key before no longer", async () => {
  const former = await issuer.sign(claims())
  expect((await askWith(former)).status).toBe(200)
  await issuer.rotate()
  await sleep(KEYS_ASKED_EVERY_MS)
  expect((await askWith(await issuer.sign(claims()))).status).toBe(200)
  tasks.asked.length = 0
  ahead = 11_000
  expectRefused(await askWith(former), "TOKEN_INVALID")
})

it("while the issuer cannot be asked for its keys, nobody is taken for anybody", async () => {
  const silent = await startSmallIssuer()
  await silent.stop()
  const other = await startSmallGateway([tasks, agencies], {
    databaseUrl: database.urls.gateway,
    signIn: {
      issuer: silent.issuer,
      clientId: "plan43",
      clientSecret: "secret",
      scopes: "openid",
      claims: { role: "role", agency: "agency" },
      audience: "plan43-api",
      idle: 1_800_000,
      longest: 36_000_000,
    },
  })
  const token = await silent.sign(claims({ iss: silent.issuer }))
  const answer = await ask(other.url, "{ tasks { code } }", { headers: { authorization: `Bearer ${token}` } })
  await other.stop()
  expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([503, "ISSUER_UNREACHABLE"])
  expect(answer.headers.get("retry-after")).toBe("10")
})

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

function unsigned(header: object): string {
  return `${part(header)}.${part(claims())}.`
}

function signedWithPublicKey(): string {
  const content = `${part({ alg: "HS256", kid: issuer.keys[0]?.kid })}.${part(claims())}`
  const signature = createHmac("sha256", JSON.stringify(issuer.keys[0])).update(content).digest("base64url")
  return `${content}.${signature}`
}

async function signedByStranger(): Promise<string> {
  const { privateKey } = await generateKeyPair("ES256")
  const kid = issuer.keys[0]?.kid
  return new SignJWT(claims()).setProtectedHeader({ alg: "ES256", kid }).sign(privateKey)
}

function tampered(token: string): string {
  const [header, , signature] = token.split(".")
  return `${header}.${part(claims({ sub: "quan-tri" }))}.${signature}`
}
