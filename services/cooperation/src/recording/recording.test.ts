import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { CalendarDate } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RecordingContext, RunningSubgraph } from "@plan43/subgraph"
import { startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createActivity } from "../activity/record-activity.ts"
import { type AgreementDetails, createAgreement, updateAgreement } from "../agreement/record-agreement.ts"
import { createPartner, type PartnerDetails, updatePartner } from "../partner/record-partner.ts"
import { planImport } from "../plan-import/index.ts"
import { cooperation } from "../subgraph.ts"
import { coordinatorOf, recordedBy } from "./testing.ts"

let database: TestDatabase
let subgraph: RunningSubgraph
let coordinator: RecordingContext
let programmeId: string

beforeAll(async () => {
  const plan = readPlan(publishedPlanText())
  database = await createTestDatabase()
  subgraph = await startForTest(cooperation, database.urls.cooperation)
  await fillTables(database.urls.cooperation, planImport, { plan, register: agencyRegister })
  coordinator = coordinatorOf(subgraph)
  programmeId = stableId("cooperation-programme", planKeyOf(plan), "task-137")
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const once = () => ({ idempotencyKey: randomUUID(), reason: null })

const university: PartnerDetails = {
  name: "Đại học Kỹ thuật",
  kind: "UNIVERSITY",
  countryCode: "FR",
  fields: ["bán dẫn"],
  website: "https://example.org",
  note: null,
}

const memorandum: AgreementDetails = {
  title: "Bản ghi nhớ",
  number: "01/BGN",
  level: "CITY",
  state: "SIGNED",
  legalRegime: "INTERNATIONAL_AGREEMENT",
  signedOn: "2026-02-01" as CalendarDate,
  inForceOn: "2026-03-01" as CalendarDate,
  expiresOn: "2028-03-01" as CalendarDate,
  renewal: null,
  commitments: null,
  signatories: ["UBND Thành phố"],
  partnerIds: [],
  responsibleAgencyId: stableId("agency", "so-khcn"),
  programmeId: null,
}

async function historyOf(id: string) {
  return subgraph.orm.em
    .getConnection()
    .execute<
      { actor: string; action: string; before: object | null; after: object; reason: string | null }[]
    >("select actor, action, before, after, reason from audit_entry where entity_id = ? order by id", [id])
}

async function count(table: string): Promise<number> {
  const [row] = await subgraph.orm.em
    .getConnection()
    .execute<{ total: string }[]>(`select count(*) as total from ${table}`)
  return Number(row?.total)
}

describe("a partner", () => {
  test("is recorded, then changed; its history says by whom, from what, to what and why", async () => {
    const created = recordedBy(await createPartner(coordinator, once(), university))
    expect(created).toMatchObject({ ...university, version: 1 })
    const request = { idempotencyKey: randomUUID(), reason: "đổi tên theo công hàm" }
    const changed = recordedBy(
      await updatePartner(coordinator, request, created, { ...university, name: "Đại học Bách khoa" }),
    )
    expect(changed).toMatchObject({ id: created.id, name: "Đại học Bách khoa", version: 2 })
    expect(changed.createdAt).toEqual(created.createdAt)
    expect(changed.updatedAt > created.updatedAt).toBe(true)
    expect(await historyOf(created.id)).toMatchObject([
      { actor: coordinator.viewer.id, action: "partner.created", before: null, reason: null },
      {
        action: "partner.updated",
        before: { name: "Đại học Kỹ thuật", version: 1 },
        after: { name: "Đại học Bách khoa", version: 2 },
        reason: "đổi tên theo công hàm",
      },
    ])
  })

  test("is not changed by somebody who has not seen its last version", async () => {
    const created = recordedBy(await createPartner(coordinator, once(), university))
    recordedBy(await updatePartner(coordinator, once(), created, { ...university, note: "một" }))
    const outcome = await updatePartner(coordinator, once(), created, { ...university, note: "hai" })
    expect(outcome).toMatchObject({ refusals: [{ reason: "VERSION_STALE", field: "version" }] })
    expect(await historyOf(created.id)).toHaveLength(2)
  })

  test("takes one of two changes that are made at once", async () => {
    const created = recordedBy(await createPartner(coordinator, once(), university))
    const outcomes = await Promise.all(
      ["một", "hai"].map((note) =>
        updatePartner(coordinatorOf(subgraph), once(), created, { ...university, note }),
      ),
    )
    expect(outcomes.filter((outcome) => "recorded" in outcome)).toHaveLength(1)
    expect(outcomes.filter((outcome) => "refusals" in outcome)).toMatchObject([
      { refusals: [{ reason: "VERSION_STALE" }] },
    ])
  })

  test("is recorded once however often, and however close together, the request is repeated", async () => {
    const request = once()
    const before = await count("partner")
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => createPartner(coordinatorOf(subgraph), request, university)),
    )
    const ids = outcomes.map((outcome) => recordedBy(outcome).id)
    expect(new Set(ids).size).toBe(1)
    expect(await count("partner")).toBe(before + 1)
    expect(await historyOf(ids[0] as string)).toHaveLength(1)
  })

  test("is refused under the key of another content, but not under another person's", async () => {
    const request = once()
    recordedBy(await createPartner(coordinator, request, university))
    expect(await createPartner(coordinator, request, { ...university, name: "Đại học khác" })).toMatchObject({
      refusals: [{ reason: "IDEMPOTENCY_KEY_REUSED", field: "idempotencyKey" }],
    })
    recordedBy(await createPartner(coordinatorOf(subgraph, "Người khác"), request, university))
  })

  test("says everything that is wrong at once, and keeps the key free", async () => {
    const request = once()
    const wrong = { ...university, name: " ", countryCode: "UK", website: "javascript:alert(1)" }
    const before = await count("recorded_request")
    const outcome = await createPartner(coordinator, request, wrong)
    expect(outcome).toMatchObject({
      refusals: [
        { reason: "COUNTRY_UNKNOWN", field: "countryCode" },
        { reason: "NAME_MISSING", field: "name" },
        { reason: "WEBSITE_MALFORMED", field: "website" },
      ],
    })
    expect(await count("recorded_request")).toBe(before)
    recordedBy(await createPartner(coordinator, request, university))
  })

  test.each(["không phải định danh", randomUUID()])("is not found under %s", async (id) => {
    expect(await updatePartner(coordinator, once(), { id, version: 1 }, university)).toMatchObject({
      refusals: [{ reason: "NOT_FOUND", field: "id" }],
    })
  })
})

