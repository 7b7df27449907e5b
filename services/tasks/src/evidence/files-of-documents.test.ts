import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Identity } from "@plan43/authorization"
import { askForFile, smallPdf, uploadWell } from "@plan43/evidence/testing"
import { personOf } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
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

describe("what was decided about an obstacle rests on a file", () => {
  interface Obstacle {
    id: string
    version: number
  }

  const raise = async (who: Identity, details: object = {}) => {
    const input = {
      ...{ title: "Chưa có định mức chi", description: "Chưa có định mức", category: "FUNDING" },
      ...{ proposal: "Ban hành định mức", addressee: "CITY" },
    }
    const raised = await plan.record<Obstacle>(
      who,
      "raiseObstacle",
      { ...input, ...details },
      "obstacle",
      "id version",
    )
    expect(raised.refusals).toEqual([])
    return raised.row as Obstacle
  }

  const step = async (who: Identity, mutation: string, { id, version }: Obstacle, given: object) => {
    const taken = await plan.record<Obstacle>(
      who,
      mutation,
      { id, version, words: "Đồng ý", ...given },
      "obstacle",
      "id version",
    )
    return { refusals: taken.refusals, row: taken.row as Obstacle }
  }

  const document = (...fileIds: string[]) => ({
    document: { number: "120/QĐ-UBND", issuedOn: "2025-03-28", issuer: "UBND Thành phố", fileIds },
  })

  test("that all who raised it may fetch, those of merged ones too, and nobody else", async () => {
    const leader = personOf("CITY_LEADER")
    const own = await raise(officer)
    const others = await raise(stranger)
    const sentUpWith = await upload(coordinator, "Tờ trình.pdf")
    const decidedWith = await upload(leader, "Quyết định của Thành phố.pdf")
    await step(coordinator, "mergeObstacle", others, { intoId: own.id })
    const accepted = await step(coordinator, "acceptObstacle", own, {})
    const sent = await step(coordinator, "sendUpObstacle", accepted.row, document(sentUpWith))
    expect(sent.refusals).toEqual([])
    expect(
      (await step(leader, "decideObstacle", sent.row, document(sentUpWith, sentUpWith))).refusals,
    ).toEqual([])
    const again = await raise(officer)
    const sentAgain = await step(
      coordinator,
      "sendUpObstacle",
      (await step(coordinator, "acceptObstacle", again, {})).row,
      {},
    )
    await step(coordinator, "mergeObstacle", await raise(stranger), { intoId: again.id })
    expect((await step(leader, "decideObstacle", sentAgain.row, document(decidedWith))).refusals).toEqual([])

    // Sent up with, and decided with in the first
    for (const who of [officer, stranger, coordinator, leader])
      expect(await statusOf(who, sentUpWith)).toBe(200)
    for (const who of [officer, stranger, coordinator]) expect(await statusOf(who, decidedWith)).toBe(200)
    for (const who of [officerOf("so-xay-dung"), null]) {
      expect(await statusOf(who, sentUpWith)).toBe(404)
      expect(await statusOf(who, decidedWith)).toBe(404)
    }
    const { obstacle } = await plan.ask<{
      obstacle: { steps: { document: { files: { name: string }[] } | null }[] }
    }>(
      "query ($id: ID!) { obstacle(id: $id) { steps { document { files { name } } } } }",
      { id: own.id },
      officer,
    )
    expect(obstacle.steps.map((each) => each.document?.files.map(({ name }) => name) ?? null)).toEqual([
      ...[null, null],
      ...[["Tờ trình.pdf"], ["Tờ trình.pdf"]],
    ])
  })

  test("that what was only sent up with is not for those whose obstacle was merged into it", async () => {
    const own = await raise(officer)
    await step(coordinator, "mergeObstacle", await raise(stranger), { intoId: own.id })
    const id = await upload(coordinator, "Tờ trình 2.pdf")
    const accepted = await step(coordinator, "acceptObstacle", own, {})
    await step(coordinator, "sendUpObstacle", accepted.row, document(id))
    expect(await statusOf(officer, id)).toBe(200)
    expect(await statusOf(stranger, id)).toBe(404)
  })

  test("of whoever records it, by an address as every other form takes it", async () => {
    const accepted = await step(coordinator, "acceptObstacle", await raise(officer), {})
    const others = await upload(stranger, "Của cơ quan khác.pdf")
    const sendUp = (given: object) =>
      step(coordinator, "sendUpObstacle", accepted.row, { document: { ...document().document, ...given } })
    expect((await sendUp({ fileIds: [others] })).refusals).toEqual(["document.fileIds FILE_NOT_READY"])
    expect((await sendUp({ link: "mailto:a@example.org" })).refusals).toEqual([
      "document.link LINK_MALFORMED",
    ])
    expect((await sendUp({ link: " HTTPS://example.org/to-trinh " })).refusals).toEqual([])
  })
})

