import type { Identity } from "@plan43/authorization"
import { askForFile, smallPdf, uploadWell } from "@plan43/evidence/testing"
import { personOf } from "@plan43/subgraph/testing"
import { readWorkbook } from "@plan43/workbook"
import { withParts } from "@plan43/workbook/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { atOnce } from "../testing/at-once.ts"
import {
  agencyId,
  coordinator,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "../testing/running-round.ts"
import { numberChange, PARTS, textChange } from "./testing/small-form.ts"

interface Line extends Row {
  answer: string | null
  progress: string | null
  percentage: number | null
  item: { code: string; kind: string }
  workbook: { id: string; sha256: string; takenByName: string | null; file: { name: string } | null } | null
}

interface Report extends Row {
  state: string
  late: boolean
  sentOn: string | null
  receivedOn: string | null
  approvedBy: string | null
  approvedAt: string | null
  approvedIn: { id: string; approvedOn: string | null } | null
}

interface Check {
  problems: { code: string; reach: string; sheet: string | null; cell: string | null }[]
  lineCount: number
  rightCount: number
  changedCount: number
  approvedBy: string | null
  annotated: { name: string; base64: string } | null
}

const FINANCE = "so-tai-chinh"
const officer = personOf("AGENCY_OFFICER", agencyId(FINANCE))
const stranger = personOf("AGENCY_OFFICER", agencyId("so-noi-vu"))

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})

afterAll(() => rounds?.stop())

async function reportOf(round: Row): Promise<Report> {
  const { found } = await rounds.ask<{ found: { reports: { edges: { node: Report }[] } } }>(
    `query ($id: ID!) { found: reportingRound(id: $id) { reports { edges { node {
       id version state late sentOn receivedOn approvedBy approvedAt approvedIn { id approvedOn } } } } } }`,
    { id: round.id },
  )
  return found.reports.edges[0]?.node as Report
}

async function linesOf({ id }: Row, by: Identity = coordinator): Promise<Line[]> {
  const { found } = await rounds.ask<{ found: { lines: { edges: { node: Line }[] } } }>(
    `query ($id: ID!) { found: agencyReport(id: $id) { lines(first: 100) { edges { node {
       id version answer progress percentage item { code kind }
       workbook { id sha256 takenByName file { name } } } } } } }`,
    { id },
    by,
  )
  return found.lines.edges.map(({ node }) => node)
}

async function formOf({ id }: Row): Promise<Buffer> {
  const { found } = await rounds.ask<{
    found: { fillableWorkbook: { name: string; base64: string } | null }
  }>("query ($id: ID!) { found: agencyReport(id: $id) { fillableWorkbook { name base64 } } }", { id })
  return Buffer.from(found.fillableWorkbook?.base64 ?? "", "base64")
}

async function checked({ id }: Row, fileId: string, by: Identity = coordinator): Promise<Check | null> {
  const { found } = await rounds.ask<{ found: { checkedWorkbook: Check | null } }>(
    `query ($id: ID!, $fileId: ID!) { found: agencyReport(id: $id) { checkedWorkbook(fileId: $fileId) {
       problems { code reach sheet cell } lineCount rightCount changedCount approvedBy annotated { name base64 } } } }`,
    { id, fileId },
    by,
  )
  return found.checkedWorkbook
}

interface Recognised {
  report: { id: string; agency: { id: string } } | null
  check: { problems: { code: string }[]; rightCount: number; annotated: { name: string } | null } | null
  problem: { code: string } | null
}

async function recognised(round: Row, fileId: string): Promise<Recognised | null> {
  const { found } = await rounds.ask<{ found: { recognisedWorkbook: Recognised | null } }>(
    `query ($id: ID!, $fileId: ID!) { found: reportingRound(id: $id) { recognisedWorkbook(fileId: $fileId) {
       report { id agency { id } } check { problems { code } rightCount annotated { name } } problem { code } } } }`,
    { id: round.id, fileId },
  )
  return found.recognisedWorkbook
}

const upload = (content: Buffer, name = "bao-cao.xlsx", by: Identity = coordinator) =>
  uploadWell(rounds.subgraph, by, name, content)

const take = ({ id, version }: Row, fileId: string, taking: string, given: Record<string, unknown> = {}) =>
  rounds.carryOut("takeReportWorkbook", "TakeReportWorkbookInput", "report", {
    id,
    version,
    fileId,
    taking,
    ...given,
  })

const enter = ({ id, version }: Row, receivedOn = "2026-06-01") =>
  rounds.carryOut("enterReceivedReport", "EnterReceivedReportInput", "report", { id, version, receivedOn })