describe("an agreement", () => {
  test("is recorded with its partners, and changed with them", async () => {
    const [first, second] = await Promise.all(
      ["A", "B"].map(async (name) =>
        recordedBy(await createPartner(coordinatorOf(subgraph), once(), { ...university, name })),
      ),
    )
    if (first === undefined || second === undefined) throw new Error("two partners")
    const created = recordedBy(
      await createAgreement(coordinator, once(), { ...memorandum, programmeId, partnerIds: [first.id] }),
    )
    expect(created).toMatchObject({ title: "Bản ghi nhớ", signedOn: "2026-02-01", programmeId })
    recordedBy(
      await updateAgreement(coordinator, once(), created, { ...memorandum, partnerIds: [second.id] }),
    )
    expect(await historyOf(created.id)).toMatchObject([
      { before: null, after: { partner_ids: [first.id], programme_id: programmeId } },
      { before: { partner_ids: [first.id] }, after: { partner_ids: [second.id], programme_id: null } },
    ])
  })

  test.each([
    ["inForceOn", { inForceOn: "2026-01-31" as CalendarDate }],
    ["expiresOn", { expiresOn: "2026-02-28" as CalendarDate }],
    ["expiresOn", { inForceOn: null, expiresOn: "2026-01-31" as CalendarDate }],
  ])("has its dates in order: %s", async (field, dates) => {
    expect(await createAgreement(coordinator, once(), { ...memorandum, ...dates })).toMatchObject({
      refusals: [{ reason: "DATES_OUT_OF_ORDER", field }],
    })
  })

  test("names only partners and programmes that stand; otherwise nothing is written", async () => {
    const before = [await count("agreement"), await count("audit_entry"), await count("recorded_request")]
    for (const [field, details] of [
      ["partnerIds", { partnerIds: [randomUUID()] }],
      ["programmeId", { programmeId: randomUUID() }],
    ] as const)
      expect(await createAgreement(coordinator, once(), { ...memorandum, ...details })).toMatchObject({
        refusals: [{ reason: "NOT_FOUND", field }],
      })
    expect([await count("agreement"), await count("audit_entry"), await count("recorded_request")]).toEqual(
      before,
    )
  })
})

test("an activity ends no earlier than it starts, in a country that exists", async () => {
  const outcome = await createActivity(coordinator, once(), {
    title: "Đoàn ra",
    kind: "DELEGATION_OUT",
    purpose: null,
    startsOn: "2026-05-02" as CalendarDate,
    endsOn: "2026-05-01" as CalendarDate,
    place: null,
    countryCode: "XX",
    participants: [],
    outputs: null,
    followUps: null,
    partnerIds: [],
    agreementId: null,
    programmeId: null,
    responsibleAgencyId: "so-khcn",
  })
  expect(outcome).toMatchObject({
    refusals: [
      { reason: "COUNTRY_UNKNOWN" },
      { reason: "AGENCY_MALFORMED" },
      { reason: "DATES_OUT_OF_ORDER", field: "endsOn" },
    ],
  })
})
