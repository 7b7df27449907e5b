import { askForFile, smallPdf, uploadWell } from "@plan43/evidence/testing"
import { personOf } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  agencyId,
  coordinator,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "../testing/running-round.ts"

interface Line extends Row {
  openFields: string[]
  files: { id: string; name: string; url: string; uploadedBy: string | null }[]
}

const officer = personOf("AGENCY_OFFICER", agencyId("so-tai-chinh"))
const head = personOf("AGENCY_HEAD", agencyId("so-tai-chinh"))
const stranger = personOf("AGENCY_OFFICER", agencyId("so-noi-vu"))

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})

afterAll(() => rounds?.stop())

async function reportIn(round: Row): Promise<Row & { lines: Line[] }> {
  const { found } = await rounds.ask<{
    found: { reports: { edges: { node: Row & { lines: { edges: { node: Line }[] } } }[] } }
  }>(
    `query ($id: ID!) { found: reportingRound(id: $id) { reports { edges { node { id version lines(first: 100) { edges { node {
       id version openFields files { id name url uploadedBy } } } } } } } } }`,
    { id: round.id },
    officer,
  )
  const report = found.reports.edges[0]?.node
  if (report === undefined) throw new Error("there is no report")
  return { ...report, lines: report.lines.edges.map(({ node }) => node) }
}

const upload = (name = "minh-chung.pdf", by = officer) => uploadWell(rounds.subgraph, by, name, smallPdf())

const attach = ({ id, version }: Row, fileIds: string[], by = officer) =>
  rounds.carryOut("attachReportLineFiles", "AttachReportLineFilesInput", "line", { id, version, fileIds }, by)

const answer = ({ id, version }: Row) =>
  rounds.carryOut(
    "saveReportLine",
    "SaveReportLineInput",
    "line",
    { id, version, answer: "NO_CHANGE" },
    officer,
  )

const move = (mutation: string, { id, version }: Row, by = officer) =>
  rounds.carryOut(mutation, "MoveAgencyReportInput", "report", { id, version }, by)

const fetched = async (id: string, by: typeof officer | null) =>
  (await askForFile(rounds.subgraph, by, "GET", `/files/reporting/${id}`)).status

test("files prove what a line says; who reads the line fetches them, and what is written beside them keeps them", async () => {
  const round = await rounds.openRound({ agencyIds: [agencyId("so-tai-chinh")] })
  const [line] = (await reportIn(round)).lines
  if (line === undefined) throw new Error("there is no line")
  const file = await upload("Tờ trình số 12.pdf")
  expect(await fetched(file, coordinator)).toBe(404)
  const attached = await well(attach(line, [file, file]))
  expect((await reportIn(round)).lines.find(({ id }) => id === line.id)?.files).toMatchObject([
    { id: file, name: "Tờ trình số 12.pdf", url: `/files/reporting/${file}` },
  ])
  for (const [by, status] of [
    [officer, 200],
    [coordinator, 200],
    [stranger, 404],
    [null, 404],
  ] as const)
    expect(await fetched(file, by)).toBe(status)
  await well(answer(attached))
  expect((await reportIn(round)).lines.find(({ id }) => id === line.id)?.files).toHaveLength(1)
})

test("what another person uploaded is not attached, and nothing to another agency's line", async () => {
  const round = await rounds.openRound({ agencyIds: [agencyId("so-tai-chinh")] })
  const [line] = (await reportIn(round)).lines
  if (line === undefined) throw new Error("there is no line")
  expect((await attach(line, [await upload("a.pdf", stranger)])).userErrors).toMatchObject([
    { reason: "FILE_NOT_READY", field: "fileIds" },
  ])
  expect((await attach(line, [await upload("a.pdf", stranger)], stranger)).userErrors).toMatchObject([
    { reason: "REPORT_NOT_YOURS" },
  ])
})

test("after a return files change only where they were returned", async () => {
  const round = await rounds.openRound({ agencyIds: [agencyId("so-tai-chinh")] })
  const { lines } = await reportIn(round)
  for (const line of lines) await well(answer(line))
  const report = await reportIn(round)
  expect((await attach(report.lines[0] as Row, [], stranger)).userErrors).toHaveLength(1)
  const submitted = await well(move("submitAgencyReport", report))
  expect((await attach((await reportIn(round)).lines[0] as Row, [await upload()])).userErrors).toMatchObject([
    { reason: "REPORT_NOT_WRITABLE" },
  ])
  const sent = await well(move("sendAgencyReport", await well(move("approveAgencyReport", submitted, head))))
  const [returned, other] = (await reportIn(round)).lines
  await well(
    rounds.carryOut("returnAgencyReport", "ReturnAgencyReportInput", "report", {
      ...sent,
      toCorrect: [
        { lineId: returned?.id, field: "FILES", reason: "Thiếu văn bản" },
        { lineId: other?.id, field: "PROGRESS", reason: "Chưa rõ" },
      ],
    }),
  )
  expect((await reportIn(round)).lines.slice(0, 2).map(({ openFields }) => openFields)).toEqual([
    ["FILES"],
    ["PROGRESS"],
  ])
  await well(attach(returned as Row, [await upload()]))
  expect((await attach(other as Row, [await upload()])).userErrors).toMatchObject([
    { reason: "FIELD_NOT_RETURNED", field: "fileIds" },
  ])
})
