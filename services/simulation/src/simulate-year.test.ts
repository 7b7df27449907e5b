import { agencyRegister } from "@plan43/agency-register"
import { calendarDateOf } from "@plan43/calendar"
import { copyTestDatabase, createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { planImport as indicatorsImport } from "@plan43/indicators/plan-import"
import { indicators } from "@plan43/indicators/subgraph"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { fillTables } from "@plan43/published-rows/testing"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { planImport as tasksImport } from "@plan43/tasks/plan-import"
import { tasks } from "@plan43/tasks/subgraph"
import pg from "pg"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { AlreadyRecorded } from "./marking/untouched.ts"
import { type SimulatedYear, simulateYear } from "./simulate-year.ts"

/** The published plan, and nothing recorded. */
let imported: TestDatabase
beforeAll(async () => {
  imported = await importedPlan()
}, 60_000)
afterAll(() => imported?.drop())

const databases: TestDatabase[] = []
afterEach(() => Promise.all(databases.splice(0).map((database) => database.drop())))

async function installation(): Promise<TestDatabase> {
  const database = await copyTestDatabase(imported)
  databases.push(database)
  return database
}

async function importedPlan(): Promise<TestDatabase> {
  const plan = readPlan(publishedPlanText())
  const database = await createTestDatabase()
  for (const [definition, rows] of [
    [tasks, tasksImport],
    [indicators, indicatorsImport],
  ] as const) {
    const url = database.urls[definition.name as "tasks" | "indicators"]
    const running = await startForTest({ ...definition, workers: [], routes: [] }, url)
    await running.stop()
    await fillTables(url, rows, { plan, register: agencyRegister })
  }
  return database
}

const FROM = calendarDateOf("2025-12-15")
const TO = calendarDateOf("2026-01-16")

const simulate = ({ urls }: TestDatabase, seed: number, to = TO): Promise<SimulatedYear> =>
  simulateYear({ seed, from: FROM, to, databaseUrls: urls })

async function query<Row>({ urls }: TestDatabase, schema: "tasks" | "indicators", statement: string) {
  const client = new pg.Client({ connectionString: urls[schema] })
  await client.connect()
  try {
    return (await client.query(statement)).rows as Row[]
  } finally {
    await client.end()
  }
}

test("weeks of work are done by the rules, day by day, and marked", { timeout: 240_000 }, async () => {
  const database = await installation()
  const year = await simulate(database, 43)
  expect(Object.fromEntries(year.refused)).toEqual({})
  const done = Object.fromEntries(year.done)
  const mutations = [
    "reportProgress",
    "confirmReport",
    "returnReport",
    "recordDocument",
    "raiseObstacle",
    "decideObstacle",
    "recordObservation",
    "sendReminder",
  ]
  expect(Object.keys(done)).toEqual(expect.arrayContaining(mutations))
  expect(done.reportProgress).toBeGreaterThan(100)

  const days = await query<{ first: string; last: string; weekend: number }>(
    database,
    "tasks",
    `select min(effective_on)::text as first, max(effective_on)::text as last,
      count(*) filter (where extract(isodow from effective_on) > 5)::int as weekend from progress_report`,
  )
  expect(days[0]?.weekend).toBe(0)
  expect((days[0]?.first ?? "") >= FROM && (days[0]?.last ?? "") <= TO).toBe(true)
  const [nobody] = await query<{ count: number }>(
    database,
    "tasks",
    "select count(*)::int as count from audit_entry where actor_kind = 'PERSON' and actor_name not like '%(mô phỏng)'",
  )
  expect(nobody?.count).toBe(0)

  const stamped = (table: string, column: string) =>
    query<{ other: number }>(
      database,
      "tasks",
      `select count(*)::int as other from ${table}
       where (${column} at time zone 'Asia/Ho_Chi_Minh')::date not between '${FROM}' and '${TO}'`,
    )
  expect(await stamped("progress_report", "recorded_at")).toEqual([{ other: 0 }])
  expect(await stamped("(select * from audit_entry where actor_kind = 'PERSON') entry", "at")).toEqual([
    { other: 0 },
  ])
  expect(await stamped("outbox_event", "at")).toEqual([{ other: 0 }])
  const [left] = await query<{ columns: number; functions: number }>(
    database,
    "tasks",
    `select (select count(*)::int from information_schema.columns
        where table_schema = 'tasks' and column_default like '%tasks.now()%') as columns,
      (select count(*)::int from pg_proc where pronamespace = 'tasks'::regnamespace
        and proname in ('now', 'clock_timestamp')) as functions`,
  )
  expect(left).toEqual({ columns: 0, functions: 0 })

  const running = await startForTest(tasks, database.urls.tasks)
  const { plans } = await askWell<{ plans: { simulated: boolean }[] }>(running, "{ plans { simulated } }")
  await running.stop()
  expect(plans).toEqual([{ simulated: true }])
  await expect(simulate(database, 43)).rejects.toThrow(AlreadyRecorded)
})

test("the same seed is the same work, another one is other work", { timeout: 240_000 }, async () => {
  const to = calendarDateOf("2025-12-16")
  const [one, again, other] = [await installation(), await installation(), await installation()]
  const digests = [
    (await simulate(one, 1, to)).digest,
    (await simulate(again, 1, to)).digest,
    (await simulate(other, 2, to)).digest,
  ]
  expect(digests[1]).toBe(digests[0])
  expect(digests[2]).not.toBe(digests[0])
})

test("nothing is simulated where somebody recorded something", async () => {
  const database = await installation()
  const running = await startForTest(indicators, database.urls.indicators)
  const { indicators: list } = await askWell<{
    indicators: { edges: { node: { id: string; unit: string } }[] }
  }>(running, `{ indicators(filter: { code: ["9"] }) { edges { node { id unit } } } }`)
  const node = list.edges[0]?.node
  await askWell(
    running,
    "mutation ($input: RecordObservationInput!) { recordObservation(input: $input) { userErrors { reason } } }",
    {
      input: {
        ...{ idempotencyKey: "1", indicatorId: node?.id, unit: node?.unit, periodKey: "2024" },
        ...{ value: 20, provisional: true, source: "Cục Thống kê" },
      },
    },
    personOf("COORDINATOR"),
  )
  await running.stop()
  await expect(simulate(database, 43)).rejects.toThrow(/indicators.*đã có người ghi dữ liệu thật/)
  expect(await query(database, "tasks", "select 1 from simulation")).toEqual([])
})
