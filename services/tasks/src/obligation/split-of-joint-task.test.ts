import { type ChangedAgencies, copyAgencies } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { stableId } from "@plan43/published-rows"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { agencyId, coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"
import { obligationIdOf } from "./obligation-id.ts"

let plan: RunningPlan

/** Sở Nội vụ and Sở Xây dựng lead it with others; of the former's own tasks one more is answered. */
const JOINT = "113"
const ALONE = "12"
const FIRST_DAY = "2025-06-10" as CalendarDate
const [FORMER, FOUNDED, STANDING] = ["so-noi-vu", "so-to-chuc", "so-xay-dung"] as const

beforeAll(async () => {
  plan = await startPlan("2025-06-01")
  await completeAndConfirm(JOINT, FORMER)
  const returned = await report(ALONE, FORMER, { state: "IN_PROGRESS", percentage: 40, done: "Đang làm" })
  await plan.record(
    coordinator,
    "returnReport",
    { ...returned, fields: [{ field: "DONE", reason: "Ghi rõ việc đã làm" }] },
    "report",
    "id",
  )
  await copyAgencies(plan.subgraph.orm.em.fork(), split())
  plan.goTo("2025-06-11")
})
afterAll(async () => {
  await plan?.stop()
})

const obligationId = (code: string, agency: string) =>
  obligationIdOf({ taskId: plan.taskId(code), agencyId: agencyId(agency) })

async function report(code: string, agency: string, answer: Record<string, unknown>) {
  const { obligation } = await plan.ask<{ obligation: { version: number } }>(
    "query ($id: ID!) { obligation(id: $id) { version } }",
    { id: obligationId(code, agency) },
  )
  const { row, refusals } = await plan.record<{ id: string; version: number }>(
    officerOf(agency),
    "reportProgress",
    { obligationId: obligationId(code, agency), ...obligation, answer: "PROGRESS", ...answer },
    "report",
    "id version",
  )
  expect(refusals).toEqual([])
  return row
}

async function completeAndConfirm(code: string, agency: string): Promise<void> {
  const row = await report(code, agency, { state: "COMPLETED", completedOn: "2025-05-01" })
  expect((await plan.record(coordinator, "confirmReport", { ...row }, "report", "id")).refusals).toEqual([])
}

/** Sở Nội vụ is divided: the joint task goes to a new body by name, the rest to Sở Xây dựng, which led that task with it. */
function split(): ChangedAgencies {
  const body = (code: string, validFrom: CalendarDate | null, endedDays: string) => ({
    ...{ id: agencyId(code), code, kind: "DEPARTMENT" as const, name: code, shortName: null },
    ...{ validFrom, publishedValidTo: null, endedOn: null, endedDays, recorded: validFrom !== null },
  })
  const arrow = (successor: string, takesRest: boolean, allocated: string[], withheld: string[]) => ({
    id: stableId("succession", FORMER, successor, FIRST_DAY),
    ...{ predecessorId: agencyId(FORMER), successorId: agencyId(successor), on: FIRST_DAY },
    ...{ takesRest, allocated, withheld },
  })
  const task = plan.taskId(JOINT)
  return {
    agencies: [
      body(FORMER, null, `{[${FIRST_DAY},)}`),
      body(FOUNDED, FIRST_DAY, "{}"),
      body(STANDING, null, "{}"),
    ],
    successions: [arrow(FOUNDED, false, [task], []), arrow(STANDING, true, [], [task])],
    ...{ memberships: [], removedSuccessions: [], removedMemberships: [] },
  }
}

interface Standing {
  id: string
  version: number
  status: string
  claim: { agency: { id: string } } | null
  lastAnswer: object | null
  reports: { totalCount: number }
  history: { totalCount: number }
}

async function standing(code: string, agency: string): Promise<Standing> {
  const { obligation } = await plan.ask<{ obligation: Standing }>(
    `query ($id: ID!) { obligation(id: $id) { id version status claim { agency { id } } lastAnswer { answer }
      reports(first: 5) { totalCount } history(first: 5) { totalCount } } }`,
    { id: obligationId(code, agency) },
  )
  return obligation
}

describe("what a body reported before it was divided", () => {
  test("counts for whom its task went to", async () => {
    expect(await standing(JOINT, FOUNDED)).toMatchObject({
      status: "COMPLETED_ON_TIME",
      lastAnswer: { answer: "PROGRESS" },
      reports: { totalCount: 1 },
      history: { totalCount: 2 },
    })
  })

  test("counts for no other successor, although that one owes the same task by its own name", async () => {
    const { status, ...answered } = await standing(JOINT, STANDING)
    expect(status).not.toMatch(/^COMPLETED/)
    expect(answered).toEqual({
      ...{ id: obligationId(JOINT, STANDING), version: 1, claim: null, lastAnswer: null },
      ...{ reports: { totalCount: 0 }, history: { totalCount: 0 } },
    })
  })

  test("is told alike by lists, which are worked out in the database", async () => {
    const listed = async (agency: string) => {
      const { obligations } = await plan.ask<{ obligations: { edges: { node: Standing }[] } }>(
        `query ($agency: ID!) { obligations(first: 100, filter: { agency: [$agency], status: [COMPLETED_ON_TIME] }) {
          edges { node { id } } } }`,
        { agency },
      )
      return obligations.edges.map(({ node }) => node.id)
    }
    expect(await listed(FOUNDED)).toEqual([obligationId(JOINT, FOUNDED)])
    expect(await listed(STANDING)).toEqual([])
  })

  test("counts for whoever took the rest where the task was not given by name", async () => {
    expect(await standing(ALONE, STANDING)).toMatchObject({
      claim: { agency: { id: agencyId(FORMER) } },
      reports: { totalCount: 1 },
    })
  })

  test("is gone on with, by its former identifier, only by whom the task went to", async () => {
    const answered = async (agency: string) => {
      const input = { obligationId: obligationId(JOINT, FORMER), version: 0, answer: "NO_CHANGE" }
      return (await plan.record(officerOf(agency), "reportProgress", input, "report", "id")).refusals
    }
    expect(await answered(STANDING)).toEqual(["obligationId OBLIGATION_NOT_YOURS"])
    expect(await answered(FOUNDED)).toEqual(["version VERSION_STALE"])
  })

  test("stands in the way of nobody else's report, and is put right by whom it was returned to", async () => {
    const morning = async (agency: string) => {
      const { morning } = await plan.ask<{
        morning: { items: { reason: string; task: { code: string } }[] }
      }>("{ morning { items { reason task { code } } } }", {}, officerOf(agency))
      return morning.items.filter(({ reason }) => reason === "RETURNED").map(({ task }) => task.code)
    }
    expect([await morning(FOUNDED), await morning(STANDING)]).toEqual([[], [ALONE]])
    await completeAndConfirm(JOINT, STANDING)
    expect(await standing(JOINT, STANDING)).toMatchObject({
      status: "COMPLETED_ON_TIME",
      reports: { totalCount: 1 },
    })
    expect(await standing(JOINT, FOUNDED)).toMatchObject({ reports: { totalCount: 1 } })
  })
})
