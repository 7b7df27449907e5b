import { addDays, type CalendarDate, dayOf } from "@plan43/calendar"
import { askWell } from "@plan43/subgraph/testing"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"
import { recordAnyFacts } from "./any-facts.ts"
import { taskStatuses } from "./task-status.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2026-11-26")
  await recordAnyFacts(plan, { seed: 43, from: dayOf(2025, 2, 14), to: dayOf(2031, 12, 31) })
}, 60_000)

afterAll(async () => {
  await plan?.stop()
})

interface StatusCount {
  status: string
  count: number
}

interface Page<Node> {
  edges: { node: Node }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Every node of a list, page by page. */
async function everyNode<Node>(field: string, argumentsText: string, selection: string): Promise<Node[]> {
  const nodes: Node[] = []
  let after: string | null = null
  do {
    const answer: Record<string, Page<Node>> = await plan.ask(
      `query ($after: String) { ${field}(first: 100, after: $after ${argumentsText}) {
        edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    const page = answer[field]
    if (page === undefined) throw new Error(`no ${field}`)
    nodes.push(...page.edges.map(({ node }) => node))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return nodes
}

function counted(rows: readonly { status: string }[]): StatusCount[] {
  return taskStatuses.map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
}

test("the rule and its twin in SQL agree on any day, whatever was recorded", async () => {
  const seen = new Set<string>()
  for (let day: CalendarDate = dayOf(2025, 1, 15); day < "2032-06-01"; day = addDays(day, 89)) {
    const rows = await everyNode<{ status: string }>("tasks", "", `status(asOf: "${day}")`)
    const { taskSummary } = await plan.ask<{ taskSummary: { byStatus: StatusCount[] } }>(
      `{ taskSummary(asOf: "${day}") { byStatus { status count } } }`,
    )
    expect({ day, byStatus: taskSummary.byStatus }).toEqual({ day, byStatus: counted(rows) })
    for (const { status } of rows) seen.add(status)
  }
  expect([...seen].sort()).toEqual([...taskStatuses].sort())
}, 120_000)

test.each([
  ["the public", null],
  ["an officer", officerOf("so-tai-chinh")],
] as const)("they agree for %s, who reads only part of it", async (_who, viewer) => {
  for (let day: CalendarDate = dayOf(2025, 6, 15); day < "2032-06-01"; day = addDays(day, 307)) {
    const { few, many, taskSummary } = await askWell<{
      few: Page<{ status: string }>
      many: Page<{ status: string }>
      taskSummary: { byStatus: StatusCount[] }
    }>(
      plan.subgraph,
      `{ few: tasks(first: 100) { edges { node { status(asOf: "${day}") } } }
        many: tasks(last: 44) { edges { node { status(asOf: "${day}") } } }
        taskSummary(asOf: "${day}") { byStatus { status count } } }`,
      {},
      viewer ?? undefined,
    )
    const rows = [...few.edges, ...many.edges].map(({ node }) => node)
    expect({ day, byStatus: taskSummary.byStatus }).toEqual({ day, byStatus: counted(rows) })
  }
})

test("they agree by the original deadlines too: figures, their lists and the due dates in them", async () => {
  for (let day: CalendarDate = dayOf(2025, 7, 15); day < "2032-06-01"; day = addDays(day, 401)) {
    const byPlan = `asOf: "${day}", deadlines: ORIGINAL`
    const { taskSummary } = await plan.ask<{ taskSummary: { byStatus: StatusCount[] } }>(
      `{ taskSummary(${byPlan}) { byStatus { status count } } }`,
    )
    const rows = await everyNode<{ status: string; deadline: { dueOn: string | null } }>(
      "tasks",
      `, filter: { ${byPlan} }, orderBy: { field: DUE_ON }`,
      `status(${byPlan}) deadline { dueOn(${byPlan}) }`,
    )
    expect({ day, byStatus: taskSummary.byStatus }).toEqual({ day, byStatus: counted(rows) })
    const days = rows.map(({ deadline }) => deadline.dueOn ?? "9999")
    expect(days).toEqual(days.toSorted())
    const { overdue, due } = await plan.ask<Record<"overdue" | "due", { totalCount: number }>>(
      `{ overdue: tasks(filter: { ${byPlan}, status: [OVERDUE] }) { totalCount }
        due: tasks(filter: { ${byPlan}, dueBefore: "${day}" }) { totalCount } }`,
    )
    expect(overdue.totalCount).toBe(rows.filter(({ status }) => status === "OVERDUE").length)
    expect(due.totalCount).toBe(days.filter((dueOn) => dueOn < day).length)
  }
}, 60_000)

test("the due date in force and its twin agree on any day", async () => {
  for (let day: CalendarDate = dayOf(2025, 3, 1); day < "2032-06-01"; day = addDays(day, 173)) {
    const rows = await everyNode<{ code: string; deadline: { dueOn: string | null } }>(
      "tasks",
      `, filter: { asOf: "${day}" }, orderBy: { field: DUE_ON }`,
      `code deadline { dueOn(asOf: "${day}") }`,
    )
    const days = rows.map(({ deadline }) => deadline.dueOn ?? "9999")
    expect(days).toEqual(days.toSorted())
    const { tasks } = await plan.ask<{ tasks: { totalCount: number } }>(
      `{ tasks(filter: { asOf: "${day}", dueBefore: "${day}" }) { totalCount } }`,
    )
    expect(tasks.totalCount).toBe(days.filter((dueOn) => dueOn < day).length)
  }
}, 60_000)

test("the status of every obligation and its twin agree today", async () => {
  const rows = await everyNode<{ status: string; silentSince: string | null; awaitingVerification: boolean }>(
    "obligations",
    "",
    "status silentSince awaitingVerification",
  )
  const countOf = async (filter: string) => {
    const { obligations } = await plan.ask<{ obligations: { totalCount: number } }>(
      `{ obligations(filter: { ${filter} }) { totalCount } }`,
    )
    return obligations.totalCount
  }
  expect(rows.length).toBeGreaterThan(500)
  for (const { status, count } of counted(rows))
    expect({ status, count: await countOf(`status: [${status}]`) }).toEqual({ status, count })
  const silent = rows.filter(({ silentSince }) => silentSince !== null).length
  expect(await countOf("silent: true")).toBe(silent)
  expect(await countOf("silent: false")).toBe(rows.length - silent)
  const awaiting = rows.filter(({ awaitingVerification }) => awaitingVerification).length
  expect(awaiting).toBeGreaterThan(0)
  expect(await countOf("awaitingVerification: true")).toBe(awaiting)
}, 120_000)

test("a whole class has completed a task in what was recorded", async () => {
  const { rows } = await sql<{
    count: string
  }>`select count(*) from progress_report where done = 'cả khối'`.execute(
    plan.subgraph.orm.em.getKysely<unknown>(),
  )
  expect(Number(rows[0]?.count)).toBeGreaterThan(10)
})
