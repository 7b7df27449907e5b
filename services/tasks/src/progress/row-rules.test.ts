import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { tasks } from "../subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph

beforeAll(async () => {
  const plan = readPlan(publishedPlanText())
  database = await createTestDatabase()
  subgraph = await startForTest(tasks, database.urls.tasks, clockAt("2026-11-26T08:00:00+07:00"))
  await fillTables(database.urls.tasks, planImport, { plan, register: agencyRegister })
  const idOf = (code: string) => stableId("task", planKeyOf(plan), code)
  const connection = subgraph.orm.em.getConnection()
  // One task each: of the own agency, of a predecessor, of another agency; and one that is published.
  await connection.execute(
    "update task_agency set agency_id = ? where task_id = ? and role = 'LEAD' and position = 1",
    [agencyId(PREDECESSOR), idOf(INHERITED)],
  )
  for (const code of [OWN, INHERITED, ANOTHERS, PUBLISHED]) {
    const publishedAt = code === PUBLISHED ? "2025-07-01" : null
    await connection.execute(
      `insert into progress_report (task_id, agency_id, state, effective_on, published_at)
       values (?, ?, 'IN_PROGRESS', '2025-06-01', ?)`,
      [idOf(code), agencyId("so-tai-chinh"), publishedAt],
    )
    await connection.execute(
      `insert into task_decision (task_id, kind, basis, recorded_on, published_at)
       values (?, 'SUSPENDED', 'Thông báo', '2025-06-01', ?)`,
      [idOf(code), publishedAt],
    )
  }
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const agencyId = (code: string) => stableId("agency", code)
const PREDECESSOR =
  agencyRegister.successions.find(({ successorCode }) => successorCode === "so-tai-chinh")?.predecessorCode ??
  ""
const [OWN, INHERITED, ANOTHERS, PUBLISHED] = ["18", "2", "3", "4"] as const

const system: Identity = {
  kind: "SYSTEM",
  id: "he-thong",
  name: "Hệ thống",
  role: null,
  agencyId: null,
  scopes: ["progress:read"],
}

/** The tasks of which somebody sees that they were suspended: by their own status, by the filter, and by the tallies. */
async function suspendedTo(identity: Identity | null): Promise<string[]> {
  interface Node {
    node: { code: string; status: string; progressReported: boolean }
  }
  const data = await askWell<{
    all: { edges: Node[] }
    more: { edges: Node[] }
    filtered: { edges: { node: { code: string } }[] }
    taskSummary: { reported: number; byStatus: { status: string; count: number }[] }
  }>(
    subgraph,
    `{ all: tasks(first: 100) { edges { node { code status progressReported } } }
      more: tasks(last: 44) { edges { node { code status progressReported } } }
      filtered: tasks(filter: { status: [SUSPENDED] }) { edges { node { code } } }
      taskSummary { reported byStatus { status count } } }`,
    {},
    identity ?? undefined,
  )
  const codes = [...data.all.edges, ...data.more.edges]
    .filter(({ node }) => node.status === "SUSPENDED" && node.progressReported)
    .map(({ node }) => node.code)
  expect(data.filtered.edges.map(({ node }) => node.code)).toEqual(codes)
  expect(data.taskSummary.reported).toBe(codes.length)
  expect(data.taskSummary.byStatus.find(({ status }) => status === "SUSPENDED")?.count).toBe(codes.length)
  return codes
}

test.each([
  ["the public", null],
  ["the administrator", personOf("ADMINISTRATOR")],
  ["a system without the scope", { ...system, scopes: [] } satisfies Identity],
])("%s sees only what was published of progress, in fields, filters and tallies", async (_who, identity) => {
  expect(await suspendedTo(identity)).toEqual([PUBLISHED])
})

test.each(["AGENCY_OFFICER", "AGENCY_HEAD"] as const)(
  "%s sees what was published and what concerns the own agency and its predecessors",
  async (role) => {
    expect(await suspendedTo(personOf(role, agencyId("so-tai-chinh")))).toEqual([INHERITED, PUBLISHED, OWN])
  },
)

test.each([
  personOf("COORDINATOR"),
  personOf("CITY_LEADER"),
  personOf("FINANCE"),
  personOf("AUDITOR"),
  system,
])("$id sees all progress", async (identity) => {
  expect(await suspendedTo(identity)).toEqual([INHERITED, ANOTHERS, PUBLISHED, OWN])
})
