import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import { clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { assessmentStates } from "@plan43/indicator-assessment"
import { type PublishedPlan, publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { planImport } from "./plan-import/index.ts"
import { indicators } from "./subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph
let plan: PublishedPlan

beforeAll(async () => {
  plan = readPlan(publishedPlanText())
  database = await createTestDatabase()
  subgraph = await startForTest(indicators, database.urls.indicators, clockAt("2026-11-24T08:00:00+07:00"))
  await fillTables(database.urls.indicators, planImport, { plan, register: agencyRegister })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const idOf = (code: string) => stableId("indicator", planKeyOf(plan), code)

/** All nodes of the list, page by page, as a client reads them. */
async function everyPage<Node>(size: number, argumentsText: string, selection: string): Promise<Node[]> {
  const nodes: Node[] = []
  let after: string | null = null
  do {
    const page: {
      indicators: { edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
    } = await askWell(
      subgraph,
      `query ($after: String) { indicators(first: ${size}, after: $after${argumentsText}) {
        edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    nodes.push(...page.indicators.edges.map(({ node }) => node))
    after = page.indicators.pageInfo.hasNextPage ? page.indicators.pageInfo.endCursor : null
  } while (after !== null)
  return nodes
}

describe("the register of indicators", () => {
  test("holds every row of Annex I, every cell as the text has it", async () => {
    const rows = await everyPage<unknown>(
      20,
      "",
      "code name unit targetText target { kind minimum maximum note } horizonYear yearly leadText parent { code } counterpart { code } source { document annex row line lastLine }",
    )
    expect(rows).toEqual(
      plan.indicators.map((indicator) => ({
        code: indicator.code,
        name: indicator.name,
        unit: indicator.unit,
        targetText: indicator.targetText,
        target: indicator.target,
        horizonYear: indicator.horizonYear,
        yearly: indicator.yearly,
        leadText: indicator.leadText,
        parent: indicator.parentCode === null ? null : { code: indicator.parentCode },
        counterpart: indicator.counterpartCode === null ? null : { code: indicator.counterpartCode },
        source: {
          document: "43/KH-UBND",
          annex: "I",
          row: indicator.code,
          line: indicator.lines.first,
          lastLine: indicator.lines.last,
        },
      })),
    )
    expect(rows).toHaveLength(54)
  })

  test.each(["PLAN_ORDER", "NAME", "HORIZON"])(
    "by %s has the same rows in pages of any size, both ways",
    async (field) => {
      const large = await everyPage<{ code: string }>(100, `, orderBy: { field: ${field} }`, "code")
      expect(await everyPage(7, `, orderBy: { field: ${field} }`, "code")).toEqual(large)
      expect(await everyPage(11, `, orderBy: { field: ${field}, direction: DESC }`, "code")).toEqual(
        [...large].reverse(),
      )
    },
  )

  test("is filtered by horizon, kind of target, lead and text, all at once", async () => {
    const codes = (argumentsText: string) =>
      everyPage<{ code: string }>(100, argumentsText, "code").then((rows) => rows.map(({ code }) => code))
    expect(await codes(", filter: { horizon: [2045] }")).toEqual(["35", "36", "37", "38", "39", "40"])
    expect(await codes(', filter: { lead: ["cong-an-tp"], targetKind: [DIRECTIVE] }')).toEqual([
      "27",
      "33",
      "40",
    ])
    expect(await codes(', filter: { text: "quy mo kinh te so" }')).toEqual(["9", "35"])
    expect(await codes(', filter: { code: ["10.11", "22"], topLevel: false }')).toEqual(["10.11"])
  })

  test.each([
    ["first: 101", "PAGE_TOO_LARGE"],
    ['after: "?"', "CURSOR_MALFORMED"],
    ['filter: { lead: ["so-khong-co"] }', "UNKNOWN_AGENCY"],
    ['filter: { plan: "44/KH-UBND" }', "UNKNOWN_PLAN"],
  ])("refuses %s with %s", async (argumentsText, reason) => {
    const { errors } = await ask(subgraph, `{ indicators(${argumentsText}) { totalCount } }`)
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason })
  })
})

describe("an indicator", () => {
  test("that is a heading has its sub-rows", async () => {
    const { indicator } = await askWell<{ indicator: { children: { code: string }[]; target: unknown } }>(
      subgraph,
      `{ indicator(code: "10") { target { kind } children { code parent { code } } assessment { state missing } } }`,
    )
    expect(indicator.target).toEqual({ kind: "NONE" })
    expect(indicator.children.map(({ code }) => code)).toEqual(
      Array.from({ length: 12 }, (_, n) => `10.${n + 1}`),
    )
  })

  test("that does not exist is null", async () => {
    expect(
      await askWell(subgraph, `{ a: indicator(code: "41") { code } b: indicator(id: "?") { code } }`),
    ).toEqual({
      a: null,
      b: null,
    })
  })

  test("has no observation, baseline or milestone on a fresh installation, and says what is missing", async () => {
    const { indicator } = await askWell<{ indicator: unknown }>(
      subgraph,
      `{ indicator(code: "9") { observations { totalCount } baseline { value } milestones { value } assessment { asOf state missing observation { id } pathValue } } }`,
    )
    expect(indicator).toEqual({
      observations: { totalCount: 0 },
      baseline: null,
      milestones: [],
      assessment: {
        asOf: "2026-11-24",
        state: "NO_DATA",
        missing: ["OBSERVATION", "BASELINE"],
        observation: null,
        pathValue: null,
      },
    })
  })
})

describe("what people supply", () => {
  async function record(table: string, row: Record<string, unknown>): Promise<void> {
    const published = { ...row, published_at: "2025-01-01T00:00:00Z" }
    if (!("id" in published)) Object.assign(published, { id: randomUUID() })
    const columns = Object.keys(published).join(", ")
    await subgraph.orm.em
      .getConnection()
      .execute(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, ?::jsonb)`,
        [JSON.stringify(published)],
      )
  }
  const observed = (code: string, year: number, value: number, recordedOn: string) =>
    record("observation", {
      id: randomUUID(),
      indicator_id: idOf(code),
      period_start: `${year}-01-01`,
      period_end: `${year}-12-31`,
      value,
      provisional: false,
      source: "Cục Thống kê",
      recorded_on: recordedOn,
    })

  beforeEach(async () => {
    await record("indicator_baseline", {
      indicator_id: idOf("9"),
      measured_on: "2024-12-31",
      value: 20,
      source: "Báo cáo 2024",
      recorded_on: "2026-01-20",
    })
    await observed("9", 2025, 25, "2026-02-01")
    await observed("11", 2025, 85, "2026-02-01")
    await record("judgement", {
      id: randomUUID(),
      indicator_id: idOf("1"),
      state: "REACHED",
      judged_on: "2026-01-15",
      evidence: "Xếp hạng PII 2025",
      source: "Bộ Khoa học và Công nghệ",
      recorded_on: "2026-01-20",
    })
  })
  afterEach(async () => {
    for (const table of ["observation", "judgement", "indicator_baseline"])
      await subgraph.orm.em.getConnection().execute(`delete from ${table}`)
  })

  test("is assessed against the path, and explained", async () => {
    const { indicator } = await askWell<{ indicator: { assessment: Record<string, unknown> } }>(
      subgraph,
      `{ indicator(code: "9") { assessment { state pathValue missing explanation observation { value } } } }`,
    )
    expect(indicator.assessment).toMatchObject({ state: "ON_PATH", missing: [], observation: { value: 25 } })
    expect(indicator.assessment.pathValue).toBeCloseTo(23.33, 1)
    expect(indicator.assessment.explanation).toContain("25")
  })

  test("is not known before the day it was recorded", async () => {
    const { before, after } = await askWell<Record<"before" | "after", { assessment: { state: string } }>>(
      subgraph,
      `{ before: indicator(code: "11") { assessment(asOf: "2026-01-31") { state } } after: indicator(code: "11") { assessment(asOf: "2026-02-01") { state } } }`,
    )
    expect(before.assessment.state).toBe("NO_DATA")
    expect(after.assessment.state).not.toBe("NO_DATA")
  })

  test("is counted, filtered and shown alike", async () => {
    const rows = await everyPage<{ code: string; assessment: { state: string } }>(
      100,
      "",
      "code assessment { state }",
    )
    const { indicatorSummary } = await askWell<{
      indicatorSummary: Record<
        "byAssessment" | "byHorizon" | "byTargetKind",
        { count: number; state?: string }[]
      > & {
        total: number
      }
    }>(
      subgraph,
      "{ indicatorSummary { total byAssessment { state count } byHorizon { count } byTargetKind { count } } }",
    )
    const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
    expect(indicatorSummary.total).toBe(54)
    expect(sum(indicatorSummary.byAssessment)).toBe(54)
    expect(sum(indicatorSummary.byHorizon)).toBe(54)
    expect(sum(indicatorSummary.byTargetKind)).toBe(54)
    for (const state of assessmentStates) {
      const shown = rows.filter(({ assessment }) => assessment.state === state).map(({ code }) => code)
      const filtered = await everyPage<{ code: string }>(100, `, filter: { assessment: [${state}] }`, "code")
      expect(filtered.map(({ code }) => code)).toEqual(shown)
      expect(indicatorSummary.byAssessment.find((count) => count.state === state)?.count).toBe(shown.length)
    }
    expect(rows.find(({ code }) => code === "1")?.assessment.state).toBe("REACHED")
  })
})

test("an agency's indicators are counted by name, for all agencies in as many SQL statements as for one", async () => {
  const statementsFor = async (codes: string[]) => {
    const before = subgraph.statements()
    const { _entities } = await askWell<{ _entities: { indicators: { totalCount: number } }[] }>(
      subgraph,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Agency { indicators(first: 3) { totalCount edges { node { code leads { id } parent { code } children { code } assessment { state } frequency measure mayRecord openPeriods { key } judgeable childAssessments { state count } baseline { value recordedBy } milestones { on } path { on value } judgements { state agency { id } } directedTarget { kind } observations { totalCount edges { node { periodKey corrected { value } } } } } } } } } }`,
      { r: codes.map((code) => ({ __typename: "Agency", id: stableId("agency", code) })) },
      personOf("COORDINATOR"),
    )
    return {
      statements: subgraph.statements() - before,
      counts: _entities.map(({ indicators: list }) => list.totalCount),
    }
  }
  const one = await statementsFor(["so-khcn"])
  const all = await statementsFor(agencyRegister.agencies.map(({ code }) => code))
  expect(one.counts).toEqual([29])
  expect(all.statements - one.statements).toBeLessThanOrEqual(1)
})
