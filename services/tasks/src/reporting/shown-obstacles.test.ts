import { createHash } from "node:crypto"
import type { Identity } from "@plan43/authorization"
import { personOf } from "@plan43/subgraph/testing"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"
import { obstaclesShownSql } from "./shown-obstacles.ts"

let plan: RunningPlan
let reporting: pg.Client

beforeAll(async () => {
  plan = await startPlan("2026-03-01")
  reporting = new pg.Client({ connectionString: plan.database.urls.reporting })
  await reporting.connect()
})

afterAll(async () => {
  await reporting?.end()
  await plan?.stop()
})

interface Raised {
  id: string
  version: number
}

async function raise(who: Identity, title: string): Promise<Raised> {
  const { row } = await plan.record<Raised>(
    who,
    "raiseObstacle",
    {
      ...{ title, description: "Chưa có định mức", category: "FUNDING" },
      ...{ proposal: "Ban hành định mức", addressee: "CITY" },
    },
    "obstacle",
    "id version",
  )
  return row as Raised
}

async function step(mutation: string, obstacle: Raised, given: object = {}): Promise<Raised> {
  const by = mutation === "decideObstacle" ? personOf("CITY_LEADER") : coordinator
  const { row, refusals } = await plan.record<Raised>(
    by,
    mutation,
    { ...obstacle, words: "Đồng ý", ...given },
    "obstacle",
    "id version",
  )
  expect(refusals).toEqual([])
  return row as Raised
}

const shownOn = async (day: string) =>
  (
    await reporting.query<{ title: string; state: string; settled: string | null; agency_ids: string[] }>(
      "select * from tasks.reported_obstacles($1)",
      [day],
    )
  ).rows

test("reporting is shown obstacles as they stood at the end of a day, with all who raised them", async () => {
  const finance = officerOf("so-tai-chinh")
  const home = officerOf("so-noi-vu")
  const own = await raise(finance, "Thiếu kinh phí")
  const double = await raise(home, "Cũng thiếu kinh phí")
  await step("mergeObstacle", double, { intoId: own.id })
  const sent = await step("sendUpObstacle", await step("acceptObstacle", own))
  // What follows was recorded a month later
  plan.goTo("2026-04-01")
  await step("decideObstacle", sent, {
    words: "Thành phố giao Sở Tài chính",
    document: {
      number: "1/QĐ-UBND",
      issuedOn: "2026-03-20",
      issuer: "UBND Thành phố",
      link: "https://example.org/1",
    },
  })
  expect(await shownOn("2026-02-28")).toEqual([])
  const [before, ...others] = await shownOn("2026-03-01")
  expect(others).toEqual([])
  expect(before).toMatchObject({ title: "Thiếu kinh phí", state: "SENT_UP", settled: null })
  expect(before?.agency_ids.toSorted()).toEqual([finance.agencyId, home.agencyId].toSorted())
  expect(await shownOn("2026-04-01")).toMatchObject([
    { state: "DECIDED", settled: "Thành phố giao Sở Tài chính" },
  ])
})

test("reporting is shown the last day in time of every task, as the register has it", async () => {
  const { rows } = await reporting.query<{ id: string; due_on: string | null }>(
    "select id, due_on::text from tasks.reported_due_days('2026-03-01')",
  )
  const { tasks } = await plan.ask<{
    tasks: { edges: { node: { id: string; deadline: { dueOn: string | null } } }[] }
  }>(
    '{ tasks(first: 100, filter: { asOf: "2026-03-01" }) { edges { node { id deadline { dueOn(asOf: "2026-03-01") } } } } }',
  )
  const shown = new Map(rows.map(({ id, due_on }) => [id, due_on]))
  expect(rows).toHaveLength(144)
  for (const { node } of tasks.edges)
    expect({ id: node.id, dueOn: shown.get(node.id) }).toEqual({ id: node.id, dueOn: node.deadline.dueOn })
})

test("no other service is shown them, and the rules are those that were last written into what is shown", async () => {
  const other = new pg.Client({ connectionString: plan.database.urls.indicators })
  await other.connect()
  await expect(other.query("select * from tasks.reported_obstacles('2026-01-01')")).rejects.toThrow(
    "permission denied",
  )
  await other.end()
  // Fails when a rule changed: add a migration that carries out obstaclesShownSql() again, then write its hash here
  expect(createHash("sha256").update(obstaclesShownSql().join(";")).digest("hex")).toBe(
    "a5ffef2cf89e6f133dbff56c55ca5b3feea17e76152ae2507d53974d18240764",
  )
})
