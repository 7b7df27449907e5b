import { randomUUID } from "node:crypto"
import { type ChangedAgencies, copyAgencies } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { stableId } from "@plan43/published-rows"
import { personOf } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { agencyId, type Row, type RunningRounds, startRounds, well, write } from "../testing/running-round.ts"

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})
afterAll(() => rounds?.stop())

const FINANCE = agencyId("so-tai-chinh")

interface Line {
  changed: boolean
  answer: string | null
  item: { code: string; kind: string }
  prefill: Record<string, unknown> | null
}

async function linesOf(round: Row, agency: string, by = personOf("COORDINATOR")): Promise<Line[]> {
  const found = await rounds.ask<{
    round: { reports: { edges: { node: { agency: { id: string }; lines: { edges: { node: Line }[] } } }[] } }
  }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { reports(first: 100) { edges { node { agency { id } lines(first: 100) { edges { node {
       changed answer item { code kind }
       prefill { asOf status dueOn recordedOn progress resultDocument percentage difficulties nextStep value periodEnd sourceId } } } } } } } } }`,
    { id: round.id },
    by,
  )
  const report = found.round.reports.edges.find(({ node }) => node.agency.id === agency)
  return (report?.node.lines.edges ?? []).map(({ node }) => node)
}

const reportProgress = (taskCode: string, row: Record<string, unknown>) =>
  write(rounds.tasks, "progress_report", {
    task_id: rounds.taskId(taskCode),
    agency_id: FINANCE,
    answer: "PROGRESS",
    state: "IN_PROGRESS",
    ...row,
  })

describe("a round that opens", () => {
  test("fills lines with what was reported last by its cut-off, and says from where; nothing is answered", async () => {
    const id = await reportProgress("48", {
      done: "Đã trình dự toán",
      percentage: 40,
      difficulties: "Chưa có định mức",
      next_step: "Trình HĐND",
      result_number: "12/TTr-STC",
      result_issued_on: "2026-05-04",
      effective_on: "2026-05-31",
    })
    await reportProgress("48", { done: "Sau ngày chốt", effective_on: "2026-06-01" })
    const round = await rounds.openRound({ agencyIds: [FINANCE] })
    const lines = await linesOf(round, FINANCE)
    const [line] = lines.filter(({ item }) => item.code === "48")
    expect(line).toMatchObject({
      answer: null,
      changed: true,
      prefill: {
        asOf: "2026-05-31",
        recordedOn: "2026-05-31",
        progress: "Đã trình dự toán",
        percentage: 40,
        difficulties: "Chưa có định mức",
        nextStep: "Trình HĐND",
        resultDocument: "số 12/TTr-STC ngày 04/05/2026",
        sourceId: id,
      },
    })
    expect(lines[0]?.item.code).toBe("48")
    const untouched = lines.filter(({ item }) => item.kind === "TASK" && item.code !== "48")
    expect(untouched.length).toBeGreaterThan(0)
    for (const { prefill, changed } of untouched) {
      expect(prefill).toMatchObject({ recordedOn: null, sourceId: null, progress: null })
      expect(changed).toBe(false)
    }
  })

  test("fills indicators with what was known of them by then", async () => {
    const seen = await linesOf(await rounds.openRound({ agencyIds: [FINANCE] }), FINANCE)
    const code = seen.find(({ item }) => item.kind === "INDICATOR")?.item.code ?? ""
    expect(code).not.toBe("")
    const observe = (row: Record<string, unknown>) =>
      write(rounds.indicators, "observation", {
        id: randomUUID(),
        indicator_id: rounds.indicatorId(code),
        period_start: "2025-01-01",
        provisional: false,
        source: "Cục Thống kê",
        ...row,
      })
    const id = await observe({ period_end: "2025-12-31", value: 12.5, recorded_on: "2026-02-01" })
    await observe({ period_end: "2026-03-31", value: 13, recorded_on: "2026-06-01" })
    const lines = await linesOf(await rounds.openRound({ agencyIds: [FINANCE] }), FINANCE)
    expect(lines.find(({ item }) => item.code === code && item.kind === "INDICATOR")).toMatchObject({
      changed: true,
      prefill: {
        value: 12.5,
        periodEnd: "2025-12-31",
        sourceId: id,
        status: null,
      },
    })
  })

  test("puts what changed since the round before first, also what became overdue; the rest in the plan's order", async () => {
    await rounds.openRound({ agencyIds: [FINANCE], cutOffOn: "2026-05-20" })
    const same = await linesOf(
      await rounds.openRound({ agencyIds: [FINANCE], cutOffOn: "2026-05-21" }),
      FINANCE,
    )
    expect(same.filter(({ changed }) => changed)).toEqual([])
    const later = await linesOf(
      await rounds.openRound({ agencyIds: [FINANCE], cutOffOn: "2026-06-01", name: "Muộn hơn" }),
      FINANCE,
    )
    expect(later[0]).toMatchObject({ changed: true })
    const flags = later.map(({ changed }) => changed)
    expect(flags).toEqual([...flags].sort((a, b) => Number(b) - Number(a)))
  })

  test("that opens before its cut-off fills in what was recorded by then, and says until when", async () => {
    rounds.goTo("2026-05-10T08:00:00+07:00")
    const round = await rounds.openRound({ agencyIds: [FINANCE], cutOffOn: "2026-05-31", name: "Sớm" })
    rounds.goTo("2026-06-01T08:00:00+07:00")
    const [line] = (await linesOf(round, FINANCE)).filter(({ item }) => item.code === "48")
    expect(line?.prefill).toMatchObject({ asOf: "2026-05-10", recordedOn: null })
  })
})

test("what nobody signed is not shown to others when the round is published", async () => {
  const opened = await rounds.openRound({ agencyIds: [FINANCE], name: "Công khai" })
  for (const statement of [
    "update agency_report set state = 'ACCEPTED' where round_id = ?",
    "update report_line set answer = 'REPORTED' where report_id in (select id from agency_report where round_id = ?)",
  ])
    await rounds.subgraph.orm.em.getConnection().execute(statement, [opened.id])
  const locked = await rounds.moveRound("lockRound", opened)
  await rounds.moveRound("publishRound", locked.row as Row)
  const stranger = personOf("AGENCY_OFFICER", agencyId("so-noi-vu"))
  const ofPublished = await linesOf(opened, FINANCE, stranger)
  expect(ofPublished.length).toBeGreaterThan(0)
  for (const { prefill } of ofPublished) expect(prefill).toBeNull()
})

test("after a split each line is asked of whom its task or indicator went to", async () => {
  const [given, firstDay] = ["12", "2026-05-25" as CalendarDate]
  await write(rounds.tasks, "progress_report", {
    task_id: rounds.taskId(given),
    agency_id: agencyId("so-noi-vu"),
    answer: "PROGRESS",
    state: "IN_PROGRESS",
    done: "Sở Nội vụ đã làm",
    effective_on: "2026-05-20",
  })
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
  const arrow = (successor: string, takesRest: boolean, allocated: string[], withheld: string[]) => ({
    id: stableId("succession", "so-noi-vu", successor, firstDay),
    predecessorId: agencyId("so-noi-vu"),
    successorId: agencyId(successor),
    on: firstDay,
    takesRest,
    allocated,
    withheld,
  })
  const split: ChangedAgencies = {
    agencies: [
      body("so-noi-vu", null, `{[${firstDay},)}`),
      body("so-moi-a", firstDay, "{}"),
      body("so-moi-b", firstDay, "{}"),
    ],
    successions: [
      arrow("so-moi-a", false, [rounds.taskId(given)], []),
      arrow("so-moi-b", true, [], [rounds.taskId(given)]),
    ],
    memberships: [],
    removedSuccessions: [],
    removedMemberships: [],
  }
  for (const owner of [rounds.tasks, rounds.subgraph]) await copyAgencies(owner.orm.em.fork(), split)
  const round = await rounds.openRound({ name: "Sau khi chia tách" })
  const [ofA, ofB] = [await linesOf(round, agencyId("so-moi-a")), await linesOf(round, agencyId("so-moi-b"))]
  expect(ofA.map(({ item }) => item.code)).toEqual([given])
  expect(ofA[0]?.prefill).toMatchObject({ progress: "Sở Nội vụ đã làm", recordedOn: "2026-05-20" })
  expect(ofB.length).toBeGreaterThan(0)
  expect(ofB.map(({ item }) => item.code)).not.toContain(given)
})

test("opening a round takes as many statements for all agencies as for one", async () => {
  const statements = async (given: Record<string, unknown>) => {
    const before = rounds.subgraph.statements()
    await rounds.openRound({ name: "Đếm câu lệnh", ...given })
    return rounds.subgraph.statements() - before
  }
  const one = await statements({ agencyIds: [FINANCE] })
  expect(await statements({})).toBe(one)
})

test("a round that opened before its cut-off is filled again with what was recorded since; answers stand", async () => {
  rounds.goTo("2026-06-01T08:00:00+07:00")
  const round = await rounds.openRound({
    agencyIds: [FINANCE],
    cutOffOn: "2026-06-20",
    agenciesDueOn: "2026-06-25",
    cityDueOn: "2026-06-27",
    governmentDueOn: "2026-06-29",
  })
  const lineOn = async (code: string) =>
    (await linesOf(round, FINANCE)).find(({ item }) => item.kind === "TASK" && item.code === code)
  const before = await lineOn("48")
  const source = await reportProgress("48", { done: "Mới báo cáo", effective_on: "2026-06-10" })
  rounds.goTo("2026-06-12T08:00:00+07:00")
  await well(rounds.moveRound("refillRound", round))
  expect(before?.prefill).toMatchObject({ asOf: "2026-06-01" })
  const after = await lineOn("48")
  expect(after).toMatchObject({
    changed: true,
    answer: null,
    prefill: { asOf: "2026-06-12", progress: "Mới báo cáo", sourceId: source },
  })
  const { filledOn } = (
    await rounds.ask<{ round: { filledOn: string } }>(
      "query ($id: ID!) { round: reportingRound(id: $id) { filledOn } }",
      {
        id: round.id,
      },
    )
  ).round
  expect(filledOn).toBe("2026-06-12")
})
