import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Identity } from "@plan43/authorization"
import { askForFile, smallPdf, uploadWell } from "@plan43/evidence/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"

let folder: string
let plan: RunningPlan

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan43-files-of-documents-"))
  process.env.EVIDENCE_DIR = folder
  plan = await startPlan("2025-04-01")
})

afterAll(async () => {
  await plan?.stop()
  await rm(folder, { recursive: true, force: true })
})

const officer = officerOf("so-noi-vu")
const stranger = officerOf("so-tai-chinh")

const statusOf = async (who: Identity | null, id: string) =>
  (await askForFile(plan.subgraph, who, "GET", `/files/tasks/${id}`)).status

const upload = (who: Identity, name: string) => uploadWell(plan.subgraph, who, name, smallPdf())

async function obligationOf(code: string): Promise<{ id: string; version: number }> {
  const { task } = await plan.ask<{ task: { obligations: { id: string; version: number }[] } }>(
    "query ($code: String!) { task(code: $code) { obligations { id version } } }",
    { code },
  )
  const [obligation] = task.obligations
  if (obligation === undefined) throw new Error(`nobody owes task ${code}`)
  return obligation
}

interface Report {
  id: string
  version: number
  result: { fileIds: string[]; files: { name: string; uploadedBy: string | null; url: string }[] }
}

async function complete(who: Identity, fileIds: string[]) {
  const { id, version } = await obligationOf("12")
  return plan.record<Report>(
    who,
    "reportProgress",
    {
      ...{ obligationId: id, version, answer: "PROGRESS", state: "COMPLETED", completedOn: "2025-03-28" },
      result: { number: "12/QĐ-UBND", issuedOn: "2025-03-28", issuer: "UBND Thành phố", fileIds },
    },
    "report",
    "id version result { fileIds files { name uploadedBy url } }",
  )
}

test("a document is proved by its file as well as by a link, and the file goes the way of the report", async () => {
  expect((await complete(officer, [])).refusals).toEqual(["result.link RESULT_EVIDENCE_MISSING"])

  const id = await upload(officer, "Quyết định 12.pdf")
  const { row, refusals } = await complete(officer, [id])
  expect(refusals).toEqual([])
  expect(row?.result).toEqual({
    fileIds: [id],
    files: [{ name: "Quyết định 12.pdf", uploadedBy: officer.name, url: `/files/tasks/${id}` }],
  })
  expect(await statusOf(officer, id)).toBe(200)
  expect(await statusOf(coordinator, id)).toBe(200)
  expect(await statusOf(stranger, id)).toBe(404)
  expect(await statusOf(null, id)).toBe(404)

  const published = await plan.record(
    coordinator,
    "setReportPublished",
    { id: row?.id, version: row?.version, published: true },
    "report",
    "id",
  )
  expect(published.refusals).toEqual([])
  expect(await statusOf(null, id)).toBe(200)
  const { progressReport } = await plan.ask<{ progressReport: Report }>(
    "query ($id: ID!) { progressReport(id: $id) { result { files { name uploadedBy } } } }",
    { id: row?.id },
    { ...stranger, agencyId: null, scopes: [] },
  )
  expect(progressReport.result.files).toHaveLength(1)
})

test("another agency's file, one that is not there, and what is no id are refused", async () => {
  const others = await upload(stranger, "Của cơ quan khác.pdf")
  for (const id of [others, randomUUID(), "../secrets"])
    expect(await complete(officer, [id])).toEqual({ row: null, refusals: ["result.fileIds FILE_NOT_READY"] })
  expect(await statusOf(officer, others)).toBe(404)
})

test("a decision rests on a file, too", async () => {
  const id = await upload(coordinator, "Công văn tạm dừng.pdf")
  const { task } = await plan.ask<{ task: { id: string; version: number } }>(
    `{ task(code: "50") { id version } }`,
  )
  const decided = await plan.record<{ document: { files: { name: string }[] } }>(
    coordinator,
    "suspendTask",
    { ...task, basis: "Theo chỉ đạo", document: { number: "50/CV", fileIds: [id] } },
    "decision",
    "document { files { name } }",
  )
  expect(decided).toEqual({
    row: { document: { files: [{ name: "Công văn tạm dừng.pdf" }] } },
    refusals: [],
  })
  expect(await statusOf(null, id)).toBe(404)
})
