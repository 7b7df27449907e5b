import { agencyRegister } from "@plan43/agency-register"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { agencyId, coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2025-04-01")
})

afterAll(async () => {
  await plan?.stop()
})

interface Obligation {
  id: string
  version: number
  status: string
  awaitingVerification: boolean
  agency: { id: string }
  claim: { id: string; version: number; state: string } | null
  verified: { id: string; state: string } | null
}

const FIELDS = `id version status awaitingVerification agency { id }
  claim { id version state } verified { id state }`

async function obligationsOf(code: string): Promise<Obligation[]> {
  const { task } = await plan.ask<{ task: { obligations: Obligation[] } }>(
    `query ($code: String!) { task(code: $code) { obligations { ${FIELDS} } } }`,
    { code },
  )
  return task.obligations
}

async function onlyObligationOf(code: string): Promise<Obligation> {
  const [obligation, ...others] = await obligationsOf(code)
  if (obligation === undefined || others.length > 0) throw new Error(`task ${code} is not owed by one agency`)
  return obligation
}

const DECISION = {
  number: "12/QĐ-UBND",
  issuedOn: "2025-03-28",
  issuer: "UBND Thành phố",
  link: "https://vanban.hanoi.gov.vn/12-qd-ubnd",
}

describe("the way of a report", () => {
  test("from the officer's claim through a return for one field to the confirmation", async () => {
    const officer = officerOf("so-noi-vu")
    const before = await onlyObligationOf("12")
    expect(before).toMatchObject({ version: 1, claim: null, verified: null, awaitingVerification: false })

    const claim = {
      obligationId: before.id,
      version: 1,
      answer: "PROGRESS",
      state: "COMPLETED",
      completedOn: "2025-03-28",
      done: "Đã ban hành",
      result: DECISION,
    }
    const reported = await plan.record<{ id: string; version: number }>(
      officer,
      "reportProgress",
      claim,
      "report",
      "id version",
    )
    expect(reported.refusals).toEqual([])
    expect(await onlyObligationOf("12")).toMatchObject({
      version: 2,
      claim: { state: "COMPLETED" },
      verified: null,
      awaitingVerification: true,
    })

    const returned = await plan.record(
      coordinator,
      "returnReport",
      { ...reported.row, reason: "Xem lại số", fields: [{ field: "RESULT", reason: "Sai số quyết định" }] },
      "report",
      "version verification { outcome on reason fields { field reason } }",
    )
    expect(returned).toEqual({
      refusals: [],
      row: {
        version: 2,
        verification: {
          outcome: "RETURNED",
          on: "2025-04-01",
          reason: "Xem lại số",
          fields: [{ field: "RESULT", reason: "Sai số quyết định" }],
        },
      },
    })

    const other = { ...claim, version: 3, done: "Khác" }
    expect((await plan.record(officer, "reportProgress", other, "report", "id")).refusals).toEqual([
      "done FIELD_NOT_RETURNED",
    ])
    const corrected = { ...claim, version: 3, result: { ...DECISION, number: "21/QĐ-UBND" } }
    const again = await plan.record<{ id: string; version: number }>(
      officer,
      "reportProgress",
      corrected,
      "report",
      "id version",
    )
    expect(again.refusals).toEqual([])

    const stillLocked = { ...corrected, version: 4, done: "Khác" }
    expect((await plan.record(officer, "reportProgress", stillLocked, "report", "id")).refusals).toEqual([
      "done FIELD_NOT_RETURNED",
    ])
    const confirmed = await plan.record(coordinator, "confirmReport", { ...again.row }, "report", "state")
    expect(confirmed).toEqual({ refusals: [], row: { state: "COMPLETED" } })
    expect(await onlyObligationOf("12")).toMatchObject({
      version: 5,
      status: "COMPLETED_ON_TIME",
      verified: { id: again.row?.id },
      awaitingVerification: false,
    })
  })
})

test("an officer reports for nobody but the own agency, and a refusal changes nothing", async () => {
  const { id } = await onlyObligationOf("12")
  const input = { obligationId: id, version: 5, answer: "NO_CHANGE" }
  const foreign = await plan.record(officerOf("so-tai-chinh"), "reportProgress", input, "report", "id")
  expect(foreign).toEqual({ row: null, refusals: ["obligationId OBLIGATION_NOT_YOURS"] })
  expect(await onlyObligationOf("12")).toMatchObject({ version: 5 })
})

/** How many of a class's members exist on a day, by the register. */
function existing(group: string, day: string): number {
  const ended = new Set(
    agencyRegister.agencies
      .filter(({ validTo }) => validTo !== null && validTo < day)
      .map(({ code }) => code),
  )
  return agencyRegister.memberships.filter(
    ({ groupCode, memberCode, to }) =>
      groupCode === group && !ended.has(memberCode) && (to === null || to >= day),
  ).length
}

test("a task given to classes is owed by each of their members on the day", async () => {
  const before = await plan.ask<{
    task: { obligations: { agency: { id: string }; givenTo: { id: string } }[] }
  }>(`{ task(code: "78") { obligations(asOf: "2025-06-30") { agency { id } givenTo { id } } } }`)
  expect(before.task.obligations).toHaveLength(existing("cac-so-ban-nganh", "2025-06-30") + 30)
  const after = await plan.ask<typeof before>(
    `{ task(code: "78") { obligations(asOf: "2025-07-01") { agency { id } givenTo { id } } } }`,
  )
  expect(after.task.obligations).toHaveLength(existing("cac-so-ban-nganh", "2025-07-01") + 126)
  expect(new Set(after.task.obligations.map(({ givenTo }) => givenTo.id))).toEqual(
    new Set([agencyId("cac-so-ban-nganh"), agencyId("ubnd-quan-huyen-thi-xa")]),
  )
})
