import { ask } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { coordinator, type RunningPlan, startPlan } from "../recording/testing.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2025-12-20")
})

afterAll(async () => {
  await plan?.stop()
})

interface Owed {
  id: string
  version: number
}

async function owed(code: string): Promise<Owed> {
  const { task } = await plan.ask<{ task: { obligations: Owed[] } }>(
    `query ($code: String!) { task(code: $code) { obligations { id version } } }`,
    { code },
  )
  const [first] = task.obligations
  if (first === undefined) throw new Error(`nobody owes task ${code}`)
  return first
}

/** Reports on behalf of whoever leads the task. */
async function report(code: string, answer: Record<string, unknown>) {
  const { id, version } = await owed(code)
  const input = { obligationId: id, version, answer: "PROGRESS", ...answer }
  return plan.record<{ id: string; version: number }>(
    coordinator,
    "reportProgress",
    input,
    "report",
    "id version",
  )
}

async function complete(code: string, answer: Record<string, unknown>): Promise<void> {
  const { row, refusals } = await report(code, { state: "COMPLETED", ...answer })
  expect(refusals).toEqual([])
  expect((await plan.record(coordinator, "confirmReport", { ...row }, "report", "id")).refusals).toEqual([])
}

interface Period {
  key: string
  status: string
  answered: boolean
}

async function periodsOf(code: string): Promise<{ status: string; periods: Period[] }> {
  const { task } = await plan.ask<{ task: { status: string; periods: Period[] } }>(
    `query ($code: String!) { task(code: $code) { status periods { key status answered } } }`,
    { code },
  )
  return task
}

describe("an annual duty", () => {
  test("is completed for its year alone, and late where it was completed after it", async () => {
    expect(await periodsOf("48")).toEqual({
      status: "DUE_SOON",
      periods: [{ key: "2025", status: "DUE_SOON", answered: false }],
    })
    plan.goTo("2026-01-10")
    expect(await periodsOf("48")).toEqual({
      status: "NOT_STARTED",
      periods: [
        { key: "2026", status: "NOT_STARTED", answered: false },
        { key: "2025", status: "OVERDUE", answered: false },
      ],
    })
    await complete("48", { periodKey: "2025", completedOn: "2026-01-05" })
    expect(await periodsOf("48")).toEqual({
      status: "NOT_STARTED",
      periods: [
        { key: "2026", status: "NOT_STARTED", answered: false },
        { key: "2025", status: "COMPLETED_LATE", answered: true },
      ],
    })
    await complete("48", { completedOn: "2026-01-10" })
    expect((await periodsOf("48")).status).toBe("COMPLETED_ON_TIME")
  })

  test.each([
    ["2027", "PERIOD_NOT_BEGUN"],
    ["2024", "PERIOD_UNKNOWN"],
    ["2026-H1", "PERIOD_UNKNOWN"],
  ])("has no answer for %s: %s", async (periodKey, reason) => {
    expect((await report("48", { state: "IN_PROGRESS", periodKey })).refusals).toEqual([
      `periodKey ${reason}`,
    ])
  })
})

test("a continuous task has half-years, each answered by itself, and none of them overdue", async () => {
  await complete("3", { completedOn: "2026-01-08", result: DOCUMENT })
  const { status, periods } = await periodsOf("3")
  expect(status).toBe("COMPLETED_ON_TIME")
  expect(periods).toEqual([
    { key: "2026-H1", status: "COMPLETED_ON_TIME", answered: true },
    { key: "2025-H2", status: "ONGOING", answered: false },
    { key: "2025-H1", status: "ONGOING", answered: false },
  ])
  plan.goTo("2026-07-01")
  expect((await periodsOf("3")).status).toBe("ONGOING")
  plan.goTo("2026-01-10")
})

test("a task in phases is reported phase by phase, each with its own state", async () => {
  interface Phase {
    id: string
    status: string
  }
  const phased = async () => {
    const { task } = await plan.ask<{ task: { status: string; phases: Phase[] } }>(
      `{ task(code: "97") { status phases { id status } } }`,
    )
    return task
  }
  const { phases } = await phased()
  expect((await report("97", { state: "IN_PROGRESS" })).refusals).toEqual(["phaseId PHASE_MISSING"])
  await complete("97", { phaseId: phases[0]?.id, completedOn: "2026-01-10" })
  const after = await phased()
  expect(after.status).toBe("IN_PROGRESS")
  expect(after.phases.map(({ status }) => status)).toEqual([
    "COMPLETED_ON_TIME",
    "NOT_STARTED",
    "NOT_STARTED",
  ])
})

test("the public reads a report once it is published, without the name of whoever signed it", async () => {
  const { row } = await report("79", { state: "IN_PROGRESS", done: "Đã trình" })
  const seen = async () => {
    const { data } = await ask<{ progressReport: unknown }>(
      plan.subgraph,
      `query ($id: ID!) { progressReport(id: $id) { done recordedBy published period { key } } }`,
      { id: row?.id },
    )
    return data?.progressReport
  }
  expect(await seen()).toBeNull()
  const publication = { ...row, published: true }
  expect(
    (await plan.record(coordinator, "setReportPublished", publication, "report", "version")).row,
  ).toEqual({ version: 2 })
  expect(await seen()).toEqual({
    done: "Đã trình",
    recordedBy: null,
    published: true,
    period: { key: "2026" },
  })
  expect(
    (await plan.record(coordinator, "setReportPublished", { ...publication, version: 2 }, "report", "id"))
      .refusals,
  ).toEqual(["published NOTHING_TO_CHANGE"])
})

const DOCUMENT = {
  number: "3/CT-UBND",
  issuedOn: "2026-01-08",
  issuer: "UBND Thành phố",
  link: "https://vanban.hanoi.gov.vn/3-ct-ubnd",
}
