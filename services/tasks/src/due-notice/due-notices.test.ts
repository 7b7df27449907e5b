import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import { addDays, type CalendarDate, type Clock, clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { tasks } from "../subgraph.ts"
import { tellWhenOpen } from "./due-notices.ts"
import { dueThresholdOf } from "./due-threshold.ts"

const day = (text: string) => text as CalendarDate

describe("what an agency is told of a due date", () => {
  test.each([
    [31, null],
    [30, 30],
    [8, 30],
    [7, 7],
    [2, 7],
    [1, 1],
    [0, 1],
    [-1, "OVERDUE"],
    [-400, "OVERDUE"],
  ])("with %d days left is %s", (left, expected) => {
    const today = day("2026-11-26")
    expect(dueThresholdOf(today, addDays(today, left))).toBe(expected)
  })
})

describe("agencies", () => {
  let database: TestDatabase
  let subgraph: RunningSubgraph

  beforeAll(async () => {
    database = await createTestDatabase()
    subgraph = await startForTest(tasks, database.urls.tasks, clockAt("2026-11-26T08:00:00+07:00"))
    await fillTables(database.urls.tasks, planImport, {
      plan: readPlan(publishedPlanText()),
      register: agencyRegister,
    })
  })
  afterAll(async () => {
    await subgraph?.stop()
    await database?.drop()
  })

  interface Told {
    type: string
    agency_ids: string[]
    data: {
      taskCode?: string
      taskCodes?: string[]
      partName?: string
      days?: number
      dueOn?: string
      overdue?: string[]
      dueSoon?: string[]
    }
  }

  /** What is told at a time, of what was not told before. */
  async function toldAt(instant: string | Clock): Promise<Told[]> {
    const clock = typeof instant === "string" ? clockAt(instant) : instant
    const connection = subgraph.orm.em.getConnection()
    await connection.execute("delete from outbox_event")
    await tellWhenOpen(subgraph.orm.em.fork(), clock)
    return connection.execute<Told[]>("select type, agency_ids, data from outbox_event order by position")
  }

  /** As if nobody had been told anything but, once and long ago, what a week brings: the first start was before. */
  async function clearNotices(): Promise<void> {
    await subgraph.orm.em.getConnection().execute(`
      delete from due_notice; delete from part_due_notice; delete from weekly_digest;
      insert into weekly_digest (agency_id, monday) select id, '2025-10-06' from agency_reference limit 1`)
  }

  test("are told nothing out of office hours and on a holiday", async () => {
    expect(await toldAt("2025-11-25T07:00:00+07:00")).toEqual([])
    expect(await toldAt("2025-11-29T09:00:00+07:00")).toEqual([])
    expect(await toldAt("2026-02-17T09:00:00+07:00")).toEqual([])
  })

  test("are told at the first start what is overdue and due soon in one digest each, and of none of it again", async () => {
    const told = await toldAt("2025-11-13T09:00:00+07:00")
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(["agency.weekly-digest"]))
    expect(new Set(told.map(({ agency_ids }) => agency_ids[0])).size).toBe(told.length)
    expect(told.some(({ data }) => (data.overdue ?? []).length > 1)).toBe(true)
    expect(await toldAt("2025-11-13T10:00:00+07:00")).toEqual([])
    expect((await toldAt("2025-11-14T09:00:00+07:00")).filter(({ type }) => type === "task.overdue")).toEqual(
      [],
    )
  })

  test("are told 30, 7 and 1 days before and after the due date, once each", async () => {
    const of3 = (told: Told[]) =>
      told.filter(({ data }) => data.dueOn === "2025-12-31" && data.partName === undefined)
    const first = of3(await toldAt("2025-12-02T09:00:00+07:00"))
    expect(first.length).toBeGreaterThan(0)
    for (const { type, agency_ids, data } of first) {
      expect(type).toBe("task.due-in")
      expect(agency_ids).toHaveLength(1)
      expect(data.days).toBe(30)
    }
    expect(of3(await toldAt("2025-12-02T10:00:00+07:00"))).toEqual([])
    expect(of3(await toldAt("2025-12-10T10:00:00+07:00"))).toEqual([])
    expect(of3(await toldAt("2025-12-24T10:00:00+07:00")).map(({ data }) => data.days)).toEqual(
      first.map(() => 7),
    )
    expect(of3(await toldAt("2025-12-31T10:00:00+07:00")).map(({ data }) => data.days)).toEqual(
      first.map(() => 1),
    )
    const late = of3(await toldAt("2026-01-05T10:00:00+07:00"))
    expect(late.map(({ type }) => type)).toEqual(first.map(() => "task.overdue"))
    expect(of3(await toldAt("2026-01-06T10:00:00+07:00"))).toEqual([])
  })

  describe("of periods and phases", () => {
    const byAgency = (told: Told[]) => told.map(({ agency_ids }) => agency_ids[0])
    const year = (told: Told[]) => told.filter(({ data }) => data.partName === "2025")
    const half = (told: Told[]) => told.filter(({ data }) => data.partName?.includes("-H") === true)

    test("before and after the end of an annual duty's year, as often as of a task, once each", async () => {
      await clearNotices()
      const first = year(await toldAt("2025-12-02T09:00:00+07:00"))
      expect(first.length).toBeGreaterThan(0)
      for (const { type, data } of first)
        expect([type, data.days, data.dueOn]).toEqual(["task.due-in", 30, "2025-12-31"])
      expect(year(await toldAt("2025-12-03T09:00:00+07:00"))).toEqual([])
      expect(year(await toldAt("2025-12-24T09:00:00+07:00")).map(({ data }) => data.days)).toEqual(
        first.map(() => 7),
      )
      expect(year(await toldAt("2026-01-05T09:00:00+07:00")).map(({ type }) => type)).toEqual(
        first.map(() => "task.overdue"),
      )
      expect(year(await toldAt("2026-12-01T09:00:00+07:00"))).toEqual([])
    })

    test("once for all tasks of a half-year, before the round closes and after it", async () => {
      await clearNotices()
      const first = half(await toldAt("2026-06-08T09:00:00+07:00")).filter(
        ({ type }) => type === "agency.answers-due",
      )
      expect(first.length).toBeGreaterThan(0)
      expect(new Set(byAgency(first)).size).toBe(first.length)
      for (const { data } of first) {
        expect([data.partName, data.days, data.dueOn]).toEqual(["2026-H1", 7, "2026-06-14"])
        expect(data.taskCodes).not.toEqual([])
      }
      expect(half(await toldAt("2026-06-08T10:00:00+07:00"))).toEqual([])
      const missing = half(await toldAt("2026-06-15T09:00:00+07:00"))
      expect(missing.map(({ type }) => type)).toEqual(first.map(() => "agency.answers-missing"))
      expect(half(await toldAt("2026-09-15T09:00:00+07:00"))).toEqual([])
      expect(half(await toldAt("2026-11-02T09:00:00+07:00")).map(({ data }) => data.partName)).toEqual(
        first.map(() => "2026-H2"),
      )
    })

    test("of each phase by its own due date", async () => {
      await clearNotices()
      const phase = (told: Told[]) =>
        told.filter(({ data }) => data.taskCode === "97" && data.partName !== undefined)
      const told = phase(await toldAt("2027-12-24T09:00:00+07:00"))
      expect(told.map(({ type, data }) => [type, data.partName, data.days, data.dueOn])).toEqual([
        ["task.due-in", "Giai đoạn 1", 7, "2027-12-31"],
      ])
      expect(phase(await toldAt("2027-12-24T15:00:00+07:00"))).toEqual([])
      expect(phase(await toldAt("2028-01-04T09:00:00+07:00")).map(({ type }) => type)).toEqual([
        "task.overdue",
      ])
    })

    test("no more once the phase is confirmed as completed or the half-year answered", async () => {
      await clearNotices()
      const answered = (told: Told[]) =>
        told.flatMap(({ data }) => (data.partName === "2026-H1" ? (data.taskCodes ?? []) : []))
      const before = answered(half(await toldAt("2026-06-08T09:00:00+07:00")))
      expect(before).toContain("3")
      await clearNotices()
      const connection = subgraph.orm.em.getConnection()
      await connection.execute(`
        insert into progress_report (task_id, agency_id, answer, state, effective_on, period_key)
        select t.id, o.agency_id, 'NOTHING_TO_REPORT', 'NOT_STARTED', '2026-05-05', '2026-H1'
        from task t cross join lateral owing_agencies(t.id, '2026-05-05') o where t.code = '3'`)
      const after = answered(half(await toldAt("2026-06-08T09:00:00+07:00")))
      expect(after).not.toContain("3")
      expect(after.length).toBe(before.length - before.filter((code) => code === "3").length)
      await connection.execute("delete from progress_report")
    })
  })

  test("that two programs tell at once are told once", async () => {
    const connection = subgraph.orm.em.getConnection()
    await connection.execute("delete from outbox_event; delete from due_notice")
    const clock = clockAt("2026-01-06T10:00:00+07:00")
    await Promise.all([1, 2, 3].map(() => tellWhenOpen(subgraph.orm.em.fork(), clock)))
    const [counts] = await connection.execute<{ told: number; notices: number }[]>(
      `select (select count(*)::int from outbox_event where data->>'partName' is null) as told,
        (select count(*)::int from due_notice) as notices`,
    )
    expect(counts?.told).toBe(counts?.notices)
    expect(counts?.told).toBeGreaterThan(0)
  })

  test("are told on the first working day of a week what it brings, once", async () => {
    const digests = (told: Told[]) => told.filter(({ type }) => type === "agency.weekly-digest")
    expect(digests(await toldAt("2025-11-18T09:00:00+07:00"))).toEqual([])
    const told = digests(await toldAt("2025-11-17T09:00:00+07:00"))
    expect(told.length).toBeGreaterThan(0)
    for (const { data } of told) expect([...(data.overdue ?? []), ...(data.dueSoon ?? [])]).not.toEqual([])
    expect(new Set(told.map(({ agency_ids }) => agency_ids[0])).size).toBe(told.length)
    expect(digests(await toldAt("2025-11-17T15:00:00+07:00"))).toEqual([])
  })

  test("are not told on a day that a coordinator has just said to be off", async () => {
    const record = (input: object) =>
      askWell<{
        recordCalendarException: { exception: { id: string } | null; userErrors: { reason: string }[] }
      }>(
        subgraph,
        `mutation ($input: RecordCalendarExceptionInput!) { recordCalendarException(input: $input) {
          exception { id version } userErrors { reason field } } }`,
        { input: { idempotencyKey: randomUUID(), ...input } },
        personOf("COORDINATOR"),
      )
    const off = { day: "2025-11-24", kind: "OFF", name: "Nghỉ", source: "Công văn" }
    expect((await record(off)).recordCalendarException.userErrors).toEqual([])
    expect((await record(off)).recordCalendarException.userErrors[0]?.reason).toBe("ALREADY_RECORDED")
    expect((await record({ ...off, name: " ", source: "" })).recordCalendarException.userErrors).toHaveLength(
      2,
    )
    expect(await toldAt("2025-11-24T09:00:00+07:00")).toEqual([])
    expect(
      (await toldAt("2025-11-25T09:00:00+07:00")).some(({ type }) => type === "agency.weekly-digest"),
    ).toBe(true)
    const { calendarExceptions } = await askWell<{ calendarExceptions: { day: string }[] }>(
      subgraph,
      "{ calendarExceptions(year: 2026) { day kind name source } }",
    )
    expect(calendarExceptions.map((exception) => exception.day)).toContain("2026-08-22")
    const { errors } = await ask(
      subgraph,
      `mutation { withdrawCalendarException(input: { idempotencyKey: "x", id: "x", version: 1 }) { userErrors { reason } } }`,
      {},
      personOf("CITY_LEADER"),
    )
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN")
  })
})
