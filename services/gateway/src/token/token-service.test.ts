import { generateKeyPairSync, randomUUID } from "node:crypto"
import { readRequester } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { TEST_SECRET } from "@plan43/subgraph/testing"
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT, UnsecuredJWT } from "jose"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  type RegisteredSystem,
  registerSystem,
  revokeSystem,
  type SmallAccess,
  startAccess,
  useOfToday,
} from "../testing/small-access.ts"
import { ask, type SmallGateway, startSmallGateway } from "../testing/small-gateway.ts"
import { startTasks } from "../testing/small-graph.ts"
import type { SmallSubgraph } from "../testing/small-subgraph.ts"

const ORIGIN = "https://plan43.example"

let database: TestDatabase
let history: pg.Client
let access: SmallAccess
let tasks: SmallSubgraph
let gateway: SmallGateway
let system: RegisteredSystem
/** How far the gateway's clock is ahead, in milliseconds. */
let ahead = 0

beforeAll(async () => {
  database = await createTestDatabase()
  access = await startAccess(database.urls.access)
  tasks = await startTasks()
  gateway = await startSmallGateway(
    [tasks, access],
    { databaseUrl: database.urls.gateway, secret: TEST_SECRET, publicOrigin: ORIGIN },
    () => Date.now() + ahead,
  )
  history = new pg.Client({ connectionString: database.urls.gateway })
  await history.connect()
  system = await registerSystem(access)
})
afterAll(async () => {
  await history?.end()
  await gateway?.stop()
  await Promise.all([tasks?.stop(), access?.running.stop()])
  await database?.drop()
})

function basic({ clientId, secret }: Pick<RegisteredSystem, "clientId" | "secret">): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}` }
}

function askForToken(
  form: Record<string, string> | string[][],
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${gateway.url}/oauth/token`, { method: "POST", headers, body: new URLSearchParams(form) })
}

async function tokenOf(of: RegisteredSystem, scope = ""): Promise<string> {
  const response = await askForToken({ grant_type: "client_credentials", scope }, basic(of))
  const { access_token } = (await response.json()) as { access_token: string }
  return access_token
}

const askWith = (token: string) =>
  ask(gateway.url, "{ tasks { code } }", { headers: { authorization: `Bearer ${token}` } })

/** Who the subgraph was told is asking. */
function lastRequester() {
  const header = tasks.asked.at(-1)?.headers["x-plan43-requester"]
  return readRequester(header as string)?.identity
}

async function entriesOf(action: string) {
  const { rows } = await history.query(
    "select actor, actor_kind, address, entity_id, reason, request_id from audit_entry where action = $1 order by id",
    [action],
  )
  return rows
}

describe("a token", () => {
  it.each([
    ["the header", () => askForToken({ grant_type: "client_credentials" }, basic(system))],
    [
      "the form",
      () =>
        askForToken({
          grant_type: "client_credentials",
          client_id: system.clientId,
          client_secret: system.secret,
        }),
    ],
  ])("is given for a secret in %s", async (_where, request) => {
    const response = await request()
    expect(response.status).toBe(200)
    expect(response.headers.get("cache-control")).toBe("no-store")
    const answer = (await response.json()) as { access_token: string }
    expect(answer).toEqual({
      access_token: expect.any(String),
      token_type: "Bearer",
      expires_in: 600,
      scope: "observations:read progress:read",
    })
  })

  it("can be checked by anybody with the published keys", async () => {
    const metadata = (await (
      await fetch(`${gateway.url}/.well-known/oauth-authorization-server`)
    ).json()) as {
      issuer: string
      jwks_uri: string
    }
    expect(metadata).toMatchObject({ issuer: ORIGIN, token_endpoint: `${ORIGIN}/oauth/token` })
    const keys = createRemoteJWKSet(new URL(new URL(metadata.jwks_uri).pathname, gateway.url))
    const { payload } = await jwtVerify(await tokenOf(system), keys, {
      issuer: ORIGIN,
      audience: "plan43-api",
      typ: "at+jwt",
      algorithms: ["ES256"],
    })
    expect(payload).toMatchObject({ sub: system.clientId, client_id: system.clientId })
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600)
  })

  it("says who is asking, with the scopes that were asked for", async () => {
    expect((await askWith(await tokenOf(system, "progress:read"))).status).toBe(200)
    expect(lastRequester()).toEqual({
      kind: "SYSTEM",
      id: system.clientId,
      name: "Hệ thống quốc gia",
      role: null,
      agencyId: null,
      scopes: ["progress:read"],
    })
  })

  it("is good for ten minutes", async () => {
    const token = await tokenOf(system)
    ahead = 11 * 60_000
    try {
      const { status, errors, headers } = await askWith(token)
      expect([status, errors?.[0]?.extensions.code]).toEqual([401, "TOKEN_EXPIRED"])
      expect(headers.get("www-authenticate")).toContain("invalid_token")
    } finally {
      ahead = 0
    }
  })

  it("ends with its system, within half a minute", async () => {
    const revoked = await registerSystem(access)
    const token = await tokenOf(revoked)
    expect((await askWith(token)).status).toBe(200)
    await revokeSystem(access, revoked)
    ahead = 30_000
    try {
      const { status, errors } = await askWith(token)
      expect([status, errors?.[0]?.extensions.code]).toEqual([401, "TOKEN_INVALID"])
    } finally {
      ahead = 0
    }
    expect((await askForToken({ grant_type: "client_credentials" }, basic(revoked))).status).toBe(401)
  })
})

