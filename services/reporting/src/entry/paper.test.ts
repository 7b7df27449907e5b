import type { Identity } from "@plan43/authorization"
import type { CalendarDate } from "@plan43/calendar"
import { askForFile, smallPdf, uploadWell } from "@plan43/evidence/testing"
import { personOf } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { gatherFacts } from "../scorecard/gather-facts.ts"
import {
  agencyId,
  coordinator,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "../testing/running-round.ts"

interface Line extends Row {
  answer: string | null
  progress: string | null
  enteredBy: string | null
}

interface Report extends Row {
  state: string
  late: boolean
  sentOn: string | null
  receivedOn: string | null
  approvedBy: string | null
  approvedIn: { id: string } | null
  entry: {
    receivedOn: string
    approvedBy: string
    approvedOn: string | null
    enteredByName: string | null
    recordedOn: string
    workbook: { id: string } | null
    scans: { id: string; name: string }[]
  } | null
  lines: { edges: { node: Line }[] }
  history: { edges: { node: { action: string; author: string | null } }[] }
}

const FINANCE = "so-tai-chinh"
const officer = personOf("AGENCY_OFFICER", agencyId(FINANCE))
const head = personOf("AGENCY_HEAD", agencyId(FINANCE))
const stranger = personOf("AGENCY_OFFICER", agencyId("so-noi-vu"))

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})

afterAll(() => rounds?.stop())

const openForFinance = () => rounds.openRound({ agencyIds: [agencyId(FINANCE)] })

async function reportOf(round: Row, by: Identity = coordinator): Promise<Report> {
  const { found } = await rounds.ask<{ found: { reports: { edges: { node: Report }[] } } }>(
    `query ($id: ID!) { found: reportingRound(id: $id) { reports { edges { node {
       id version state late sentOn receivedOn approvedBy approvedIn { id }
       entry { receivedOn approvedBy approvedOn enteredByName recordedOn workbook { id } scans { id name } }
       lines(first: 100) { edges { node { id version answer progress enteredBy } } }
       history(first: 3) { edges { node { action author } } } } } } } }`,
    { id: round.id },
    by,
  )
  return found.reports.edges[0]?.node as Report
}

const linesOf = ({ lines }: Report) => lines.edges.map(({ node }) => node)

const save = ({ id, version }: Row, by: Identity, given: Record<string, unknown> = { answer: "NO_CHANGE" }) =>
  rounds.carryOut("saveReportLine", "SaveReportLineInput", "line", { id, version, ...given }, by)

const attach = ({ id, version }: Row, by: Identity, fileIds: readonly string[]) =>
  rounds.carryOut("attachReportLineFiles", "AttachReportLineFilesInput", "line", { id, version, fileIds }, by)

const scan = (by: Identity = coordinator) => uploadWell(rounds.subgraph, by, "báo cáo giấy.pdf", smallPdf())

const enter = (
  { id, version }: Row,
  given: Record<string, unknown> = {},
  paper: Record<string, unknown> = {},
) =>
  rounds.carryOut("enterReceivedReport", "EnterReceivedReportInput", "report", {
    id,
    version,
    receivedOn: "2026-06-01",
    paper: { approvedBy: "Trần Thị B", approvedOn: "2026-05-31", fileIds: [], ...paper },
    ...given,
  })

const reasonsOf = async (done: ReturnType<typeof enter>) =>
  (await done).userErrors.map(({ reason, field }) => `${reason} ${field}`)

/** A report of which the coordinator entered every line. */
async function entered(): Promise<{ round: Row; report: Report }> {
  const round = await openForFinance()
  for (const line of linesOf(await reportOf(round))) await well(save(line, coordinator))
  return { round, report: await reportOf(round) }
}

