import { createHash, randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { CalendarDate } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RecordingContext, RunningSubgraph } from "@plan43/subgraph"
import { startForTest } from "@plan43/subgraph/testing"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type ActivityDetails, createActivity, withdrawActivity } from "../activity/record-activity.ts"
import { type AgreementDetails, createAgreement } from "../agreement/record-agreement.ts"
import { createPartner } from "../partner/record-partner.ts"
import { planImport } from "../plan-import/index.ts"
import { coordinatorOf, recordedBy } from "../recording/testing.ts"
import { cooperation } from "../subgraph.ts"
import { shownToReportingSql } from "./shown-to-reporting.ts"

const RECORDED_ON = "2026-05-20"
const DEPARTMENT = stableId("agency", "so-khcn")

let database: TestDatabase
let subgraph: RunningSubgraph
let coordinator: RecordingContext
let reporting: pg.Client
let partnerIds: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  subgraph = await startForTest(cooperation, database.urls.cooperation)
  const plan = readPlan(publishedPlanText())
  await fillTables(database.urls.cooperation, planImport, { plan, register: agencyRegister })
  coordinator = coordinatorOf(subgraph)
  const city = { countryCode: "FR", fields: [], website: null, note: null }
  partnerIds = await Promise.all(
    ["Vùng Île-de-France", "Thành phố Toulouse"].map(async (name) => {
      const details = { ...city, name, kind: "CITY_OR_REGION" } as const
      return recordedBy(await createPartner(coordinatorOf(subgraph), once(), details)).id
    }),
  )
  reporting = new pg.Client({ connectionString: database.urls.reporting })
  await reporting.connect()
})

afterAll(async () => {
  await reporting?.end()
  await subgraph?.stop()
  await database?.drop()
})

const once = () => ({ idempotencyKey: randomUUID(), reason: null })
const day = (text: string) => text as CalendarDate

/** The rows of a table as if they had been recorded on a day. */
async function recordedOn(table: "agreement" | "activity", id: string): Promise<void> {
  await subgraph.orm.em
    .getConnection()
    .execute(`update ${table} set created_at = ? where id = ?`, [`${RECORDED_ON}T09:00:00+07:00`, id])
}

async function agree(title: string, given: Partial<AgreementDetails>): Promise<void> {
  const details: AgreementDetails = {
    ...{ title, number: null, level: "CITY", state: "IN_FORCE", legalRegime: "INTERNATIONAL_AGREEMENT" },
    ...{ signedOn: null, inForceOn: null, expiresOn: null, renewal: null, commitments: null },
    ...{ signatories: ["Bà Nguyễn Thị Ký"], partnerIds, responsibleAgencyId: DEPARTMENT, programmeId: null },
    ...given,
  }
  await recordedOn(
    "agreement",
    recordedBy(await createAgreement(coordinatorOf(subgraph), once(), details)).id,
  )
}

async function hold(title: string, given: Partial<ActivityDetails>) {
  const details: ActivityDetails = {
    ...{ title, kind: "DELEGATION_OUT", purpose: null, startsOn: null, endsOn: null, place: null },
    ...{
      countryCode: null,
      participants: ["Ông Trần Văn Đi"],
      outputs: null,
      followUps: null,
      partnerIds: [],
    },
    ...{ agreementId: null, programmeId: null, responsibleAgencyId: null },
    ...given,
  }
  const held = recordedBy(await createActivity(coordinatorOf(subgraph), once(), details))
  await recordedOn("activity", held.id)
  return held
}

async function shown(name: "reported_agreements" | "reported_activities", after: string | null, by: string) {
  const { rows } = await reporting.query<Record<string, unknown>>(
    `select * from cooperation.${name}($1, $2)`,
    [after, by],
  )
  return rows
}

const titlesOf = (rows: readonly Record<string, unknown>[]) => rows.map(({ title }) => title)

test("reporting is shown agreements that were signed or in force in the period, with partners and without who signed", async () => {
  await agree("Từ trước, còn hiệu lực", { signedOn: day("2024-03-01"), number: "01/BGN" })
  await agree("Ký sau kỳ", { state: "SIGNED", signedOn: day("2026-06-01") })
  await agree("Hết trong kỳ", {
    state: "EXPIRED",
    signedOn: day("2023-01-01"),
    expiresOn: day("2025-11-16"),
  })
  await agree("Hết trước kỳ", {
    state: "EXPIRED",
    signedOn: day("2023-01-02"),
    expiresOn: day("2025-11-15"),
  })
  await agree("Không rõ ngày", {})
  await agree("Đang đàm phán", { state: "NEGOTIATING" })
  await agree("Đã chấm dứt", { state: "TERMINATED", signedOn: day("2025-01-01") })
  const rows = await shown("reported_agreements", "2025-11-15", "2026-05-31")
  expect(titlesOf(rows)).toEqual(["Hết trong kỳ", "Từ trước, còn hiệu lực", "Không rõ ngày"])
  expect(rows[1]).toMatchObject({
    number: "01/BGN",
    partners: ["Thành phố Toulouse", "Vùng Île-de-France"],
    agency_id: DEPARTMENT,
  })
  expect(JSON.stringify(rows)).not.toContain("Nguyễn Thị Ký")
  expect(titlesOf(await shown("reported_agreements", null, "2026-05-31"))).toContain("Hết trước kỳ")
  expect(await shown("reported_agreements", null, "2026-05-19")).toEqual([])
})

test("reporting is shown activities that were going on in the period, and not who took part", async () => {
  await hold("Qua ngày chốt", { startsOn: day("2025-11-14"), endsOn: day("2025-11-16") })
  await hold("Trước kỳ", { startsOn: day("2025-11-15") })
  await hold("Ngày chốt", { startsOn: day("2026-05-31"), endsOn: day("2026-06-02") })
  await hold("Sau kỳ", { startsOn: day("2026-06-01") })
  await hold("Không rõ ngày", {})
  const taken = await hold("Nhập nhầm", { startsOn: day("2026-03-01") })
  recordedBy(await withdrawActivity(coordinator, { ...once(), reason: "nhập nhầm" }, taken))
  const rows = await shown("reported_activities", "2025-11-15", "2026-05-31")
  expect(titlesOf(rows)).toEqual(["Qua ngày chốt", "Ngày chốt"])
  expect(JSON.stringify(rows)).not.toContain("Trần Văn Đi")
})

test("no other service is shown them, reporting sees no table, and the rules are those that were last written", async () => {
  const other = new pg.Client({ connectionString: database.urls.indicators })
  await other.connect()
  await expect(
    other.query("select * from cooperation.reported_agreements(null, '2026-01-01')"),
  ).rejects.toThrow("permission denied")
  await other.end()
  await expect(reporting.query("select * from cooperation.expert")).rejects.toThrow("permission denied")
  // Fails when a rule changed: add a migration that carries out shownToReportingSql() again, then write its hash here
  expect(createHash("sha256").update(shownToReportingSql().join(";")).digest("hex")).toBe(
    "63e44a6189350864e4745b69697143fef69aeee70e0cb8246197b218ae5955b1",
  )
})
