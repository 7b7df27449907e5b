import { MikroORM } from "@mikro-orm/postgresql"
import { auditAuthorSql, auditSearchSql, auditTableSql, ormOptions } from "@plan43/database"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { access } from "../subgraph.ts"
import { register } from "../testing.ts"
import { AuditEntry } from "./audit-entry.ts"

const OTHERS = ["agencies", "cooperation", "gateway", "indicators", "notifications", "tasks"] as const

let database: TestDatabase
let subgraph: RunningSubgraph
const auditor = personOf("AUDITOR")

/** Fills the history of another service as that service does. */
async function keepHistory(service: (typeof OTHERS)[number] | "identity"): Promise<void> {
  const orm = await MikroORM.init(
    ormOptions({ schema: service, url: database.urls[service], entities: [AuditEntry], migrations: [] }),
  )
  try {
    const connection = orm.em.getConnection()
    await connection.execute(auditTableSql)
    await connection.execute(auditAuthorSql)
    await connection.execute(auditSearchSql)
    await connection.execute(
      `insert into audit_entry (at, actor, actor_kind, actor_name, actor_role, action, entity, entity_id, after, reason)
       select timestamptz '2026-03-01T00:00:00+07:00' + number * interval '1 hour', 'nguoi-' || number % 2, 'PERSON',
         'Nguyễn Văn ' || number, 'COORDINATOR', ? || '.updated', ?, number::text, jsonb_build_object('number', number), 'đúng hạn'
       from generate_series(1, 30) as number`,
      [service, service],
    )
  } finally {
    await orm.close()
  }
}

beforeAll(async () => {
  database = await createTestDatabase()
  subgraph = await startForTest(access, database.urls.access)
  await Promise.all(OTHERS.map(keepHistory))
  await register(subgraph)
})
afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

interface Page {
  auditEntries: {
    totalCount: number
    edges: { node: { id: string; at: string; service: string } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

async function count(filter: object): Promise<number> {
  const { auditEntries } = await askWell<Page>(
    subgraph,
    "query ($filter: AuditFilter) { auditEntries(filter: $filter) { totalCount } }",
    { filter },
    auditor,
  )
  return auditEntries.totalCount
}

describe("the history", () => {
  test("of all services is one list, the newest first, of which no page loses an entry", async () => {
    const seen: Page["auditEntries"]["edges"][number]["node"][] = []
    let after: string | null = null
    do {
      const page: Page = await askWell(
        subgraph,
        "query ($after: String) { auditEntries(first: 17, after: $after) { edges { node { id at service } } pageInfo { hasNextPage endCursor } } }",
        { after },
        auditor,
      )
      seen.push(...page.auditEntries.edges.map(({ node }) => node))
      after = page.auditEntries.pageInfo.hasNextPage ? page.auditEntries.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toHaveLength(OTHERS.length * 30 + 1)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen[0]?.service).toBe("access")
    const times = seen.map(({ at }) => at)
    expect(times).toEqual(times.toSorted().reverse())
  })

  test("says who, as what, what before, what after and why", async () => {
    const { auditEntries } = await askWell<{ auditEntries: { edges: { node: object }[] } }>(
      subgraph,
      `{ auditEntries(filter: { entity: ["tasks"], entityId: "7" }) { edges { node {
        id at actor actorKind actorName actorRole agencyId address action entity entityId service before after reason requestId } } } }`,
      {},
      auditor,
    )
    expect(auditEntries.edges).toEqual([
      {
        node: {
          id: "tasks:7",
          at: "2026-03-01T00:00:00.000Z",
          actor: "nguoi-1",
          actorKind: "PERSON",
          actorName: "Nguyễn Văn 7",
          actorRole: "COORDINATOR",
          agencyId: null,
          address: null,
          action: "tasks.updated",
          entity: "tasks",
          entityId: "7",
          service: "tasks",
          before: null,
          after: '{"number": 7}',
          reason: "đúng hạn",
          requestId: null,
        },
      },
    ])
  })

  test.each([
    [{ service: ["tasks", "gateway"] }, 60],
    [{ actor: "nguoi-0" }, OTHERS.length * 15],
    [{ action: ["tasks.updated", "agencies.updated"] }, 60],
    [{ entity: ["indicators"] }, 30],
    [{ text: "nguyen van 13 dung han" }, OTHERS.length],
    [{ to: "2026-03-01" }, OTHERS.length * 23],
    [{ from: "2026-03-02", to: "2026-03-02" }, OTHERS.length * 7],
    [{ text: "api_client" }, 1],
  ])("has with %j so many entries", async (filter, expected) => {
    expect(await count(filter)).toBe(expected)
  })

  test("has none of a service that does not exist", async () => {
    const { errors } = await ask(
      subgraph,
      '{ auditEntries(filter: { service: ["pg_catalog"] }) { totalCount } }',
      {},
      auditor,
    )
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason: "UNKNOWN_SERVICE" })
  })

  test("takes three SQL statements however long it is", async () => {
    const before = subgraph.statements()
    await askWell(subgraph, "{ auditEntries(first: 100) { totalCount edges { node { id } } } }", {}, auditor)
    expect(subgraph.statements() - before).toBe(3)
  })
})

test("the history of a service that never ran is empty; from its first entry on it is there", async () => {
  expect(await count({ service: ["identity"] })).toBe(0)
  const before = await count({})
  await keepHistory("identity")
  expect(await count({ service: ["identity"] })).toBe(30)
  expect(await count({})).toBe(before + 30)
})
