import { type CalendarDate, clockAt } from "@plan43/calendar"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { agencyId, type Row, type RunningRounds, startRounds, well } from "../testing/running-round.ts"
import { reportThresholdOf } from "./due-threshold.ts"
import { tellOfReportsDue } from "./report-due-notices.ts"

const day = (text: string) => text as CalendarDate

describe("what an agency is told of a report due on 15 June", () => {
  const told = (openedOn: string, today: string) =>
    reportThresholdOf({ openedOn: day(openedOn), dueOn: day("2026-06-15") }, day(today))

  test.each([
    ["2026-06-07", null],
    ["2026-06-08", 7],
    ["2026-06-13", 7],
    ["2026-06-14", 1],
    ["2026-06-15", 1],
    ["2026-06-16", "OVERDUE"],
  ])("on %s is %s", (today, expected) => expect(told("2026-05-20", today)).toBe(expected))

  test("is not said again of what its round was opened with", () => {
    expect(told("2026-06-10", "2026-06-10")).toBeNull()
    expect(told("2026-06-10", "2026-06-14")).toBe(1)
    expect(told("2026-06-14", "2026-06-15")).toBeNull()
    expect(told("2026-06-14", "2026-06-16")).toBe("OVERDUE")
  })
})

describe("agencies whose reports have not come", () => {
  let rounds: RunningRounds

  beforeAll(async () => {
    rounds = await startRounds()
  })
  afterAll(() => rounds?.stop())

  interface Told {
    type: string
    agency_ids: string[]
    data: Record<string, unknown>
  }

  const notices = "type in ('report.due-in', 'report.overdue')"

  async function toldAt(instant: string): Promise<Told[]> {
    const connection = rounds.subgraph.orm.em.getConnection()
    await connection.execute(`delete from outbox_event where ${notices}`)
    await tellOfReportsDue(rounds.subgraph.orm.em.fork(), clockAt(instant))
    return connection.execute<Told[]>(
      `select type, agency_ids, data from outbox_event where ${notices} order by position`,
    )
  }

  const [finance, interior] = [agencyId("so-tai-chinh"), agencyId("so-noi-vu")]

  /** Opened on 1 June; due on Wednesday, 2 September, a holiday after a holiday. */
  const openRound = (): Promise<Row> =>
    rounds.openRound({
      agencyIds: [finance, interior],
      cutOffOn: "2026-08-31",
      agenciesDueOn: "2026-09-02",
      cityDueOn: "2026-09-04",
      governmentDueOn: "2026-09-05",
    })

  test("are told in office hours, 7 days and 1 day before and after, each once; who has sent is told nothing", async () => {
    const round = await openRound()
    const both = [finance, interior].sort()
    expect(await toldAt("2026-08-25T10:00:00+07:00")).toEqual([])
    expect(await toldAt("2026-08-26T07:00:00+07:00")).toEqual([])
    const data = { roundName: "Báo cáo 6 tháng đầu năm 2026", dueOn: "2026-09-02" }
    expect(await toldAt("2026-08-26T08:00:00+07:00")).toEqual([
      { type: "report.due-in", agency_ids: both, data: { ...data, days: 7 } },
    ])
    expect(await toldAt("2026-08-27T08:00:00+07:00")).toEqual([])
    // Days off before the National Day, and the day itself
    for (const off of ["2026-08-31", "2026-09-01", "2026-09-02"])
      expect(await toldAt(`${off}T09:00:00+07:00`)).toEqual([])

    await rounds.subgraph.orm.em
      .getConnection()
      .execute("update agency_report set state = 'SENT', sent_on = '2026-08-28' where agency_id = ?", [
        interior,
      ])
    expect(await toldAt("2026-09-03T09:00:00+07:00")).toEqual([
      { type: "report.overdue", agency_ids: [finance], data },
    ])
    expect(await toldAt("2026-09-04T09:00:00+07:00")).toEqual([])
    await well(rounds.moveRound("lockRound", { ...round }))
  })

  test("are told nothing of a round that is locked, or not yet open", async () => {
    const locked = await openRound()
    await well(rounds.moveRound("lockRound", locked))
    expect(await toldAt("2026-08-26T08:00:00+07:00")).toEqual([])
  })
})