describe("no token is given, in the words of RFC 6749,", () => {
  const right = { grant_type: "client_credentials" }
  it.each<[string, () => Promise<Response>, number, string]>([
    ["without credentials", () => askForToken(right), 401, "invalid_client"],
    [
      "to a wrong secret",
      () => askForToken(right, basic({ ...system, secret: "p43_wrong" })),
      401,
      "invalid_client",
    ],
    [
      "to an unknown system",
      () => askForToken(right, basic({ ...system, clientId: "sys-0" })),
      401,
      "invalid_client",
    ],
    ["to half a header", () => askForToken(right, { authorization: "Basic c3lz" }), 401, "invalid_client"],
    [
      "to another kind of header",
      () => askForToken(right, { authorization: "Bearer x.y.z" }),
      401,
      "invalid_client",
    ],
    [
      "to two proofs",
      () => askForToken({ ...right, client_secret: "x" }, basic(system)),
      400,
      "invalid_request",
    ],
    ["without a grant type", () => askForToken({}, basic(system)), 400, "invalid_request"],
    [
      "for a password",
      () => askForToken({ grant_type: "password" }, basic(system)),
      400,
      "unsupported_grant_type",
    ],
    [
      "for a parameter that comes twice",
      () => askForToken([...Object.entries(right), ["grant_type", "password"]], basic(system)),
      400,
      "invalid_request",
    ],
    [
      "for a scope that was not granted",
      () => askForToken({ ...right, scope: "progress:read audit:read" }, basic(system)),
      400,
      "invalid_scope",
    ],
  ])("%s", async (_what, request, status, error) => {
    const response = await request()
    const answer = (await response.json()) as Record<string, string>
    expect([response.status, answer.error]).toEqual([status, error])
    expect(answer.error_description).toMatch(/^[\x20-\x7e]+$/)
    expect(answer.message).toMatch(/\S/)
    expect(response.headers.get("www-authenticate")?.startsWith("Basic ") ?? false).toBe(status === 401)
  })

  it("to a form that is too large, or no form", async () => {
    expect((await askForToken({ ...right, scope: "x".repeat(9_000) }, basic(system))).status).toBe(413)
    const json = await fetch(`${gateway.url}/oauth/token`, {
      method: "POST",
      headers: { ...basic(system), "content-type": "application/json" },
      body: JSON.stringify(right),
    })
    expect(json.status).toBe(415)
    expect((await fetch(`${gateway.url}/oauth/token`)).status).toBe(405)
  })
})

