import type { Identity } from "@plan43/authorization"
import { personOf } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { atOnce } from "../testing/at-once.ts"
import {
  agencyId,
  coordinator,
  type Done,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "../testing/running-round.ts"

const finance = agencyId("so-tai-chinh")
const officer = personOf("AGENCY_OFFICER", finance)
const head = personOf("AGENCY_HEAD", finance)

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})

afterAll(() => rounds?.stop())

interface Report extends Row {
  agency: { id: string }
  lines: { edges: { node: Row }[] }
}

async function reportsOf(round: Row): Promise<Report[]> {
  const { found } = await rounds.ask<{ found: { reports: { edges: { node: Report }[] } } }>(
    `query ($id: ID!) { found: reportingRound(id: $id) { reports(first: 100) { edges { node { id version agency { id }
       lines(first: 2) { edges { node { id version } } } } } } } }`,
    { id: round.id },
  )
  return found.reports.edges.map(({ node }) => node)
}

const linesOf = (report: Report | undefined) => (report?.lines.edges ?? []).map(({ node }) => node)

const save = ({ id, version }: Row, by: Identity) =>
  rounds.carryOut("saveReportLine", "SaveReportLineInput", "line", { id, version, answer: "NO_CHANGE" }, by)
const move = (mutation: string, { id, version }: Row, by: Identity) =>
  rounds.carryOut(mutation, "MoveAgencyReportInput", "report", { id, version }, by)
const giveBack = ({ id, version }: Row, lineId: string) =>
  rounds.carryOut("returnAgencyReport", "ReturnAgencyReportInput", "report", {
    ...{ id, version },
    toCorrect: [{ lineId, field: "ANSWER", reason: "Chưa rõ" }],
  })

const reasonsOf = ({ userErrors }: Done) => userErrors.map(({ reason }) => reason)

/** A report of one line that the Department of Finance sent. */
async function sent(): Promise<{ round: Row; report: Row; line: Row }> {
  const round = await rounds.openRound({ itemKinds: [], agencyIds: [finance], questions: "Đã họp chưa?" })
  const [draft] = await reportsOf(round)
  const [line] = linesOf(draft)
  if (draft === undefined || line === undefined) throw new Error("the round asks for nothing")
  const answered = await well(
    rounds.carryOut(
      "saveReportLine",
      "SaveReportLineInput",
      "line",
      { id: line.id, version: line.version, answer: "NOTHING_TO_REPORT" },
      officer,
    ),
  )
  const submitted = await well(move("submitAgencyReport", draft, officer))
  const approved = await well(move("approveAgencyReport", submitted, head))
  return { round, report: await well(move("sendAgencyReport", approved, head)), line: answered }
}

describe("at the same time", () => {
  test("a round is filled again, and agencies save lines of their reports", async () => {
    const round = await rounds.openRound()
    const saves = (await reportsOf(round))
      .slice(0, 3)
      .flatMap((report) =>
        linesOf(report).map((line) => () => save(line, personOf("AGENCY_OFFICER", report.agency.id))),
      )
    expect(saves).toHaveLength(6)
    const done = await atOnce(rounds, round, [() => rounds.moveRound("refillRound", round), ...saves])
    expect(done.flatMap(reasonsOf)).toEqual([])
  })

  test("a report is returned, and its agency saves a line of it", async () => {
    const { round, report, line } = await sent()
    const [returned, saved] = await atOnce(rounds, round, [
      () => giveBack(report, line.id),
      () =>
        rounds.carryOut(
          "saveReportLine",
          "SaveReportLineInput",
          "line",
          { ...line, answer: "REPORTED", progress: "Đã họp" },
          officer,
        ),
    ])
    expect(returned?.userErrors).toEqual([])
    // Whichever of them has the report first: a field that was not returned, or none of both is open
    expect([["FIELD_NOT_RETURNED"], ["REPORT_NOT_WRITABLE", "REPORT_NOT_WRITABLE"]]).toContainEqual(
      saved && reasonsOf(saved),
    )
  })

  test("a round is locked, and a report is returned that it would include", async () => {
    const { round, report, line } = await sent()
    const accepted = await well(move("acceptAgencyReport", report, coordinator))
    const [locked, returned] = await atOnce(rounds, round, [
      () => rounds.moveRound("lockRound", round),
      () => giveBack(accepted, line.id),
    ])
    expect(locked?.userErrors).toEqual([])
    expect(returned && reasonsOf(returned)).toEqual(["VERSION_STALE"])
  })
})
