import { ask } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { obligationIdOf } from "../obligation/obligation-id.ts"
import { agencyId, coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2025-06-01")
})

afterAll(async () => {
  await plan?.stop()
})

interface Task {
  version: number
  status: string
}

async function taskOf(code: string, asOf?: string): Promise<Task> {
  const { task } = await plan.ask<{ task: Task }>(
    `query ($code: String!, $asOf: Date) { task(code: $code) { version status(asOf: $asOf) } }`,
    { code, asOf },
  )
  return task
}

async function decide(code: string, mutation: string, given: Record<string, unknown> = {}) {
  const { version } = await taskOf(code)
  const input = { id: plan.taskId(code), version, basis: "Thông báo 12/TB-VP", ...given }
  return plan.record<{ id: string; version: number }>(
    coordinator,
    mutation,
    input,
    "decision",
    "id version kind reopensCompletion",
  )
}

describe("a decision", () => {
  test("suspends from its day on, is lifted by another, and leaves the days between as they were", async () => {
    const before = (await taskOf("45")).status
    plan.goTo("2025-06-10")
    expect((await decide("45", "suspendTask")).refusals).toEqual([])
    expect(await taskOf("45")).toEqual({ version: 2, status: "SUSPENDED" })
    expect((await decide("45", "suspendTask")).refusals).toEqual(["id ALREADY_DECIDED"])
    plan.goTo("2025-06-20")
    expect((await decide("45", "reopenTask")).row).toMatchObject({
      kind: "REOPENED",
      reopensCompletion: false,
    })
    expect((await taskOf("45", "2025-06-09")).status).toBe(before)
    expect((await taskOf("45", "2025-06-19")).status).toBe("SUSPENDED")
    expect((await taskOf("45", "2025-06-20")).status).toBe(before)
    expect((await decide("45", "reopenTask")).refusals).toEqual(["id NOTHING_TO_REOPEN"])
  })

  test("names its ground; a document from the future is none", async () => {
    expect((await decide("45", "cancelTask", { basis: " " })).refusals).toEqual(["basis BASIS_MISSING"])
    const document = { number: "1/TB", issuedOn: "2025-06-21" }
    expect((await decide("45", "cancelTask", { document })).refusals).toEqual([
      "document.issuedOn DATE_IN_FUTURE",
    ])
  })

  test("that cancels lets nobody report any longer", async () => {
    expect((await decide("45", "cancelTask")).refusals).toEqual([])
    const { task } = await plan.ask<{
      task: { obligations: { id: string; version: number; agency: { id: string } }[] }
    }>(`{ task(code: "45") { obligations { id version agency { id } } } }`)
    const [owed] = task.obligations
    const input = { obligationId: owed?.id, version: owed?.version, answer: "NO_CHANGE" }
    expect((await plan.record(coordinator, "reportProgress", input, "report", "id")).refusals).toEqual([
      "obligationId TASK_STOPPED",
    ])
  })

  test("is a coordinator's", async () => {
    const { errors } = await ask(
      plan.subgraph,
      `mutation ($id: ID!) { suspendTask(input: { idempotencyKey: "a", id: $id, version: 1, basis: "a" }) { userErrors { reason } } }`,
      { id: plan.taskId("46") },
      officerOf("so-khcn"),
    )
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN")
  })
})

test("a completed task that is opened again is in progress until a later completion is confirmed", async () => {
  const obligationId = obligationIdOf({ taskId: plan.taskId("67"), agencyId: await leadOf("67") })
  const complete = async (version: number) => {
    const input = { obligationId, version, answer: "PROGRESS", state: "COMPLETED", completedOn: "2025-06-20" }
    const { row, refusals } = await plan.record<object>(
      coordinator,
      "reportProgress",
      input,
      "report",
      "id version",
    )
    expect(refusals).toEqual([])
    return plan.record(coordinator, "confirmReport", { ...row }, "report", "id")
  }
  await complete(1)
  expect((await taskOf("67")).status).toBe("COMPLETED_ON_TIME")
  plan.goTo("2025-06-25")
  expect((await decide("67", "reopenTask")).row).toMatchObject({ reopensCompletion: true })
  expect((await taskOf("67")).status).toBe("IN_PROGRESS")
  expect((await taskOf("67", "2025-06-24")).status).toBe("COMPLETED_ON_TIME")
  await complete(3)
  expect((await taskOf("67")).status).toBe("COMPLETED_ON_TIME")
})

