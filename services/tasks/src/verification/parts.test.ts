import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2026-01-10")
})

afterAll(async () => {
  await plan?.stop()
})

interface Claim {
  id: string
  version: number
  state: string
  openFields: { field: string; reason: string }[] | null
}

interface Part {
  status: string
  claim: Claim | null
  verified: { id: string; state: string } | null
}

interface Obligation {
  id: string
  version: number
  awaitingVerification: boolean
  phases: (Part & { dueOn: string; phase: { id: string } & Part })[]
  periods: (Part & { key: string })[]
}

const PART = "status claim { id version state openFields { field reason } } verified { id state }"

async function owed(code: string): Promise<Obligation> {
  const { task } = await plan.ask<{ task: { obligations: Obligation[] } }>(
    `query ($code: String!) { task(code: $code) { obligations { id version awaitingVerification
      phases { dueOn ${PART} phase { id ${PART} } } periods { key ${PART} } } } }`,
    { code },
  )
  const [first] = task.obligations
  if (first === undefined) throw new Error(`nobody owes task ${code}`)
  return first
}

async function report(code: string, answer: Record<string, unknown>, identity = coordinator) {
  const { id, version } = await owed(code)
  const input = { obligationId: id, version, answer: "PROGRESS", ...answer }
  return plan.record<{ id: string; version: number }>(
    identity,
    "reportProgress",
    input,
    "report",
    "id version",
  )
}

interface Waiting {
  id: string
  version: number
  task: { code: string }
  phase: { id: string } | null
  period: { key: string } | null
  partStatus: string
  lastVerified: { id: string } | null
}

async function waiting(): Promise<{ total: number; rows: Waiting[] }> {
  const { reportsToVerify } = await plan.ask<{
    reportsToVerify: { totalCount: number; edges: { node: Waiting }[] }
  }>(`{ reportsToVerify { totalCount edges { node { id version task { code } phase { id } period { key } partStatus
    lastVerified { id } } } } }`)
  return { total: reportsToVerify.totalCount, rows: reportsToVerify.edges.map(({ node }) => node) }
}

async function verify(mutation: "confirmReport" | "returnReport", of: Waiting | undefined, input = {}) {
  const given = { id: of?.id, version: of?.version, ...input }
  expect((await plan.record(coordinator, mutation, given, "report", "id")).refusals).toEqual([])
}

test("each phase is claimed, waits and is verified by itself, also where a later one was reported after it", async () => {
  const [first, second] = (await owed("97")).phases
  await report("97", { state: "COMPLETED", completedOn: "2026-01-08", phaseId: first?.phase.id })
  await report("97", { state: "IN_PROGRESS", percentage: 20, phaseId: second?.phase.id })
  const both = await waiting()
  expect(both.total).toBe(2)
  expect(both.rows.map(({ phase }) => phase?.id)).toEqual([first?.phase.id, second?.phase.id])

  await verify("confirmReport", both.rows[1])
  const after = await owed("97")
  expect(after.awaitingVerification).toBe(true)
  expect(after.phases.map(({ claim, verified }) => [claim?.state, verified?.state])).toEqual([
    ["COMPLETED", undefined],
    ["IN_PROGRESS", "IN_PROGRESS"],
    [undefined, undefined],
  ])

  await verify("confirmReport", (await waiting()).rows[0])
  const done = await owed("97")
  expect(done.awaitingVerification).toBe(false)
  expect(done.phases.map(({ status }) => status)).toEqual(["COMPLETED_ON_TIME", "IN_PROGRESS", "NOT_STARTED"])
  for (const { status, claim, verified, phase } of done.phases)
    expect({ ...phase, id: "" }).toEqual({ id: "", status, claim, verified })
})