test("a recorded document has its file, which is as public as the document; a correction may keep it", async () => {
  const id = await upload(coordinator, "Nghị định.pdf")
  const { task } = await plan.ask<{ task: { deadline: { triggers: { id: string; version: number }[] } } }>(
    `{ task(code: "15") { deadline { triggers { id version } } } }`,
  )
  const [trigger] = task.deadline.triggers
  if (trigger === undefined) throw new Error("task 15 waits for nothing")
  const documentOf = (number: string, fileIds: string[]) => ({
    ...{ kind: "DECREE", number, issuer: "Chính phủ", issuedOn: "2025-03-01", effectiveOn: "2025-04-15" },
    fileIds,
  })
  const record = async (version: number, number: string, fileIds: string[]) => {
    const document = documentOf(number, fileIds)
    const { previewDocument } = await plan.ask<{ previewDocument: { preview: { token: string } } }>(
      "query ($input: PreviewDocumentInput!) { previewDocument(input: $input) { preview { token } } }",
      { input: { id: trigger.id, version, document } },
    )
    return plan.record<{ version: number; document: { files: { id: string; name: string }[] } }>(
      coordinator,
      "recordDocument",
      { id: trigger.id, version, document, preview: previewDocument.preview.token, reason: "nhập nhầm số" },
      "trigger",
      "version document { files { id name } }",
    )
  }
  expect((await record(trigger.version, "1/NĐ-CP", [randomUUID()])).refusals).toEqual([
    "fileIds FILE_NOT_READY",
  ])
  expect(await statusOf(null, id)).toBe(404)
  const recorded = await record(trigger.version, "1/NĐ-CP", [id])
  expect(recorded).toMatchObject({
    refusals: [],
    row: { document: { files: [{ id, name: "Nghị định.pdf" }] } },
  })
  for (const who of [null, stranger, coordinator]) expect(await statusOf(who, id)).toBe(200)
  const corrected = await record(recorded.row?.version ?? 0, "2/NĐ-CP", [id])
  expect(corrected).toMatchObject({ refusals: [], row: { document: { files: [{ id }] } } })
})

test("an extension rests on the agency's file, its decision on another, for those who read the extension", async () => {
  const askedWith = await upload(officer, "Công văn đề nghị.pdf")
  const decidedWith = await upload(coordinator, "Thông báo.pdf")
  const { task } = await plan.ask<{ task: { obligations: { id: string; version: number }[] } }>(
    `{ task(code: "12") { obligations { id version } } }`,
  )
  const [owed] = task.obligations
  const asked = await plan.record<{ id: string; version: number; files: { id: string }[] }>(
    officer,
    "requestExtension",
    {
      ...{ obligationId: owed?.id, version: owed?.version, dueOn: "2030-12-31", reason: "Chờ kinh phí" },
      fileIds: [askedWith],
    },
    "extension",
    "id version files { id }",
  )
  expect(asked).toMatchObject({ refusals: [], row: { files: [{ id: askedWith }] } })
  const decided = await plan.record<object>(
    coordinator,
    "decideExtension",
    { id: asked.row?.id, version: asked.row?.version, granted: true, fileIds: [decidedWith] },
    "extension",
    "files { id } decidedFiles { id }",
  )
  expect(decided).toEqual({
    refusals: [],
    row: { files: [{ id: askedWith }], decidedFiles: [{ id: decidedWith }] },
  })
  for (const id of [askedWith, decidedWith]) {
    for (const who of [officer, coordinator]) expect(await statusOf(who, id)).toBe(200)
    for (const who of [stranger, null]) expect(await statusOf(who, id)).toBe(404)
  }
})
