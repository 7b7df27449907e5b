import { randomUUID } from "node:crypto"
import { addDays, clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { access } from "../subgraph.ts"
import { check, coordinator, details, gateway, type Registered, register, today } from "../testing.ts"

let database: TestDatabase
let subgraph: RunningSubgraph

beforeAll(async () => {
  database = await createTestDatabase()
  subgraph = await startForTest(access, database.urls.access)
})
afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

interface UserError {
  reason: string
  field: string
  message: string
}

interface Payload {
  client: { id: string; clientId: string; version: number; state: string } | null
  secret?: string | null
  userErrors: UserError[]
}

type Mutation = "registerApiClient" | "changeApiClient" | "rotateApiClientSecret" | "revokeApiClient"

const once = () => ({ idempotencyKey: randomUUID() })

async function mutate(name: Mutation, input: object): Promise<Payload> {
  const secret = name === "registerApiClient" || name === "rotateApiClientSecret" ? "secret" : ""
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const data = await askWell<Record<string, Payload>>(
    subgraph,
    `mutation ($input: ${type}!) {
      ${name}(input: $input) { client { id clientId version state } ${secret} userErrors { reason field message } }
    }`,
    { input },
    coordinator,
  )
  return data[name] as Payload
}

async function everythingStored(): Promise<string> {
  const tables = ["api_client", "api_client_secret", "audit_entry", "recorded_request"]
  const rows = await Promise.all(
    tables.map((table) => subgraph.orm.em.getConnection().execute(`select t::text from ${table} t`)),
  )
  return JSON.stringify(rows)
}

describe("a system that is registered", () => {
  test("is told its secret once; what is kept does not hold it", async () => {
    const input = { ...details, ...once() }
    const { client, secret, userErrors } = await mutate("registerApiClient", input)
    expect(userErrors).toEqual([])
    expect(client).toMatchObject({
      version: 1,
      state: "ACTIVE",
      clientId: expect.stringMatching(/^sys-[\da-f]{12}$/),
    })
    expect(secret).toMatch(/^p43_[\w-]{43}$/)
    expect(await everythingStored()).not.toContain(secret)
    expect(await check(subgraph, client?.clientId as string, secret as string)).toMatchObject({
      standing: { scopes: ["progress:read"], quotaPerMinute: 60, state: "ACTIVE" },
      fault: null,
    })
    expect(await mutate("registerApiClient", input)).toEqual({ client, secret: null, userErrors: [] })
  })

  test("has a history that says by whom, and nothing of its secret", async () => {
    const { id } = await register(subgraph)
    const entries = await subgraph.orm.em
      .getConnection()
      .execute("select actor, actor_role, action, after from audit_entry where entity_id = ?", [id])
    expect(entries).toMatchObject([
      {
        actor: coordinator.id,
        actor_role: "COORDINATOR",
        action: "api_client.registered",
        after: { name: details.name, registered_by: coordinator.name },
      },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/sha256|secret_text/)
  })

  test.each([
    ["name", { name: " " }, "TEXT_MISSING"],
    ["purpose", { purpose: "x".repeat(2_001) }, "TEXT_TOO_LONG"],
    ["scopes", { scopes: ["audit:read"] }, "SCOPE_NOT_GRANTABLE"],
    ["quotaPerMinute", { quotaPerMinute: 0 }, "QUOTA_OUT_OF_RANGE"],
    ["quotaPerMinute", { quotaPerMinute: 6_001 }, "QUOTA_OUT_OF_RANGE"],
    ["expiresOn", { expiresOn: addDays(today, -1) }, "EXPIRY_PAST"],
    ["expiresOn", { expiresOn: addDays(today, 731) }, "EXPIRY_TOO_LATE"],
  ])("is not registered with a wrong %s", async (field, wrong, reason) => {
    const before = await everythingStored()
    const { client, secret, userErrors } = await mutate("registerApiClient", {
      ...details,
      ...wrong,
      ...once(),
    })
    expect([client, secret]).toEqual([null, null])
    expect(userErrors).toMatchObject([{ reason, field }])
    expect(await everythingStored()).toBe(before)
  })

  test("is changed on the version that was seen, and expires after its last day", async () => {
    const client = await register(subgraph)
    const changed = { ...details, scopes: [], quotaPerMinute: 5, expiresOn: today }
    const request = { ...changed, id: client.id, version: 1, ...once() }
    expect(await mutate("changeApiClient", request)).toMatchObject({
      client: { version: 2, state: "ACTIVE" },
    })
    expect(await mutate("changeApiClient", { ...request, ...once() })).toMatchObject({
      client: null,
      userErrors: [{ reason: "VERSION_STALE", field: "version" }],
    })
    const tomorrow = await startForTest(
      access,
      database.urls.access,
      clockAt(`${addDays(today, 1)}T00:00:00+07:00`),
    )
    try {
      expect(await check(tomorrow, client.clientId, client.secret)).toEqual({
        standing: null,
        fault: "CLIENT_EXPIRED",
      })
    } finally {
      await tomorrow.stop()
    }
  })

  test("is revoked for good, with a reason", async () => {
    const client = await register(subgraph)
    const request = { id: client.id, version: 1, ...once() }
    expect(await mutate("revokeApiClient", request)).toMatchObject({
      userErrors: [{ reason: "REASON_MISSING", field: "reason" }],
    })
    expect(await mutate("revokeApiClient", { ...request, reason: "lộ mã" })).toMatchObject({
      client: { state: "REVOKED", version: 2 },
    })
    expect(await check(subgraph, client.clientId, client.secret)).toMatchObject({ fault: "CLIENT_REVOKED" })
    for (const [name, input] of [
      ["changeApiClient", details],
      ["rotateApiClientSecret", { keepFormerForHours: 1 }],
      ["revokeApiClient", { reason: "lần nữa" }],
    ] as const)
      expect(await mutate(name, { ...input, id: client.id, version: 2, ...once() })).toMatchObject({
        client: null,
        userErrors: [{ reason: "CLIENT_REVOKED", field: "id" }],
      })
  })
})

describe("a secret", () => {
  const rotate = (client: Registered, version: number, keepFormerForHours: number) =>
    mutate("rotateApiClientSecret", { id: client.id, version, keepFormerForHours, ...once() })
  const faultOf = async (client: Registered, secret: string) =>
    (await check(subgraph, client.clientId, secret)).fault

  test("that is replaced works on for as long as was said, and the one before it ends", async () => {
    const client = await register(subgraph)
    const second = (await rotate(client, 1, 24)).secret as string
    expect([await faultOf(client, client.secret), await faultOf(client, second)]).toEqual([null, null])
    const third = (await rotate(client, 2, 24)).secret as string
    expect([
      await faultOf(client, client.secret),
      await faultOf(client, second),
      await faultOf(client, third),
    ]).toEqual(["SECRET_EXPIRED", null, null])
    const { apiClient } = await askWell<{ apiClient: { secrets: { hint: string }[] } }>(
      subgraph,
      "query ($id: ID!) { apiClient(id: $id) { secrets { hint createdAt expiresAt } } }",
      { id: client.id },
      coordinator,
    )
    expect(apiClient.secrets.map(({ hint }) => hint)).toEqual([third.slice(-4), second.slice(-4)])
  })

  test("that leaked ends at once", async () => {
    const client = await register(subgraph)
    const { secret } = await rotate(client, 1, 0)
    expect(await faultOf(client, client.secret)).toBe("SECRET_EXPIRED")
    expect(await faultOf(client, secret as string)).toBe(null)
  })

  test("is not kept longer than a week", async () => {
    const client = await register(subgraph)
    expect(await rotate(client, 1, 169)).toMatchObject({
      secret: null,
      userErrors: [{ reason: "OVERLAP_OUT_OF_RANGE", field: "keepFormerForHours" }],
    })
  })

  test("proves its own system only", async () => {
    const [one, other] = [await register(subgraph), await register(subgraph)]
    expect(await faultOf(one, other.secret)).toBe("WRONG_SECRET")
    expect(await check(subgraph, "sys-000000000000", one.secret)).toEqual({
      standing: null,
      fault: "UNKNOWN_CLIENT",
    })
  })
})

describe("the list of systems", () => {
  beforeAll(async () => {
    for (const name of ["Kho số liệu A", "Kho số liệu B", "Kho số liệu C"]) await register(subgraph, { name })
  })

  const namesIn = async (filter: string) => {
    const { apiClients } = await askWell<{ apiClients: { edges: { node: { name: string } }[] } }>(
      subgraph,
      `{ apiClients(filter: { text: "kho so lieu" ${filter} }) { edges { node { name } } } }`,
      {},
      coordinator,
    )
    return apiClients.edges.map(({ node }) => node.name)
  }

  test("is searched without diacritics and filtered by state", async () => {
    expect(await namesIn("")).toEqual(["Kho số liệu A", "Kho số liệu B", "Kho số liệu C"])
    expect(await namesIn("state: [ACTIVE, EXPIRED]")).toHaveLength(3)
    expect(await namesIn("state: [REVOKED]")).toEqual([])
    expect(await namesIn("state: []")).toEqual([])
  })

  test("takes as many SQL statements for many systems as for one", async () => {
    const statementsFor = async (first: number) => {
      const before = subgraph.statements()
      await askWell(
        subgraph,
        `{ apiClients(first: ${first}) { totalCount edges { node { state secrets { hint } lastUsedAt use(days: 7) { day requests } } } } }`,
        {},
        coordinator,
      )
      return subgraph.statements() - before
    }
    await statementsFor(1)
    expect(await statementsFor(10)).toBe(await statementsFor(1))
  })

  test.each(["NAME", "REGISTERED_AT", "EXPIRES_ON"])("is turned over by %s", async (field) => {
    const seen = new Set<string>()
    let after: string | null = null
    do {
      const page: {
        apiClients: {
          edges: { node: { id: string } }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      } = await askWell(
        subgraph,
        `query ($after: String) { apiClients(first: 4, after: $after, orderBy: { field: ${field}, direction: DESC }) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
        coordinator,
      )
      for (const { node } of page.apiClients.edges) seen.add(node.id)
      after = page.apiClients.pageInfo.hasNextPage ? page.apiClients.pageInfo.endCursor : null
    } while (after !== null)
    const { apiClients } = await askWell<{ apiClients: { totalCount: number } }>(
      subgraph,
      "{ apiClients { totalCount } }",
      {},
      coordinator,
    )
    expect(seen.size).toBe(apiClients.totalCount)
  })
})

describe("what a system asked", () => {
  const RECORD = `mutation ($batch: ID!, $uses: [ApiClientUseInput!]!) { recordApiClientUse(batch: $batch, uses: $uses) }`

  test("is counted by day, once for each batch, and told for every day", async () => {
    const client = await register(subgraph)
    const lastAt = new Date().toISOString()
    const use = { clientId: client.clientId, requests: 3, refused: 1, lastAt }
    const batch = { batch: randomUUID(), uses: [use, { ...use, clientId: "sys-000000000000" }] }
    expect(await askWell(subgraph, RECORD, batch, gateway)).toEqual({ recordApiClientUse: true })
    expect(await askWell(subgraph, RECORD, batch, gateway)).toEqual({ recordApiClientUse: false })
    await askWell(subgraph, RECORD, { ...batch, batch: randomUUID() }, gateway)
    const { apiClient } = await askWell<{ apiClient: { lastUsedAt: string; use: object[] } }>(
      subgraph,
      "query ($id: ID!) { apiClient(id: $id) { lastUsedAt use(days: 3) { day requests refused } } }",
      { id: client.id },
      coordinator,
    )
    expect(apiClient).toEqual({
      lastUsedAt: lastAt,
      use: [
        { day: addDays(today, -2), requests: 0, refused: 0 },
        { day: addDays(today, -1), requests: 0, refused: 0 },
        { day: today, requests: 6, refused: 2 },
      ],
    })
  })

  test.each([0, 367])("is not told for %i days", async (days) => {
    const { id } = await register(subgraph)
    const { errors } = await ask(
      subgraph,
      `query ($id: ID!) { apiClient(id: $id) { use(days: ${days}) { day } } }`,
      { id },
      coordinator,
    )
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason: "DAYS_OUT_OF_RANGE" })
  })
})

describe("who may not", () => {
  test.each([
    ["{ apiClients { totalCount } }", null, "UNAUTHENTICATED"],
    ["{ apiClients { totalCount } }", personOf("AGENCY_HEAD", randomUUID()), "FORBIDDEN"],
    [
      'mutation { revokeApiClient(input: { id: "x", version: 1, idempotencyKey: "k" }) { userErrors { reason } } }',
      personOf("AUDITOR"),
      "FORBIDDEN",
    ],
    ['{ apiClientStandings(clientIds: ["sys-000000000000"]) { clientId } }', coordinator, "FORBIDDEN"],
    ['{ apiClientBySecret(clientId: "a", secret: "b") { fault } }', coordinator, "FORBIDDEN"],
    ['mutation { recordApiClientUse(batch: "x", uses: []) }', coordinator, "FORBIDDEN"],
    ["{ auditEntries { totalCount } }", coordinator, "FORBIDDEN"],
  ])("%s", async (query, viewer, code) => {
    const { data, errors } = await ask(subgraph, query, {}, viewer)
    expect(data).toBeNull()
    expect(errors?.[0]?.extensions.code).toBe(code)
  })

  test("a stranger learns nothing of a system by its key", async () => {
    const { id } = await register(subgraph)
    const { data } = await ask<{ _entities: unknown[] }>(
      subgraph,
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on ApiClient { name } } }",
      { r: [{ __typename: "ApiClient", id }] },
    )
    expect(data).toEqual({ _entities: [null] })
  })
})
