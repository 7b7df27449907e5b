import type { Identity } from "@plan43/authorization"
import { askWell, personOf } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { agencyId, coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"
import { MORNING_ITEMS, type MorningReason } from "./rank-morning.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2025-04-01")
})
beforeEach(() => plan.goTo("2025-04-01"))
afterAll(async () => {
  await plan?.stop()
})

interface Item {
  id: string
  reason: MorningReason
  since: string
  days: number
  task: { code: string } | null
  agency: { id: string } | null
  obligation: { id: string } | null
}

async function morningOf(identity: Identity): Promise<Item[]> {
  const { morning } = await plan.ask<{ morning: { items: Item[] } }>(
    "{ morning { asOf items { id reason since days task { code } agency { id } obligation { id } } } }",
    {},
    identity,
  )
  return morning.items
}

async function obligationOf(code: string): Promise<{ id: string; version: number }> {
  const { task } = await plan.ask<{ task: { obligations: { id: string; version: number }[] } }>(
    "query ($code: String!) { task(code: $code) { obligations { id version } } }",
    { code },
  )
  const [obligation, ...others] = task.obligations
  if (obligation === undefined || others.length > 0) throw new Error(`task ${code} is not owed by one agency`)
  return obligation
}

/** What an agency answers about a task that it alone owes. */
async function report(identity: Identity, code: string, content: Record<string, unknown>) {
  const { id: obligationId, version } = await obligationOf(code)
  const { row, refusals } = await plan.record<{ id: string; version: number }>(
    identity,
    "reportProgress",
    { obligationId, version, ...content },
    "report",
    "id version",
  )
  expect(refusals).toEqual([])
  if (row === null) throw new Error("nothing was recorded")
  return row
}

const BEGUN = { answer: "PROGRESS", state: "IN_PROGRESS", done: "Đã trình" }

const about = (items: Item[], code: string) => items.filter(({ task }) => task?.code === code)

test("a task due on 31 March is late on 1 April, and says so to whoever follows the plan and to the agency", async () => {
  const late = { reason: "OVERDUE", since: "2025-03-31", days: 1 }
  expect(about(await morningOf(coordinator), "1")).toEqual([expect.objectContaining(late)])
  expect(about(await morningOf(officerOf("so-khcn")), "1")).toEqual([expect.objectContaining(late)])
  expect(about(await morningOf(officerOf("so-tai-chinh")), "1")).toEqual([])
})

test("a week before its last day a task is there, eight days before it is not", async () => {
  const officer = officerOf("so-vh-tt")
  const { task } = await plan.ask<{ task: { leads: { id: string }[] } }>(
    '{ task(code: "2") { leads { id } } }',
  )
  const own = { ...officer, agencyId: task.leads[0]?.id ?? null }
  plan.goTo("2025-06-22")
  expect(about(await morningOf(own), "2").map(({ reason }) => reason)).not.toContain("DUE")
  plan.goTo("2025-06-23")
  expect(about(await morningOf(own), "2")).toEqual([
    expect.objectContaining({ reason: "DUE", since: "2025-06-30", days: 7 }),
  ])
  plan.goTo("2025-06-30")
  expect(about(await morningOf(own), "2")).toEqual([expect.objectContaining({ reason: "DUE", days: 0 })])
})

test("a report waits for the coordinator until it is returned, then for the agency until that corrects it", async () => {
  const officer = officerOf("so-noi-vu")
  const reported = await report(officer, "12", BEGUN)
  plan.goTo("2025-04-03")
  const { id } = await obligationOf("12")
  expect(about(await morningOf(coordinator), "12")).toEqual([
    expect.objectContaining({
      reason: "WAITING_FOR_VERIFICATION",
      since: "2025-04-01",
      days: 2,
      obligation: { id },
    }),
  ])
  await plan.record(
    coordinator,
    "returnReport",
    { ...reported, fields: [{ field: "DONE", reason: "Trình ai?" }] },
    "report",
    "id",
  )
  expect(about(await morningOf(coordinator), "12")).toEqual([])
  expect((await morningOf(officer))[0]).toMatchObject({
    reason: "RETURNED",
    since: "2025-04-03",
    task: { code: "12" },
  })
  await report(officer, "12", { ...BEGUN, done: "Đã trình UBND" })
  expect(about(await morningOf(officer), "12")).toEqual([])
})