describe("a report that came on paper", () => {
  test("is entered line by line by a coordinator, and sent with its scan, its day and the head who signed it", async () => {
    const { round, report } = await entered()
    expect(new Set(linesOf(report).map(({ enteredBy }) => enteredBy))).toEqual(new Set([coordinator.name]))
    rounds.goTo("2026-06-08T08:00:00+07:00")
    const fileId = await scan()
    await well(enter(report, { receivedOn: "2026-06-04" }, { fileIds: [fileId] }))
    rounds.goTo("2026-06-01T08:00:00+07:00")
    expect(await reportOf(round, officer)).toMatchObject({
      state: "SENT",
      late: false,
      sentOn: "2026-06-08",
      receivedOn: "2026-06-04",
      approvedBy: "Trần Thị B",
      approvedIn: null,
      entry: {
        receivedOn: "2026-06-04",
        approvedBy: "Trần Thị B",
        approvedOn: "2026-05-31",
        enteredByName: coordinator.name,
        recordedOn: "2026-06-08",
        workbook: null,
        scans: [{ id: fileId, name: "báo cáo giấy.pdf" }],
      },
      history: {
        edges: [{ node: { action: "agency_report.entered-from-paper", author: coordinator.name } }],
      },
    })
    const fetched = (by: Identity) => askForFile(rounds.subgraph, by, "GET", `/files/reporting/${fileId}`)
    expect((await fetched(officer)).status).toBe(200)
    expect((await fetched(stranger)).status).toBe(404)
  })

  test("is counted by the day on which it came, from the day on which that was recorded", async () => {
    const { report } = await entered()
    rounds.goTo("2026-06-08T08:00:00+07:00")
    await well(enter(report, { receivedOn: "2026-06-04" }, { fileIds: [await scan()] }))
    rounds.goTo("2026-06-01T08:00:00+07:00")
    const cameOn = async (asOf: string) => {
      const period = { from: "2026-06-01" as CalendarDate, to: asOf as CalendarDate }
      const { reports } = await gatherFacts(
        rounds.subgraph.orm.em.fork(),
        period,
        "2026-06-30" as CalendarDate,
      )
      return reports.find(({ reportId }) => reportId === report.id)?.sentOn
    }
    expect(await cameOn("2026-06-07")).toBeNull()
    expect(await cameOn("2026-06-08")).toBe("2026-06-04")
  })

  test("is not sent without a scan, with a day that cannot be, or with lines that nobody signed", async () => {
    const round = await openForFinance()
    const [first, ...others] = linesOf(await reportOf(round))
    const fileId = await scan()
    expect(await reasonsOf(enter(await reportOf(round), {}, { fileIds: [fileId] }))).toEqual([
      "LINES_UNANSWERED id",
    ])
    if (first) await well(save(first, officer))
    for (const line of others) await well(save(line, coordinator))
    const report = await reportOf(round)
    expect(await reasonsOf(enter(report, {}, { approvedBy: "" }))).toEqual([
      "APPROVER_MISSING paper.approvedBy",
      "SCAN_MISSING paper.fileIds",
    ])
    expect(await reasonsOf(enter(report, { receivedOn: "2026-06-02" }, { fileIds: [fileId] }))).toEqual([
      "RECEIVED_IN_FUTURE receivedOn",
    ])
    expect(await reasonsOf(enter(report, {}, { fileIds: [await scan(officer)] }))).toEqual([
      "LINES_NOT_FROM_PAPER id",
    ])
    const [again] = linesOf(report).filter(({ id }) => id === first?.id)
    if (again) await well(save(again, coordinator))
    expect(await reasonsOf(enter(report, {}, { fileIds: [await scan(officer)] }))).toEqual([
      "FILE_NOT_READY paper.fileIds",
    ])
    await well(enter(report, {}, { fileIds: [fileId] }))
  })

  test("comes corrected after a return, and keeps the day on which it first came", async () => {
    const { round, report } = await entered()
    const [line] = linesOf(report)
    const sent = await well(enter(report, {}, { fileIds: [await scan()] }))
    rounds.goTo("2026-06-07T08:00:00+07:00")
    const returned = await well(
      rounds.carryOut("returnAgencyReport", "ReturnAgencyReportInput", "report", {
        ...sent,
        toCorrect: [{ lineId: line?.id, field: "ANSWER", reason: "Chưa rõ" }],
      }),
    )
    rounds.goTo("2026-06-09T08:00:00+07:00")
    const again = { receivedOn: "2026-06-06" }
    expect(await reasonsOf(enter(returned, again, { fileIds: [await scan()] }))).toEqual([
      "RECEIVED_BEFORE_RETURN receivedOn",
    ])
    if (line) await well(save(line, coordinator, { answer: "NOTHING_TO_REPORT" }))
    await well(enter(returned, { receivedOn: "2026-06-08" }, { fileIds: [await scan()] }))
    expect(await reportOf(round)).toMatchObject({
      late: false,
      receivedOn: "2026-06-01",
      entry: { receivedOn: "2026-06-08", recordedOn: "2026-06-09" },
    })
    rounds.goTo("2026-06-01T08:00:00+07:00")
  })

  test("is no longer from paper once its agency writes and its head approves on the platform", async () => {
    const { round, report } = await entered()
    const [line] = linesOf(report)
    const sent = await well(enter(report, {}, { fileIds: [await scan()] }))
    const returned = await well(
      rounds.carryOut("returnAgencyReport", "ReturnAgencyReportInput", "report", {
        ...sent,
        toCorrect: [{ lineId: line?.id, field: "ANSWER", reason: "Chưa rõ" }],
      }),
    )
    if (line) await well(save(line, officer, { answer: "NOTHING_TO_REPORT" }))
    const move = (mutation: string, row: Row, by: Identity) =>
      well(rounds.carryOut(mutation, "MoveAgencyReportInput", "report", { ...row }, by))
    const submitted = await move("submitAgencyReport", returned, officer)
    await move("sendAgencyReport", await move("approveAgencyReport", submitted, head), head)
    const now = await reportOf(round)
    expect(now).toMatchObject({ state: "SENT", approvedBy: head.name, entry: null, receivedOn: "2026-06-01" })
    expect(linesOf(now).find(({ id }) => id === line?.id)?.enteredBy).toBeNull()
  })

  test("is not written in by a coordinator once it was sent", async () => {
    const { report } = await entered()
    const [line] = linesOf(report)
    await well(enter(report, {}, { fileIds: [await scan()] }))
    expect(line && (await save(line, coordinator, { answer: "NOTHING_TO_REPORT" })).userErrors).toMatchObject(
      [{ reason: "REPORT_NOT_WRITABLE" }],
    )
  })

  test("keeps whose words its lines are once it was accepted, also where the same is saved again", async () => {
    const round = await openForFinance()
    const draft = await reportOf(round)
    for (const line of linesOf(draft)) await well(save(line, officer))
    let moved: Row = { id: draft.id, version: draft.version }
    for (const [mutation, by] of [
      ["submitAgencyReport", officer],
      ["approveAgencyReport", head],
      ["sendAgencyReport", head],
      ["acceptAgencyReport", coordinator],
    ] as const)
      moved = await well(rounds.carryOut(mutation, "MoveAgencyReportInput", "report", { ...moved }, by))
    const accepted = await reportOf(round)
    expect(accepted.state).toBe("ACCEPTED")
    const [line] = linesOf(accepted)
    if (line === undefined) throw new Error("the report has no line")
    const proof = await scan()
    for (const by of [coordinator, officer]) {
      expect((await save(line, by)).userErrors).toMatchObject([
        { reason: "REPORT_NOT_WRITABLE", field: "id" },
      ])
      for (const fileIds of [[], [proof]])
        expect((await attach(line, by, fileIds)).userErrors).toMatchObject([
          { reason: "REPORT_NOT_WRITABLE", field: "fileIds" },
        ])
    }
    expect(linesOf(await reportOf(round))).toEqual(linesOf(accepted))
  })
})