/** The rows of a form in which lines stand, by sheet. */
function rowsOf(form: Buffer) {
  return (["NhiemVu", "ChiTieu"] as const).map((name) => {
    const cells = readWorkbook(form).sheets.find((sheet) => sheet.name === name)?.cells
    return [...(cells?.values() ?? [])]
      .filter(({ column, row }) => column === 1 && row > 3)
      .map(({ row }) => row)
  })
}

/** A form in which every line is answered: the first task reported on, all others without change. */
function filledIn(form: Buffer, by = "Trần Thị B"): Buffer {
  const [tasks = [], indicators = []] = rowsOf(form)
  const answer = (content: string, rows: readonly number[]) =>
    rows.reduce((text, row) => String(textChange(`G${row}`, "Không thay đổi")(text)), content)
  return withParts(form, {
    [PARTS.NhiemVu]: (content) =>
      [textChange("G4", "Có nội dung báo cáo"), textChange("H4", "Đã trình"), numberChange("K4", 60)].reduce(
        (text, change) => String(change(text)),
        answer(content, tasks),
      ),
    [PARTS.ChiTieu]: (content) => answer(content, indicators),
    [PARTS.HuongDan]: (content) => String(textChange("B6", by)(String(dayChange("B7", content)))),
  })
}

/** 30 May 2026, in the style that the form has for days. */
function dayChange(name: string, content: string): string {
  const style = new RegExp(`<c r="${name}" s="(\\d+)"`).exec(content)?.[1] ?? "0"
  return content.replace(
    new RegExp(`<c r="${name}" s="\\d+"/>`),
    `<c r="${name}" s="${style}"><v>46172</v></c>`,
  )
}

const openForFinance = () => rounds.openRound({ agencyIds: [agencyId(FINANCE)] })

describe("the report of an agency without accounts", () => {
  test("goes out as a form, comes back, is taken as it is and sent with the head whom the file names", async () => {
    const round = await openForFinance()
    const report = await reportOf(round)
    const form = await formOf(report)
    const lines = await linesOf(report)
    expect(rowsOf(form).map(({ length }) => length)).toEqual(
      ["TASK", "INDICATOR"].map((kind) => lines.filter(({ item }) => item.kind === kind).length),
    )

    const file = filledIn(form)
    const fileId = await upload(file, "Sở Tài chính.xlsx")
    const check = await checked(report, fileId)
    expect(check).toMatchObject({ problems: [], lineCount: lines.length, rightCount: lines.length })
    expect(check?.changedCount).toBe(lines.length)
    expect(await linesOf(report)).toEqual(lines)

    const taken = await well(take(report, fileId, "ALL"))
    const filled = await linesOf(report)
    expect(filled.filter(({ answer }) => answer === "NO_CHANGE")).toHaveLength(lines.length - 1)
    expect(filled.find(({ answer }) => answer === "REPORTED")).toMatchObject({
      progress: "Đã trình",
      percentage: 60,
      workbook: { id: fileId, takenByName: coordinator.name, file: { name: "Sở Tài chính.xlsx" } },
    })
    expect((await askForFile(rounds.subgraph, officer, "GET", `/files/reporting/${fileId}`)).status).toBe(200)
    expect((await askForFile(rounds.subgraph, stranger, "GET", `/files/reporting/${fileId}`)).status).toBe(
      404,
    )

    await well(enter(taken))
    expect(await reportOf(round)).toMatchObject({
      state: "SENT",
      sentOn: "2026-06-01",
      late: false,
      approvedBy: "Trần Thị B",
      approvedAt: null,
      approvedIn: { id: fileId },
    })
  })

  test("is late when its file came late, not when it was entered late", async () => {
    const taken = async () => {
      const round = await openForFinance()
      const report = await reportOf(round)
      return { round, row: await well(take(report, await upload(filledIn(await formOf(report))), "ALL")) }
    }
    const [inTime, late, unsaid] = [await taken(), await taken(), await taken()]
    rounds.goTo("2026-06-08T08:00:00+07:00")
    await well(enter(inTime.row, "2026-06-05"))
    expect(await reportOf(inTime.round)).toMatchObject({
      late: false,
      sentOn: "2026-06-08",
      receivedOn: "2026-06-05",
    })
    await well(enter(late.row, "2026-06-06"))
    expect(await reportOf(late.round)).toMatchObject({ late: true, receivedOn: "2026-06-06" })
    // As clients say it that know of no day
    await well(rounds.carryOut("enterAgencyReport", "MoveAgencyReportInput", "report", { ...unsaid.row }))
    expect(await reportOf(unsaid.round)).toMatchObject({ late: true, receivedOn: "2026-06-08" })
    rounds.goTo("2026-06-01T08:00:00+07:00")
  })

  test("is not sent without a file, with lines from elsewhere, or without the head's name", async () => {
    const report = await reportOf(await openForFinance())
    const form = await formOf(report)
    expect((await enter(report)).userErrors).toMatchObject([{ reason: "LINES_UNANSWERED" }])
    const nameless = await well(take(report, await upload(filledIn(form, "")), "RIGHT_LINES"))
    expect((await enter(nameless)).userErrors).toMatchObject([{ reason: "APPROVER_MISSING" }])
    const [line] = await linesOf(report)
    await well(
      rounds.carryOut(
        "saveReportLine",
        "SaveReportLineInput",
        "line",
        { ...line, answer: "NO_CHANGE", item: undefined, workbook: undefined },
        officer,
      ),
    )
    const named = await well(take(nameless, await upload(filledIn(form)), "RIGHT_LINES"))
    expect((await enter(named)).userErrors).toMatchObject([{ reason: "LINES_NOT_FROM_FILE" }])
  })

  test("after a return takes only what was returned, from a file that came since", async () => {
    const round = await openForFinance()
    const report = await reportOf(round)
    await well(enter(await well(take(report, await upload(filledIn(await formOf(report))), "ALL"))))
    const [line] = (await linesOf(report)).filter(({ answer }) => answer === "REPORTED")
    const sent = await reportOf(round)
    const returned = await well(
      rounds.carryOut("returnAgencyReport", "ReturnAgencyReportInput", "report", {
        id: sent.id,
        version: sent.version,
        toCorrect: [{ lineId: line?.id, field: "PERCENTAGE", reason: "Chưa khớp" }],
      }),
    )
    expect((await enter(returned)).userErrors).toMatchObject([{ reason: "FILE_MISSING" }])
    const form = await formOf(returned)
    const other = withParts(form, { [PARTS.NhiemVu]: textChange("H4", "Việc khác") })
    const refused = await checked(returned, await upload(other))
    expect(refused?.problems).toContainEqual(
      expect.objectContaining({ code: "FIELD_NOT_RETURNED", cell: "H4" }),
    )
    const corrected = withParts(filledIn(form), { [PARTS.NhiemVu]: numberChange("K4", 70) })
    await well(enter(await well(take(returned, await upload(corrected), "ALL"))))
    expect((await linesOf(report)).find(({ id }) => id === line?.id)).toMatchObject({ percentage: 70 })
  })
})

