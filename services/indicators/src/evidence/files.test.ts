import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { askForFile, beginUpload, smallPdf, uploadWell } from "@plan43/evidence/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { indicators } from "../subgraph.ts"

let folder: string
let database: TestDatabase
let subgraph: RunningSubgraph
let indicatorId: string
let idOf: (code: string) => string

const officer = personOf("AGENCY_OFFICER", stableId("agency", "so-khcn"))
const colleague: Identity = { ...officer, id: "colleague" }
const anothers = personOf("AGENCY_OFFICER", stableId("agency", "so-tai-chinh"))
const coordinator = personOf("COORDINATOR")

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan43-observation-files-"))
  process.env.EVIDENCE_DIR = folder
  const plan = readPlan(publishedPlanText())
  database = await createTestDatabase()
  subgraph = await startForTest(indicators, database.urls.indicators)
  await fillTables(database.urls.indicators, planImport, { plan, register: agencyRegister })
  idOf = (code) => stableId("indicator", planKeyOf(plan), code)
  indicatorId = idOf("9")
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

interface Recorded {
  observation: { id: string; version: number; files: { id: string; name: string; url: string }[] } | null
  userErrors: { reason: string; field: string }[]
}

const FIELDS = "observation { id version files { id name mediaType size url } } userErrors { reason field }"

async function record(who: Identity, periodKey: string, fileIds: string[]): Promise<Recorded> {
  const { recordObservation } = await askWell<{ recordObservation: Recorded }>(
    subgraph,
    `mutation ($input: RecordObservationInput!) { recordObservation(input: $input) { ${FIELDS} } }`,
    {
      input: {
        ...{
          idempotencyKey: randomUUID(),
          indicatorId,
          periodKey,
          value: 25,
          unit: "% GRDP",
          provisional: true,
        },
        ...{ source: "Cục Thống kê", fileIds },
      },
    },
    who,
  )
  return recordObservation
}

const statusOf = async (who: Identity | null, id: string) =>
  (await askForFile(subgraph, who, "GET", `/files/indicators/${id}`)).status

test("a file of an observation is read by whoever reads the observation, and by the public once it is published", async () => {
  const id = await uploadWell(subgraph, officer, "Số liệu 2024.pdf", smallPdf())
  const { observation, userErrors } = await record(officer, "2024", [id, id])
  expect(userErrors).toEqual([])
  expect(observation?.files).toEqual([
    {
      ...{ id, name: "Số liệu 2024.pdf", mediaType: "application/pdf", size: 200 },
      url: `/files/indicators/${id}`,
    },
  ])
  const all = [officer, colleague, coordinator, anothers, null]
  expect(await Promise.all(all.map((who) => statusOf(who, id)))).toEqual([200, 200, 200, 404, 404])

  await askWell(
    subgraph,
    `mutation ($input: PublishRecordInput!) { setObservationPublished(input: $input) { userErrors { reason } } }`,
    {
      input: {
        ...{ idempotencyKey: randomUUID(), published: true },
        ...{ id: observation?.id, version: observation?.version },
      },
    },
    coordinator,
  )
  expect(await Promise.all(all.map((who) => statusOf(who, id)))).toEqual([200, 200, 200, 200, 200])

  // A correction keeps what it may read, though somebody else uploaded it.
  const { correctObservation } = await askWell<{ correctObservation: Recorded }>(
    subgraph,
    `mutation ($input: CorrectObservationInput!) { correctObservation(input: $input) { ${FIELDS} } }`,
    {
      input: {
        ...{ idempotencyKey: randomUUID(), id: observation?.id, version: (observation?.version ?? 0) + 1 },
        ...{
          reason: "nhập nhầm",
          value: 26,
          unit: "% GRDP",
          provisional: false,
          source: "Cục Thống kê",
          fileIds: [id],
        },
      },
    },
    colleague,
  )
  expect(correctObservation).toMatchObject({ observation: { files: [{ id }] }, userErrors: [] })
})

test("what is not whole, not one's own, or not there cannot be attached", async () => {
  const begun = await beginUpload(subgraph, officer, "a.pdf", 200)
  const unfinished = begun.headers.get("location")?.split("/").at(-1) ?? ""
  const others = await uploadWell(subgraph, anothers, "a.pdf", smallPdf())
  const colleagues = await uploadWell(subgraph, colleague, "a.pdf", smallPdf())
  for (const id of [unfinished, others, colleagues, randomUUID(), "no-id", "' or true --"])
    expect(await record(officer, "2023", [id])).toEqual({
      observation: null,
      userErrors: [{ reason: "FILE_NOT_READY", field: "fileIds" }],
    })
  const many = await Promise.all(
    Array.from({ length: 11 }, () => uploadWell(subgraph, officer, "a.pdf", smallPdf())),
  )
  expect(await record(officer, "2023", many)).toMatchObject({ userErrors: [{ reason: "TOO_MANY_FILES" }] })
  expect(await statusOf(officer, others)).toBe(404)
})