test("a duty of every year that is opened again in one leaves the years before as they were confirmed, or still wait", async () => {
  interface Period {
    key: string
    status: string
    verified: object | null
  }
  const standing = async () => {
    const { task } = await plan.ask<{
      task: { obligations: { id: string; version: number; periods: Period[] }[] }
    }>(`{ task(code: "48") { obligations { id version periods { key status verified { id } } } } }`)
    const [owed] = task.obligations
    if (owed === undefined) throw new Error("nobody owes task 48")
    const periods = owed.periods.map(({ key, status, verified }) => [key, status, verified !== null])
    return { owed, periods }
  }
  const complete = async (periodKey: string, completedOn: string, confirmed: boolean) => {
    const { owed } = await standing()
    const said = { answer: "PROGRESS", state: "COMPLETED", completedOn, periodKey }
    const input = { obligationId: owed.id, version: owed.version, ...said }
    const report = await plan.record<object>(coordinator, "reportProgress", input, "report", "id version")
    if (confirmed) await plan.record(coordinator, "confirmReport", { ...report.row }, "report", "id")
  }
  plan.goTo("2025-12-20")
  await complete("2025", "2025-12-19", true)
  plan.goTo("2026-03-01")
  await complete("2026", "2026-02-28", true)
  plan.goTo("2026-03-02")
  const { row } = await plan.record<{ reopenedPeriodKey: string }>(
    coordinator,
    "reopenTask",
    { id: plan.taskId("48"), version: 1, basis: "Thông báo 12/TB-VP" },
    "decision",
    "reopenedPeriodKey",
  )
  expect(row?.reopenedPeriodKey).toBe("2026")
  expect((await standing()).periods).toEqual([
    ["2026", "IN_PROGRESS", false],
    ["2025", "COMPLETED_ON_TIME", true],
  ])
  expect((await taskOf("48", "2025-12-31")).status).toBe("COMPLETED_ON_TIME")
  expect((await taskOf("48", "2026-03-01")).status).toBe("COMPLETED_ON_TIME")

  // A claim about last year that nobody has looked at does not cease to wait
  await complete("2025", "2025-12-18", false)
  plan.goTo("2026-03-03")
  await complete("2026", "2026-03-03", true)
  expect((await decide("48", "reopenTask")).refusals).toEqual([])
  const { reportsToVerify } = await plan.ask<{
    reportsToVerify: { edges: { node: { period: { key: string } } }[] }
  }>("{ reportsToVerify { edges { node { period { key } } } } }")
  expect(reportsToVerify.edges.map(({ node }) => node.period?.key)).toEqual(["2025"])
})

test("the public sees that a task is suspended once the decision is published", async () => {
  const { row } = await decide("47", "suspendTask")
  const seen = async () => {
    const { data } = await ask<{ task: { status: string; decisions: unknown[] } }>(
      plan.subgraph,
      `{ task(code: "47") { status decisions { kind recordedBy published } } }`,
    )
    return data?.task
  }
  expect(await seen()).toMatchObject({ decisions: [] })
  const published = { ...row, published: true, kind: undefined, reopensCompletion: undefined }
  expect(
    (await plan.record(coordinator, "setTaskDecisionPublished", published, "decision", "id")).refusals,
  ).toEqual([])
  expect(await seen()).toEqual({
    status: "SUSPENDED",
    decisions: [{ kind: "SUSPENDED", recordedBy: null, published: true }],
  })
})

async function leadOf(code: string): Promise<string> {
  const { task } = await plan.ask<{ task: { leads: { id: string }[] } }>(
    `query ($code: String!) { task(code: $code) { leads { id } } }`,
    { code },
  )
  return task.leads[0]?.id ?? agencyId("so-khcn")
}