describe("of a task that recurs", () => {
  test("an earlier year and this one wait side by side", async () => {
    await report("48", { state: "IN_PROGRESS", periodKey: "2026" })
    await report("48", { state: "COMPLETED", completedOn: "2026-01-05", periodKey: "2025" })
    const { rows } = await waiting()
    expect(rows.map(({ period, partStatus }) => [period?.key, partStatus])).toEqual([
      ["2026", "IN_PROGRESS"],
      ["2025", "OVERDUE"],
    ])
    await verify("confirmReport", rows[1])
    expect((await owed("48")).periods.map(({ key, status }) => [key, status])).toEqual([
      ["2026", "IN_PROGRESS"],
      ["2025", "COMPLETED_LATE"],
    ])
    await verify("confirmReport", rows[0])
  })

  test("what was returned of one period leaves the other open, and stays until its answer is confirmed", async () => {
    await report("48", { state: "IN_PROGRESS", done: "Đã lập dự toán", nextStep: "Trình", periodKey: "2026" })
    const [claim] = (await waiting()).rows
    expect(claim?.lastVerified).not.toBeNull()
    await verify("returnReport", claim, { fields: [{ field: "DONE", reason: "Ghi số tiền" }] })
    const open = async () => (await owed("48")).periods.map((period) => period.claim?.openFields ?? null)
    const returned = [{ field: "DONE", reason: "Ghi số tiền" }]
    expect(await open()).toEqual([returned, null])

    const kept = { state: "IN_PROGRESS", nextStep: "Trình", periodKey: "2026" }
    expect((await report("48", { ...kept, done: "Đã lập dự toán 3 tỷ đồng" })).refusals).toEqual([])
    expect(await open()).toEqual([returned, null])
    expect((await report("48", { ...kept, done: "3 tỷ đồng", percentage: 5 })).refusals).toEqual([
      "percentage FIELD_NOT_RETURNED",
    ])
    expect((await report("48", { ...kept, done: "Đã lập dự toán 3,5 tỷ đồng" })).refusals).toEqual([])
    const [answer, ...others] = (await waiting()).rows
    expect(others).toEqual([])
    await verify("confirmReport", answer)
    expect(await open()).toEqual([null, null])
  })
})

test("an officer finds what waits of the tasks that concern the own agency alone", async () => {
  const officer = officerOf("so-xay-dung")
  const [phase] = (await owed("97")).phases
  const answer = { state: "IN_PROGRESS", phaseId: phase?.phase.id }
  expect((await report("97", answer, officer)).refusals).toEqual([])
  expect((await report("12", { state: "IN_PROGRESS" })).refusals).toEqual([])
  const { reportsToVerify } = await plan.ask<{
    reportsToVerify: { edges: { node: { task: { code: string } } }[] }
  }>("{ reportsToVerify { edges { node { task { code } } } } }", {}, officer)
  expect(reportsToVerify.edges.map(({ node }) => node.task.code)).toEqual(["97"])
})

test("one part of a task of several that was confirmed by mistake is returned, and the others stay confirmed", async () => {
  interface Part {
    id: string
    version: number
    status: string
    claim: { openFields: { field: string }[] | null } | null
  }
  const parts = async (asOf = "2026-02-02") => {
    const { task } = await plan.ask<{ task: { obligations: Part[] } }>(
      `{ task(code: "46") { obligations { id version status(asOf: "${asOf}") claim { openFields { field } } } } }`,
    )
    return task.obligations
  }
  const statuses = async (asOf?: string) => (await parts(asOf)).slice(0, 2).map(({ status }) => status)
  plan.goTo("2026-02-01")
  const before = await parts()
  const confirmed: Waiting[] = []
  for (const { id, version } of before.slice(0, 2)) {
    const said = { answer: "PROGRESS", state: "COMPLETED", completedOn: "2026-01-30", result: DOCUMENT }
    const input = { obligationId: id, version, ...said }
    const { row } = await plan.record<Waiting>(coordinator, "reportProgress", input, "report", "id version")
    const { row: done } = await plan.record<Waiting>(
      coordinator,
      "confirmReport",
      { ...row },
      "report",
      "id version",
    )
    if (done !== null) confirmed.push(done)
  }
  expect(confirmed).toHaveLength(2)
  const completed = await statuses()
  expect(new Set(completed.map((status) => status.replace(/_.*/, "")))).toEqual(new Set(["COMPLETED"]))
  plan.goTo("2026-02-02")
  await verify("returnReport", confirmed[0], { fields: [{ field: "RESULT", reason: "Văn bản là dự thảo" }] })
  const [returned, other] = await parts()
  expect(returned?.status).toBe(before[0]?.status === "NOT_STARTED" ? "IN_PROGRESS" : before[0]?.status)
  expect(returned?.claim?.openFields).toEqual([{ field: "RESULT" }])
  expect(other?.status).toBe(completed[1])
  expect(await statuses("2026-02-01")).toEqual(completed)
})

const DOCUMENT = { number: "3/TB", issuedOn: "2026-01-30", issuer: "Sở", link: "https://hanoi.gov.vn/3" }