describe("the history", () => {
  it("has tokens that were given, and those that were not with the reason, and no secret", async () => {
    const requestId = randomUUID()
    await askForToken({ grant_type: "client_credentials" }, { ...basic(system), "x-request-id": requestId })
    expect((await entriesOf("token.issued")).at(-1)).toMatchObject({
      actor: system.clientId,
      actor_kind: "SYSTEM",
      address: expect.stringMatching(/127\.0\.0\.1|::1/),
      request_id: requestId,
    })
    const mixedUp = { clientId: system.secret, secret: system.clientId }
    await askForToken({ grant_type: "client_credentials" }, basic(mixedUp))
    await askForToken({ grant_type: "client_credentials" }, basic({ ...system, secret: "p43_wrong" }))
    expect((await entriesOf("token.refused")).slice(-2)).toMatchObject([
      { actor_kind: "ANONYMOUS", entity_id: "unknown", reason: "UNKNOWN_CLIENT" },
      { actor_kind: "ANONYMOUS", entity_id: system.clientId, reason: "WRONG_SECRET" },
    ])
    const { rows } = await history.query("select a::text from audit_entry a")
    expect(JSON.stringify(rows)).not.toContain(system.secret)
  })
})

describe("is no token of this gateway, and answered 401:", () => {
  const claims = () => decodeJwt(genuine)
  const header = () => decodeProtectedHeader(genuine)
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey
  let genuine = ""
  beforeAll(async () => {
    genuine = await tokenOf(system)
  })

  it.each<[string, () => Promise<string> | string]>([
    [
      "one signed with a foreign key",
      () => new SignJWT(claims()).setProtectedHeader({ ...header(), alg: "ES256" }).sign(stranger),
    ],
    [
      "one that names an unknown key",
      () =>
        new SignJWT(claims()).setProtectedHeader({ ...header(), alg: "ES256", kid: "other" }).sign(stranger),
    ],
    ["one without a signature (alg none)", () => new UnsecuredJWT(claims()).encode().replace(/\.$/, ".x")],
    [
      "one signed with the public key as a secret (HS256)",
      async () => {
        const keys = await (await fetch(`${gateway.url}/oauth/jwks`)).text()
        return new SignJWT(claims()).setProtectedHeader({ ...header(), alg: "HS256" }).sign(Buffer.from(keys))
      },
    ],
    [
      "one with more scopes written in",
      () => {
        const [head, , signature] = genuine.split(".")
        const body = Buffer.from(JSON.stringify({ ...claims(), scope: "cooperation:read" })).toString(
          "base64url",
        )
        return `${head}.${body}.${signature}`
      },
    ],
    ["half of one", () => genuine.slice(0, -10)],
    ["a secret", () => system.secret],
  ])("%s", async (_what, forge) => {
    expect((await askWith(genuine)).status).toBe(200)
    const { status, errors, data } = await askWith(await forge())
    expect([status, errors?.[0]?.extensions.code, data]).toEqual([401, "TOKEN_INVALID", undefined])
  })
})

describe("a system's quota", () => {
  it("is held within a minute, and what was asked is told to the coordinator", async () => {
    const small = await registerSystem(access, { quotaPerMinute: 3 })
    const token = await tokenOf(small)
    const statuses: number[] = []
    for (let request = 0; request < 5; request++) {
      const { status, headers, errors } = await askWith(token)
      statuses.push(status)
      if (status !== 429) continue
      expect(errors?.[0]?.extensions.code).toBe("RATE_LIMITED")
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0)
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    await expect
      .poll(() => useOfToday(access, small), { timeout: 10_000 })
      .toEqual({ requests: 5, refused: 2 })
  })
})

describe("while the register of systems does not answer", () => {
  it("a system that was just known is answered, later no more; none is given a token", async () => {
    const known = await registerSystem(access)
    const token = await tokenOf(known)
    expect((await askWith(token)).status).toBe(200)
    await access.running.stop()
    try {
      ahead = 30_000
      expect((await askWith(token)).status).toBe(200)
      ahead = 60_000
      const { status, errors, headers } = await askWith(token)
      expect([status, errors?.[0]?.extensions.code]).toEqual([503, "SUBGRAPH_UNAVAILABLE"])
      expect(headers.get("retry-after")).toBe("5")
      expect((await askForToken({ grant_type: "client_credentials" }, basic(known))).status).toBe(503)
    } finally {
      ahead = 0
    }
  })
})
