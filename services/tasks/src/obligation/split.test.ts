import { type ChangedAgencies, copyAgencies } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { stableId } from "@plan43/published-rows"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { agencyId, coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"
import { obligationIdOf } from "./obligation-id.ts"

let plan: RunningPlan

const day = (text: string) => text as CalendarDate
const FIRST_DAY = day("2025-06-10")

/** Two tasks that Sở Nội vụ leads alone. */
const GIVEN = "12"
let rest: string

beforeAll(async () => {
  plan = await startPlan("2025-06-01")
  const { agencies } = await plan.ask<{ agencies: { ledTasks: { edges: { node: Node }[] } }[] }>(
    `query ($of: [_Any!]!) { agencies: _entities(representations: $of) { ... on Agency {
      ledTasks(first: 50) { edges { node { code obligations { agency { id } } } } } } } }`,
    { of: [{ __typename: "Agency", id: agencyId("so-noi-vu") }] },
  )
  const led = agencies[0]?.ledTasks.edges ?? []
  const alone = led.filter(({ node }) => node.obligations.length === 1).map(({ node }) => node.code)
  rest = alone.find((code) => code !== GIVEN) ?? ""
  expect(alone).toContain(GIVEN)
})
afterAll(async () => {
  await plan?.stop()
})

interface Node {
  code: string
  obligations: { agency: { id: string } }[]
}

const body = (code: string, validFrom: CalendarDate | null, endedDays: string) => ({
  id: agencyId(code),
  code,
  kind: "DEPARTMENT" as const,
  name: code,
  shortName: null,
  validFrom,
  publishedValidTo: null,
  endedOn: null,
  endedDays,
  recorded: validFrom !== null,
})

/** Sở Nội vụ is divided: task 12 and one obstacle by name, the rest to the other. */
function split(obstacleId: string): ChangedAgencies {
  const arrow = (successor: string, takesRest: boolean, allocated: string[], withheld: string[]) => ({
    id: stableId("succession", "so-noi-vu", successor, FIRST_DAY),
    predecessorId: agencyId("so-noi-vu"),
    successorId: agencyId(successor),
    on: FIRST_DAY,
    takesRest,
    allocated,
    withheld,
  })
  const task = plan.taskId(GIVEN)
  return {
    agencies: [
      body("so-noi-vu", null, `{[${FIRST_DAY},)}`),
      body("so-to-chuc", FIRST_DAY, "{}"),
      body("so-cong-vu", FIRST_DAY, "{}"),
    ],
    successions: [
      arrow("so-to-chuc", false, [task], [obstacleId]),
      arrow("so-cong-vu", true, [obstacleId], [task]),
    ],
    memberships: [],
    removedSuccessions: [],
    removedMemberships: [],
  }
}

const em = () => plan.subgraph.orm.em.fork()

async function owing(code: string, asOf?: string): Promise<string[]> {
  const { task } = await plan.ask<{ task: Node }>(
    `query ($code: String!, $asOf: Date) { task(code: $code) { code obligations(asOf: $asOf) { agency { id } } } }`,
    { code, asOf: asOf ?? null },
  )
  return task.obligations.map(({ agency }) => NAMES.get(agency.id) ?? agency.id)
}

const NAMES = new Map(["so-noi-vu", "so-to-chuc", "so-cong-vu"].map((code) => [agencyId(code), code]))

describe("a split", () => {
  let reportId = ""
  let obstacleId = ""

  test("gives each task to whom it was allocated, and the rest to one, from its first day on", async () => {
    const reported = await plan.record<{ id: string }>(
      officerOf("so-noi-vu"),
      "reportProgress",
      {
        obligationId: obligationIdOf({ taskId: plan.taskId(GIVEN), agencyId: agencyId("so-noi-vu") }),
        version: 1,
        answer: "PROGRESS",
        state: "IN_PROGRESS",
        percentage: 40,
      },
      "report",
      "id",
    )
    reportId = reported.row?.id ?? ""
    const raised = await plan.record<{ id: string }>(
      officerOf("so-noi-vu"),
      "raiseObstacle",
      {
        agencyId: agencyId("so-noi-vu"),
        title: "Thiếu biên chế",
        description: "Chưa đủ người",
        category: "PEOPLE",
        proposal: "Bổ sung biên chế",
        addressee: "DEPARTMENT",
      },
      "obstacle",
      "id",
    )
    expect([reported.refusals, raised.refusals]).toEqual([[], []])
    obstacleId = raised.row?.id ?? ""
    await copyAgencies(em(), split(obstacleId))
    plan.goTo("2025-06-11")
    expect([await owing(GIVEN), await owing(rest)]).toEqual([["so-to-chuc"], ["so-cong-vu"]])
    expect([await owing(GIVEN, "2025-06-09"), await owing(rest, "2025-06-09")]).toEqual([
      ["so-noi-vu"],
      ["so-noi-vu"],
    ])
  })

  test("is followed by lists of what an agency leads and owes", async () => {
    const led = async (agency: string) => {
      const { tasks, obligations } = await plan.ask<Record<"tasks" | "obligations", { totalCount: number }>>(
        `query ($agency: ID!) { tasks(filter: { lead: [$agency], inherited: true, code: ["${GIVEN}", "${rest}"] }) { totalCount }
          obligations(filter: { agency: [$agency] }) { totalCount } }`,
        { agency },
      )
      return [tasks.totalCount, obligations.totalCount]
    }
    const before = (await led("so-noi-vu"))[0]
    expect(before).toBe(2)
    const [given, remaining] = [await led("so-to-chuc"), await led("so-cong-vu")]
    expect([given[0], remaining[0]]).toEqual([1, 1])
    expect(given[1]).toBe(1)
    expect(remaining[1]).toBeGreaterThan(1)
    expect((await led("so-noi-vu"))[1]).toBe(0)
  })

  test("is followed by the rows that people may read: reports and obstacles of what came to them", async () => {
    const sees = async (agency: string) => {
      const { task, obstacle } = await plan.ask<{ task: { claim: object | null }; obstacle: object | null }>(
        `query ($code: String!, $id: ID!) { task(code: $code) { claim { id } } obstacle(id: $id) { id possibleActions } }`,
        { code: GIVEN, id: obstacleId },
        officerOf(agency),
      )
      return [task.claim !== null, obstacle !== null]
    }
    expect(await sees("so-to-chuc")).toEqual([true, false])
    expect(await sees("so-cong-vu")).toEqual([false, true])
  })

  test("is followed by what people are told: of a report that the former body made, whom its task went to", async () => {
    const confirmed = await plan.record(
      coordinator,
      "confirmReport",
      { id: reportId, version: 1 },
      "report",
      "id",
    )
    expect(confirmed.refusals).toEqual([])
    const accepted = await plan.record(
      coordinator,
      "acceptObstacle",
      { id: obstacleId, version: 1 },
      "obstacle",
      "id",
    )
    expect(accepted.refusals).toEqual([])
    const told = await em()
      .getConnection()
      .execute<{ type: string; agency_ids: string[] }[]>(
        "select type, agency_ids::text[] from outbox_event where type in ('progress.confirmed', 'obstacle.screened') order by position",
      )
    expect(told.map(({ type, agency_ids }) => [type, ...agency_ids.map((id) => NAMES.get(id))])).toEqual([
      ["progress.confirmed", "so-to-chuc"],
      ["obstacle.screened", "so-cong-vu"],
    ])
  })

  test("that is taken back stays what was known on the days before; after it, the former body owes again", async () => {
    const taken = split(obstacleId)
    await copyAgencies(em(), {
      ...taken,
      agencies: [
        body("so-noi-vu", null, `{[${FIRST_DAY},2025-06-20)}`),
        body("so-to-chuc", FIRST_DAY, "{[2025-06-20,)}"),
        body("so-cong-vu", FIRST_DAY, "{[2025-06-20,)}"),
      ],
      successions: [],
      removedSuccessions: taken.successions.map(({ id }) => id),
      removedUntil: day("2025-06-19"),
    })
    plan.goTo("2025-06-20")
    expect([await owing(GIVEN), await owing(rest)]).toEqual([["so-noi-vu"], ["so-noi-vu"]])
    expect([await owing(GIVEN, "2025-06-19"), await owing(rest, "2025-06-19")]).toEqual([
      ["so-to-chuc"],
      ["so-cong-vu"],
    ])
    expect(await owing(GIVEN, "2025-06-09")).toEqual(["so-noi-vu"])
  })
})