describe("a file that is not all right", () => {
  test("is taken by nobody's mistake: nothing of it, or the right lines where that was said", async () => {
    const report = await reportOf(await openForFinance())
    const lines = await linesOf(report)
    const broken = withParts(filledIn(await formOf(report)), {
      [PARTS.NhiemVu]: textChange("K4", "sáu mươi"),
    })
    const fileId = await upload(broken)
    const check = await checked(report, fileId)
    expect(check?.problems).toEqual([
      { code: "NUMBER_EXPECTED", reach: "LINE", sheet: "NhiemVu", cell: "K4" },
    ])
    expect(check?.rightCount).toBe(lines.length - 1)
    const copy = readWorkbook(Buffer.from(check?.annotated?.base64 ?? "", "base64"))
    expect(copy.sheets[0]?.cells.get("B4")?.content).toEqual({ kind: "TEXT", text: "NhiemVu!K4" })

    const refused = await take(report, fileId, "ALL")
    expect(refused.userErrors).toEqual([
      { reason: "NUMBER_EXPECTED", field: "fileId", message: expect.stringContaining("NhiemVu!K4: ") },
    ])
    expect(await linesOf(report)).toEqual(lines)

    const key = { idempotencyKey: "lấy-phần-đúng" }
    const taken = await well(take(report, fileId, "RIGHT_LINES", key))
    expect(await well(take(report, fileId, "RIGHT_LINES", key))).toEqual(taken)
    expect((await linesOf(report)).filter(({ answer }) => answer === null)).toHaveLength(1)
    expect((await take(taken, fileId, "RIGHT_LINES")).userErrors).toMatchObject([
      { reason: "FILE_NOT_READY" },
    ])
  })

  test.each(["_x0000_", "_xD800_"])(
    "for a sign that no column can hold (%s) says so at its cell",
    async (sign) => {
      const report = await reportOf(await openForFinance())
      const form = filledIn(await formOf(report), `Trần${sign}Thị B`)
      const fileId = await upload(withParts(form, { [PARTS.NhiemVu]: textChange("H4", `Đã${sign}trình`) }))
      const places = ["HuongDan!B6: ", "NhiemVu!H4: "]
      const refused = await take(report, fileId, "ALL")
      expect(refused.userErrors).toMatchObject(
        places.map((place) => ({
          reason: "CHARACTER_NOT_ALLOWED",
          message: expect.stringContaining(place),
        })),
      )
      await well(take(report, fileId, "RIGHT_LINES"))
      expect((await linesOf(report)).filter(({ answer }) => answer === null)).toHaveLength(1)
    },
  )

  test("of another agency, of another kind or of another person brings nothing", async () => {
    const [one, other] = [await reportOf(await openForFinance()), await reportOf(await openForFinance())]
    const foreign = await upload(filledIn(await formOf(one)))
    expect(await checked(other, foreign)).toMatchObject({
      problems: [{ code: "WRONG_ROUND" }],
      annotated: null,
    })
    expect((await take(other, foreign, "RIGHT_LINES")).userErrors).toMatchObject([{ reason: "WRONG_ROUND" }])
    const pdf = await upload(smallPdf(), "bao-cao.pdf")
    expect(await checked(one, pdf)).toMatchObject({ problems: [{ code: "NOT_A_WORKBOOK" }], rightCount: 0 })
    const others = await upload(filledIn(await formOf(one)), "bao-cao.xlsx", officer)
    expect(await checked(one, others)).toBeNull()
    expect((await take(one, others, "ALL")).userErrors).toMatchObject([{ reason: "FILE_NOT_READY" }])
  })

  test("is taken while its agency saves a line: who comes second is told what the first one did", async () => {
    const round = await openForFinance()
    const report = await reportOf(round)
    const fileId = await upload(filledIn(await formOf(report)))
    const [line] = await linesOf(report)
    const [taken, saved] = await atOnce(rounds, round, [
      () => take(report, fileId, "ALL"),
      () =>
        rounds.carryOut(
          "saveReportLine",
          "SaveReportLineInput",
          "line",
          { id: line?.id, version: line?.version, answer: "NO_CHANGE" },
          officer,
        ),
    ])
    const outcome = [taken, saved].map((done) => done?.userErrors.map(({ reason }) => reason))
    const fileFirst = [[], ["VERSION_STALE"]]
    const lineFirst = [["LINE_CHANGED_MEANWHILE"], []]
    expect([fileFirst, lineFirst]).toContainEqual(outcome)
    const whose = outcome[0]?.length === 0 ? fileId : undefined
    for (const { workbook } of await linesOf(report)) expect(workbook?.id).toBe(whose)
  })

  test("is not asked for, and not taken, once the report was sent", async () => {
    const round = await openForFinance()
    const report = await reportOf(round)
    const form = await formOf(report)
    await well(enter(await well(take(report, await upload(filledIn(form)), "ALL"))))
    const sent = await reportOf(round)
    expect(await formOf(sent)).toHaveLength(0)
    expect((await take(sent, await upload(filledIn(form)), "ALL")).userErrors).toMatchObject([
      { reason: "REPORT_NOT_WRITABLE" },
    ])
  })
})