describe("what is due stays with the agency until it reports that as completed", () => {
  /** An officer of the first agency that leads a task. */
  async function leadOf(code: string): Promise<Identity> {
    const { task } = await plan.ask<{ task: { leads: { id: string }[] } }>(
      "query ($code: String!) { task(code: $code) { leads { id } } }",
      { code },
    )
    return { ...officerOf("so-khcn"), agencyId: task.leads[0]?.id ?? null }
  }
  const completed = (completedOn: string) => ({ ...BEGUN, state: "COMPLETED", completedOn })

  test("work in progress that nobody has verified", async () => {
    const own = await leadOf("2")
    plan.goTo("2025-06-29")
    await report(own, "2", { ...BEGUN, percentage: 30 })
    expect(about(await morningOf(own), "2")).toEqual([expect.objectContaining({ reason: "DUE", days: 1 })])
    plan.goTo("2025-07-01")
    expect(about(await morningOf(own), "2")).toEqual([
      expect.objectContaining({ reason: "OVERDUE", since: "2025-06-30", days: 1 }),
    ])
    const result = {
      number: "12/QĐ-UBND",
      issuedOn: "2025-06-30",
      issuer: "UBND Thành phố",
      link: "https://vanban.hanoi.gov.vn/12",
    }
    await report(own, "2", { ...completed("2025-06-30"), result })
    expect(about(await morningOf(own), "2")).toEqual([])
    expect(about(await morningOf(coordinator), "2")).toEqual([
      expect.objectContaining({ reason: "WAITING_FOR_VERIFICATION" }),
    ])
  })

  test("another year of an annual duty", async () => {
    const own = await leadOf("48")
    plan.goTo("2026-12-28")
    await report(own, "48", { ...completed("2025-12-30"), periodKey: "2025" })
    expect(about(await morningOf(own), "48")).toEqual([
      expect.objectContaining({ reason: "DUE", since: "2026-12-31", days: 3 }),
    ])
    await report(own, "48", { ...completed("2026-12-28"), periodKey: "2026" })
    expect(about(await morningOf(own), "48")).toEqual([])
  })

  test("another phase", async () => {
    const own = await leadOf("97")
    const { task } = await plan.ask<{ task: { phases: { id: string; deadline: { dueOn: string } }[] } }>(
      '{ task(code: "97") { phases { id deadline { dueOn } } } }',
    )
    const [first, second] = task.phases
    expect(first?.deadline.dueOn).toBe("2027-12-31")
    plan.goTo("2027-12-28")
    await report(own, "97", { ...completed("2027-12-20"), phaseId: second?.id })
    expect(about(await morningOf(own), "97")).toEqual([
      expect.objectContaining({ reason: "DUE", since: "2027-12-31", days: 3 }),
    ])
    await report(own, "97", { ...completed("2027-12-28"), phaseId: first?.id })
    expect(about(await morningOf(own), "97")).toEqual([])
  })
})

test("an extension that is asked for waits for a decision; the agency then hears of it for three days", async () => {
  const officer = officerOf("so-khcn")
  const { id: obligationId, version } = await obligationOf("8")
  const { row, refusals } = await plan.record<{ id: string; version: number }>(
    officer,
    "requestExtension",
    { obligationId, version, dueOn: "2025-09-30", reason: "Chờ hướng dẫn" },
    "extension",
    "id version",
  )
  expect(refusals).toEqual([])
  expect(about(await morningOf(coordinator), "8")[0]).toMatchObject({ reason: "EXTENSION_REQUESTED" })
  await plan.record(coordinator, "decideExtension", { ...row, granted: true }, "extension", "id")
  expect(about(await morningOf(coordinator), "8")).toEqual([])
  expect(about(await morningOf(officer), "8")).toEqual([expect.objectContaining({ reason: "ANSWERED" })])
  plan.goTo("2025-04-05")
  expect(about(await morningOf(officer), "8")).toEqual([])
})

test("“nothing to report” is news for three days and no silence", async () => {
  const officer = officerOf("so-khcn")
  await report(officer, "3", { answer: "NOTHING_TO_REPORT" })
  plan.goTo("2025-04-04")
  expect(about(await morningOf(coordinator), "3")).toEqual([expect.objectContaining({ reason: "ANSWERED" })])
  plan.goTo("2025-04-05")
  expect(about(await morningOf(coordinator), "3")).toEqual([])
})

test("work whose document is recorded months after it was issued is news from the day of recording", async () => {
  // As recordDocument writes it: what it does is tested beside it
  await plan.subgraph.orm.em.getConnection().execute(
    `insert into task_start (task_id, document_id, event_on, starts_on, due_on, recorded_on)
      select task_id, trigger_id, '2025-02-01', '2025-02-01', '2026-12-31', '2025-07-01' from task_trigger where task_id = ?`,
    [plan.taskId("9")],
  )
  plan.goTo("2025-07-04")
  expect(about(await morningOf(coordinator), "9")).toEqual([
    expect.objectContaining({ reason: "STARTED", since: "2025-07-01", days: 3 }),
  ])
  plan.goTo("2025-07-05")
  expect(about(await morningOf(coordinator), "9")).toEqual([])
})

test("an agency that let a whole round pass is silent as an agency; one that answered anything is not", async () => {
  plan.goTo("2025-12-15")
  const silent = (await morningOf(coordinator)).filter(({ reason }) => reason === "SILENT")
  expect(silent.length).toBeGreaterThan(0)
  expect(silent.every(({ task, agency }) => task === null && agency !== null)).toBe(true)
  const named = silent.map(({ agency }) => agency?.id)
  expect(named).not.toContain(agencyId("so-khcn"))
})

test("the page holds fifteen things at most, each once", async () => {
  for (const [day, identity] of [
    ["2026-11-26", coordinator],
    ["2026-11-26", officerOf("so-khcn")],
    ["2031-01-01", coordinator],
  ] as const) {
    plan.goTo(day)
    const items = await morningOf(identity)
    expect(items).toHaveLength(MORNING_ITEMS)
    expect(new Set(items.map(({ id }) => id.slice(id.indexOf(":")))).size).toBe(items.length)
  }
})

test("an agency that owes nothing has nothing to do; the public is not asked in", async () => {
  expect(
    await morningOf({ ...officerOf("so-khcn"), agencyId: "00000000-0000-7000-8000-000000000000" }),
  ).toEqual([])
  expect(await morningOf({ ...officerOf("so-khcn"), agencyId: null })).toEqual([])
  await expect(morningOf(personOf("ADMINISTRATOR"))).rejects.toThrow()
})

test("a request that asks for the page twice finds it once", async () => {
  const statementsOf = async (query: string) => {
    const before = plan.subgraph.statements()
    await askWell(plan.subgraph, query, {}, coordinator)
    return plan.subgraph.statements() - before
  }
  const once = await statementsOf("{ morning { items { id } } }")
  expect(await statementsOf("{ first: morning { asOf } again: morning { items { id } } }")).toBe(once)
})
