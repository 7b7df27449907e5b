import { randomUUID } from "node:crypto"
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
import { indicators } from "../subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph

const agencyId = (code: string) => stableId("agency", code)
const PREDECESSOR =
  agencyRegister.successions.find(({ successorCode }) => successorCode === "so-khcn")?.predecessorCode ?? ""
/** One indicator each: of Sở KH&CN, of a body it succeeded, of another agency; and one that is published. */
const [OWN, INHERITED, ANOTHERS, PUBLISHED] = ["9", "11", "12", "13"] as const
const GIVEN = {
  [OWN]: "so-khcn",
  [INHERITED]: PREDECESSOR,
  [ANOTHERS]: "so-noi-vu",
  [PUBLISHED]: "so-noi-vu",
}

beforeAll(async () => {
  const plan = readPlan(publishedPlanText())
  database = await createTestDatabase()
  subgraph = await startForTest(indicators, database.urls.indicators, clockAt("2026-11-26T08:00:00+07:00"))
  await fillTables(database.urls.indicators, planImport, { plan, register: agencyRegister })
  const connection = subgraph.orm.em.getConnection()
  for (const [code, agency] of Object.entries(GIVEN)) {
    const indicator = stableId("indicator", planKeyOf(plan), code)
    const published = code === PUBLISHED ? "2026-02-02" : null
    await connection.execute("update indicator_agency set agency_id = ? where indicator_id = ?", [
      agencyId(agency),
      indicator,
    ])
    await connection.execute(
      `insert into observation (id, indicator_id, period_start, period_end, value, provisional, source, recorded_on, published_at)
       values (?, ?, '2025-01-01', '2025-12-31', 5, false, 'Cục Thống kê', '2026-02-01', ?)`,
      [randomUUID(), indicator, published],
    )
    await connection.execute(
      `insert into judgement (id, indicator_id, state, judged_on, evidence, source, recorded_on, published_at)
       values (?, ?, 'REACHED', '2026-01-15', 'Xếp hạng', 'Bộ', '2026-02-01', ?)`,
      [randomUUID(), indicator, published],
    )
    await connection.execute(
      "insert into indicator_baseline (indicator_id, measured_on, value, source, recorded_on, published_at) values (?, '2024-12-31', 4, 'Báo cáo', '2026-02-01', ?)",
      [indicator, published],
    )
    await connection.execute(
      "insert into indicator_milestone (id, indicator_id, due_on, value, recorded_on, published_at) values (?, ?, '2027-12-31', 6, '2026-02-01', ?)",
      [randomUUID(), indicator, published],
    )
  }
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const system: Identity = {
  kind: "SYSTEM",
  id: "he-thong",
  name: "Hệ thống",
  role: null,
  agencyId: null,
  scopes: ["observations:read"],
}

interface Shown {
  code: string
  baseline: object | null
  milestones: object[]
  observations: { totalCount: number; edges: { node: { id: string } }[] }
  assessment: { state: string; observation: object | null }
}

const WITHOUT_DATA = ["NO_DATA", "NOT_ASSESSABLE"]

/** The indicators of which somebody sees everything that was recorded; of the others, nothing. */
async function shownTo(identity: Identity | null): Promise<string[]> {
  const { list, summary, assessed } = await askWell<{
    list: { edges: { node: Shown }[] }
    assessed: { edges: { node: { code: string } }[] }
    summary: { byAssessment: { state: string; count: number }[] }
  }>(
    subgraph,
    `{ list: indicators(first: 100) { edges { node { code baseline { value } milestones { value }
        observations { totalCount edges { node { id } } } assessment { state observation { id } } } } }
      assessed: indicators(first: 100, filter: { assessment: [REACHED, EXCEEDED, ON_PATH, BEHIND_PATH, OFF_PATH] }) { edges { node { code } } }
      summary: indicatorSummary { byAssessment { state count } } }`,
    {},
    identity ?? undefined,
  )
  const rows = list.edges.map(({ node }) => node)
  const shown = rows.filter(({ baseline }) => baseline !== null)
  for (const row of rows) {
    const seen = shown.includes(row) ? 1 : 0
    expect([row.milestones.length, row.observations.totalCount, row.observations.edges.length]).toEqual([
      seen,
      seen,
      seen,
    ])
    expect(row.assessment.observation === null).toBe(seen === 0)
  }
  const withState = rows.filter(({ assessment }) => !WITHOUT_DATA.includes(assessment.state))
  for (const { code } of shown) expect(withState.map((row) => row.code)).toContain(code)
  expect(assessed.edges.map(({ node }) => node.code)).toEqual(withState.map((row) => row.code))
  const counted = summary.byAssessment.filter(({ state }) => !WITHOUT_DATA.includes(state))
  expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(withState.length)
  return shown.map(({ code }) => code)
}

test.each([
  ["the public", null],
  ["the administrator", personOf("ADMINISTRATOR")],
  ["a system without the scope", { ...system, scopes: [] } satisfies Identity],
])("%s sees only what was published, in fields, filters and tallies", async (_who, identity) => {
  expect(await shownTo(identity)).toEqual([PUBLISHED])
})

test.each(["AGENCY_OFFICER", "AGENCY_HEAD"] as const)(
  "%s sees what was published and what concerns the own agency and its predecessors",
  async (role) => {
    expect(PREDECESSOR).not.toBe("")
    expect(await shownTo(personOf(role, agencyId("so-khcn")))).toEqual([OWN, INHERITED, PUBLISHED])
  },
)

test.each([
  personOf("COORDINATOR"),
  personOf("CITY_LEADER"),
  personOf("FINANCE"),
  personOf("AUDITOR"),
  system,
])("$id sees everything", async (identity) => {
  expect(await shownTo(identity)).toEqual([OWN, INHERITED, ANOTHERS, PUBLISHED])
})

test("an identifier leads the public to no observation that was not published", async () => {
  const ids = await subgraph.orm.em
    .getConnection()
    .execute<{ id: string; published: boolean }[]>(
      "select id, published_at is not null as published from observation order by id",
    )
  const { _entities } = await askWell<{ _entities: ({ id: string } | null)[] }>(
    subgraph,
    "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Observation { id } } }",
    { r: ids.map(({ id }) => ({ __typename: "Observation", id })) },
  )
  expect(_entities.map((entity) => entity?.id ?? null)).toEqual(
    ids.map(({ id, published }) => (published ? id : null)),
  )
})