describe("what a coordinator sets is proved by files:", () => {
  const PROOFS = [
    [
      ...["Baseline", "baseline", "9"],
      (fileIds: string[]) => ({
        baseline: { on: "2025-01-01", value: 20, unit: "% GRDP", source: "Cục Thống kê", fileIds },
      }),
    ],
    [
      ...["Milestone", "milestone", "9"],
      (fileIds: string[]) => ({
        milestone: { on: "2028-12-31", value: 30, unit: "% GRDP", source: "Chương trình", fileIds },
      }),
    ],
    [
      ...["Judgement", "judgement", "1"],
      (fileIds: string[]) => ({
        ...{ state: "REACHED", on: "2025-06-30", evidence: "Báo cáo xếp hạng", source: "Bộ" },
        fileIds,
      }),
    ],
    [
      ...["DirectedTarget", "directedTarget", "27"],
      (fileIds: string[]) => ({
        target: {
          ...{ kind: "QUALITATIVE", note: "Theo văn bản", documentNumber: "7/BCA" },
          ...{ documentIssuedOn: "2025-06-30", documentIssuer: "Bộ Công an", fileIds },
        },
      }),
    ],
  ] as [string, string, string, (fileIds: string[]) => object][]

  test.each(PROOFS)("%s", async (name, field, code, detailsWith) => {
    const record = async (fileIds: string[]) => {
      const answer = await askWell<Record<string, Record<string, unknown> & Pick<Recorded, "userErrors">>>(
        subgraph,
        `mutation ($input: Record${name}Input!) { recorded: record${name}(input: $input) {
          ${field} { id version files { id name } } userErrors { reason field } } }`,
        {
          input: {
            ...{ idempotencyKey: randomUUID(), indicatorId: idOf(code) },
            ...detailsWith(fileIds),
          },
        },
        coordinator,
      )
      const { userErrors, [field]: row } = answer.recorded as (typeof answer)[string]
      return { userErrors, row: row as { id: string; version: number } | null }
    }
    const others = await uploadWell(subgraph, anothers, "a.pdf", smallPdf())
    expect(await record([others])).toEqual({
      row: null,
      userErrors: [{ reason: "FILE_NOT_READY", field: "fileIds" }],
    })
    const id = await uploadWell(subgraph, coordinator, "Minh chứng.pdf", smallPdf())
    const { row, userErrors } = await record([id])
    expect({ row, userErrors }).toMatchObject({
      row: { files: [{ id, name: "Minh chứng.pdf" }] },
      userErrors: [],
    })
    expect(await statusOf(coordinator, id)).toBe(200)
    expect(await statusOf(null, id)).toBe(404)
    await askWell(
      subgraph,
      `mutation ($input: PublishRecordInput!) { set${name}Published(input: $input) { userErrors { reason } } }`,
      {
        input: {
          ...{ idempotencyKey: randomUUID(), published: true },
          ...{ id: row?.id, version: row?.version },
        },
      },
      coordinator,
    )
    expect(await statusOf(null, id)).toBe(200)
  })
})

test("an observation has a timeline of all its revisions, for those who may read them", async () => {
  const { observation } = await record(officer, "2022", [])
  await askWell(
    subgraph,
    `mutation ($input: CorrectObservationInput!) { correctObservation(input: $input) { userErrors { reason } } }`,
    {
      input: {
        ...{ idempotencyKey: randomUUID(), id: observation?.id, version: observation?.version },
        ...{ reason: "nhập nhầm", value: 26, unit: "% GRDP", provisional: false, source: "Cục Thống kê" },
      },
    },
    officer,
  )
  const historyFor = async (who: Identity) => {
    const { _entities: found } = await askWell<{
      _entities: ({ history: { edges: { node: { action: string; reason: string | null } }[] } } | null)[]
    }>(
      subgraph,
      `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on Observation { history { edges { node { action reason } } } } } }`,
      { r: [{ __typename: "Observation", id: observation?.id }] },
      who,
    )
    return found[0]?.history.edges.map(({ node }) => `${node.action} ${node.reason}`) ?? null
  }
  const whole = ["observation.corrected nhập nhầm", "observation.recorded null"]
  expect(await historyFor(officer)).toEqual(whole)
  expect(await historyFor(coordinator)).toEqual(whole)
  expect(await historyFor(anothers)).toBe(null)
})
