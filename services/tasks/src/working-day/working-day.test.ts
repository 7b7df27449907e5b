import { ask } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { coordinator, officerOf, type RunningPlan, startPlan } from "../recording/testing.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2026-11-26")
})

afterAll(async () => {
  await plan?.stop()
})

interface Row {
  id: string
  version: number
  day: string
  kind: string
  name: string
  source: string
  confirmedOn: string | null
  document: { number: string; issuedOn: string; issuer: string; link: string | null } | null
}

const ROW = "id version day kind name source confirmedOn document { number issuedOn issuer link }"
const ANNOUNCEMENT = {
  number: "10/TB-BNV",
  issuedOn: "2026-11-20",
  issuer: "Bộ Nội vụ",
  link: "https://moha.gov.vn/tb-10",
}

async function year(of: number): Promise<Row[]> {
  const { calendarExceptions } = await plan.ask<{ calendarExceptions: Row[] }>(
    `query ($year: Int!) { calendarExceptions(year: $year) { ${ROW} } }`,
    { year: of },
  )
  return calendarExceptions
}

async function findings(of: number): Promise<string[]> {
  const { calendarFindings } = await plan.ask<{ calendarFindings: { kind: string; day: string | null }[] }>(
    "query ($year: Int!) { calendarFindings(year: $year) { kind day } }",
    { year: of },
  )
  return calendarFindings.map(({ kind, day }) => `${kind} ${day}`)
}

const record = (mutation: string, input: Record<string, unknown>, identity = coordinator) =>
  plan.record<Row>(identity, mutation, input, "exception", ROW)

test("what is there at first says where it comes from, and is confirmed by nobody", async () => {
  const days = [...(await year(2025)), ...(await year(2026)), ...(await year(2027))]
  expect(days.length).toBeGreaterThan(30)
  for (const { source, confirmedOn, document } of days) {
    expect(source).not.toBe("")
    expect([confirmedOn, document]).toEqual([null, null])
  }
  expect(await findings(2025)).toEqual([])
  expect(await findings(2026)).toEqual([])
  expect(await findings(2027)).toEqual([
    "TET_NOT_FIVE_DAYS 2027-02-06",
    "NATIONAL_DAY_NOT_TWO_DAYS 2027-09-02",
  ])
})

test("a coordinator adds, confirms, corrects and withdraws a day with its announcement, and all of it is kept", async () => {
  const day = { day: "2027-02-04", kind: "OFF", name: "Tết Đinh Mùi, 28 tháng Chạp" }
  const added = await record("recordCalendarException", { ...day, document: ANNOUNCEMENT })
  expect(added.refusals).toEqual([])
  expect(added.row).toMatchObject({
    source: "10/TB-BNV, Bộ Nội vụ",
    confirmedOn: "2026-11-26",
    document: ANNOUNCEMENT,
  })
  expect(await findings(2027)).toEqual(["NATIONAL_DAY_NOT_TWO_DAYS 2027-09-02"])

  const standing = (await year(2027)).find((one) => one.day === "2027-02-05")
  const { id, version, name, source } = standing ?? {}
  const same = { id, version, day: "2027-02-05", kind: "OFF", name, source, document: ANNOUNCEMENT }
  const confirmed = await record("correctCalendarException", same)
  expect(confirmed.row).toMatchObject({ source, confirmedOn: "2026-11-26", document: ANNOUNCEMENT })
  expect((await record("correctCalendarException", same)).refusals).toEqual(["version VERSION_STALE"])
  expect(
    (await record("correctCalendarException", { ...same, version: 2, day: "2027-02-04" })).refusals,
  ).toEqual(["day ALREADY_RECORDED"])

  const given = { id: added.row?.id, version: 1 }
  expect((await record("withdrawCalendarException", given)).refusals).toEqual(["reason BASIS_MISSING"])
  expect((await record("withdrawCalendarException", { ...given, document: ANNOUNCEMENT })).refusals).toEqual(
    [],
  )
  expect((await year(2027)).map((one) => one.day)).not.toContain("2027-02-04")

  const { calendarException } = await plan.ask<{
    calendarException: { history: { edges: { node: { action: string } }[] } }
  }>("query ($id: ID!) { calendarException(id: $id) { history { edges { node { action } } } } }", { id })
  expect(calendarException.history.edges.map(({ node }) => node.action)).toEqual([
    "calendar_exception.corrected",
  ])
})

test.each([
  [{ day: "2027-02-06", kind: "OFF", name: "Tết" }, ["day DAY_ON_WEEKEND"]],
  [{ day: "2027-02-04", kind: "WORKED", name: "Làm bù" }, ["day DAY_NOT_ON_WEEKEND"]],
  [{ day: "2027-09-03", kind: "OFF", name: "Quốc khánh", document: null }, ["source SOURCE_MISSING"]],
  [
    {
      day: "2027-09-03",
      kind: "OFF",
      name: " ",
      document: { number: " ", issuer: "", issuedOn: "2026-11-27", link: "moha.gov.vn" },
    },
    [
      "name NAME_MISSING",
      "document.number DOCUMENT_NUMBER_MISSING",
      "document.issuer DOCUMENT_ISSUER_MISSING",
      "document.issuedOn DATE_IN_FUTURE",
      "document.link LINK_MALFORMED",
    ],
  ],
])("a day that cannot be is refused: %j", async (input, refusals) => {
  const given = { document: ANNOUNCEMENT, ...input }
  expect((await record("recordCalendarException", given)).refusals).toEqual(refusals)
})

test("nobody but a coordinator changes the calendar", async () => {
  const { errors } = await ask(
    plan.subgraph,
    `mutation { correctCalendarException(input: { idempotencyKey: "x", id: "x", version: 1, day: "2027-02-05", kind: OFF,
      name: "Tết", document: { number: "1", issuedOn: "2026-01-01", issuer: "x" } }) { userErrors { reason } } }`,
    {},
    officerOf("so-noi-vu"),
  )
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN")
})