describe("a file that comes back to the round", () => {
  test("is recognised by itself: whose report it is, what is right in it, or why nothing can be taken", async () => {
    const round = await openForFinance()
    const report = await reportOf(round)
    const form = await formOf(report)
    const right = await upload(filledIn(form))
    expect(await recognised(round, right)).toMatchObject({
      report: { id: report.id, agency: { id: agencyId(FINANCE) } },
      check: { problems: [], rightCount: (await linesOf(report)).length },
      problem: null,
    })
    const broken = withParts(filledIn(form), { [PARTS.NhiemVu]: textChange("K4", "sáu mươi") })
    expect(await recognised(round, await upload(broken))).toMatchObject({
      report: { id: report.id },
      check: { problems: [{ code: "NUMBER_EXPECTED" }], annotated: { name: expect.any(String) } },
    })
    const other = await openForFinance()
    expect(await recognised(other, right)).toEqual({
      report: null,
      check: null,
      problem: { code: "WRONG_ROUND" },
    })
    expect(await recognised(round, await upload(smallPdf(), "bao-cao.pdf"))).toMatchObject({
      report: null,
      problem: { code: "NOT_A_WORKBOOK" },
    })
    expect(await recognised(round, await upload(filledIn(form), "bao-cao.xlsx", officer))).toBeNull()

    await well(enter(await well(take(report, right, "ALL"))))
    expect(await recognised(round, right)).toBeNull()
    expect(await recognised(round, await upload(filledIn(form)))).toMatchObject({
      report: { id: report.id },
      check: null,
      problem: { code: "REPORT_NOT_WRITABLE" },
    })
  })
})
