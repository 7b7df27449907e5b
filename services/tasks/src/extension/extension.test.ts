import { afterAll, beforeAll, expect, test } from "vitest"
import { coordinator, type RunningPlan, startPlan } from "../recording/testing.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2025-09-15")
})

afterAll(async () => {
  await plan?.stop()
})

interface Task {
  status: string
  deadline: { dueOn: string; originalDueOn: string; extendedDueOn: string | null; precision: string }
}

async function taskOf(code: string, asOf?: string): Promise<Task> {
  const { task } = await plan.ask<{ task: Task }>(
    `query ($code: String!, $asOf: Date) { task(code: $code) { status(asOf: $asOf)
      deadline { dueOn(asOf: $asOf) originalDueOn extendedDueOn(asOf: $asOf) precision } } }`,
    { code, asOf },
  )
  return task
}

async function owed(code: string) {
  const { task } = await plan.ask<{ task: { obligations: { id: string; version: number }[] } }>(
    `query ($code: String!) { task(code: $code) { obligations { id version } } }`,
    { code },
  )
  const [first] = task.obligations
  return { obligationId: first?.id, version: first?.version }
}

const request = async (code: string, given: Record<string, unknown>) =>
  plan.record<{ id: string; version: number }>(
    coordinator,
    "requestExtension",
    { ...(await owed(code)), reason: "Chờ vốn", ...given },
    "extension",
    "id version",
  )

async function overdue(deadlines: string, asOf: string): Promise<number> {
  const { taskSummary } = await plan.ask<{ taskSummary: { official: { overdue: number } } }>(
    `query ($asOf: Date!) { taskSummary(asOf: $asOf, deadlines: ${deadlines}) { official { overdue } } }`,
    { asOf },
  )
  return taskSummary.official.overdue
}

test("an extension that is asked for and granted moves the deadline from that day on, and keeps the plan's own", async () => {
  expect(await taskOf("76")).toMatchObject({
    status: "DUE_SOON",
    deadline: { dueOn: "2025-09-30", originalDueOn: "2025-09-30", extendedDueOn: null, precision: "QUARTER" },
  })
  expect((await request("76", { dueOn: "2025-09-30" })).refusals).toEqual(["dueOn EXTENSION_NOT_LATER"])
  expect((await request("76", { dueOn: "2025-12-31", reason: " " })).refusals).toEqual([
    "reason REASON_MISSING",
  ])
  const { row } = await request("76", { dueOn: "2025-12-31" })
  expect((await taskOf("76")).deadline.dueOn).toBe("2025-09-30")
  expect((await request("76", { dueOn: "2026-01-31" })).refusals).toEqual(["obligationId EXTENSION_PENDING"])

  plan.goTo("2025-10-10")
  expect((await taskOf("76")).status).toBe("OVERDUE")
  const granted = { ...row, granted: true, dueOn: "2025-11-30", reason: "Theo thông báo" }
  const decided = await plan.record(
    coordinator,
    "decideExtension",
    granted,
    "extension",
    "granted dueOn grantedDueOn originalDueOn decidedOn decidedReason",
  )
  expect(decided.row).toEqual({
    granted: true,
    dueOn: "2025-12-31",
    grantedDueOn: "2025-11-30",
    originalDueOn: "2025-09-30",
    decidedOn: "2025-10-10",
    decidedReason: "Theo thông báo",
  })
  expect(await taskOf("76")).toMatchObject({
    status: "NOT_STARTED",
    deadline: { dueOn: "2025-11-30", originalDueOn: "2025-09-30", extendedDueOn: "2025-11-30" },
  })
  expect((await taskOf("76", "2025-10-09")).status).toBe("OVERDUE")
  expect(await overdue("ORIGINAL", "2025-10-10")).toBe((await overdue("EXTENDED", "2025-10-10")) + 1)
  expect(await overdue("ORIGINAL", "2025-10-09")).toBe(await overdue("EXTENDED", "2025-10-09"))
})

test("what is overdue by the plan's own deadline is found by it, extended or not", async () => {
  const overdueBy = async (deadlines: string) => {
    const { tasks } = await plan.ask<{
      tasks: { totalCount: number; edges: { node: { code: string; status: string } }[] }
    }>(
      `query ($day: Date!) { tasks(filter: { status: [OVERDUE], asOf: $day, deadlines: ${deadlines} }, first: 100) {
        totalCount edges { node { code status(asOf: $day, deadlines: ${deadlines}) } } } }`,
      { day: "2025-10-10" },
    )
    expect(new Set(tasks.edges.map(({ node }) => node.status))).toEqual(new Set(["OVERDUE"]))
    expect(tasks.totalCount).toBe(await overdue(deadlines, "2025-10-10"))
    return tasks.edges.map(({ node }) => node.code)
  }
  expect(await overdueBy("ORIGINAL")).toContain("76")
  expect(await overdueBy("EXTENDED")).not.toContain("76")
  const only76 = `filter: { code: ["76"], status: [OVERDUE], asOf: "2025-10-10", deadlines: ORIGINAL }`
  const { named, other } = await plan.ask<Record<"named" | "other", { total: number }>>(
    `{ named: taskSummary(${only76}) { total } other: taskSummary(${only76}, deadlines: EXTENDED) { total } }`,
  )
  expect({ named: named.total, other: other.total }).toEqual({ named: 1, other: 0 })
})

test("an extension that is refused says why, and moves nothing", async () => {
  const { row } = await request("77", { dueOn: "2026-03-31" })
  const refused = { ...row, granted: false }
  expect((await plan.record(coordinator, "decideExtension", refused, "extension", "id")).refusals).toEqual([
    "reason REASON_MISSING",
  ])
  const before = await taskOf("77")
  const decided = await plan.record(
    coordinator,
    "decideExtension",
    { ...refused, reason: "Không đủ căn cứ" },
    "extension",
    "granted grantedDueOn",
  )
  expect(decided).toEqual({ refusals: [], row: { granted: false, grantedDueOn: null } })
  expect(await taskOf("77")).toEqual(before)
})

test("there is nothing to extend of a task without a date", async () => {
  expect((await request("3", { dueOn: "2026-03-31" })).refusals).toEqual([
    "obligationId DEADLINE_WITHOUT_DATE",
  ])
})
