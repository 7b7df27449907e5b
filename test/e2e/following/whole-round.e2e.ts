import { env } from "node:process"
import type { Page } from "@playwright/test"
import { superuserOf } from "../../superuser.ts"
import { askAs, openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { answeredForm, XLSX } from "./excel-form.ts"
import { confirm, downloadOf, enterFile, moveRound, prepareRound, type Row } from "./round-steps.ts"
import { another } from "./two-people.ts"

/** In the order in which they report: two on the platform, two by Excel of which one is late, one not at all. */
const AGENCIES = ["so-tai-chinh", "so-khcn", "so-noi-vu", "so-cong-thuong", "so-gddt"] as const

test("of five agencies one is returned, one reports by Excel, one late and one not at all; the round ends published", async ({
  console: coordinator,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000)
  await openAs(coordinator, "dieu-phoi", "/ky-bao-cao")
  const { id: round } = await moveRound(
    coordinator,
    "openRound",
    await prepareRound(coordinator, AGENCIES, {
      name: "Kỳ báo cáo năm cơ quan",
      cutOffOn: daysFromToday(-1),
      agenciesDueOn: daysFromToday(1),
      cityDueOn: daysFromToday(9),
    }),
  )
  const reports = await reportsOf(coordinator, round)
  await appointHead(coordinator)

  // Two agencies on the platform; the first is returned and corrected
  for (const [agency, officer, head] of [
    ["so-tai-chinh", "dau-moi-tai-chinh", "thu-truong"],
    ["so-khcn", "dau-moi-khcn", "chua-phan-cong"],
  ] as const) {
    const [writing, approving] = [
      await another(browser, baseURL, officer, "/"),
      await another(browser, baseURL, head, "/"),
    ]
    const report = reportOf(reports, agency)
    await answerLines(writing, report.id)
    await bring(writing, approving, report.id)
    if (agency === "so-tai-chinh") {
      await returnFirstLine(coordinator, report.id)
      await coordinator.goto(`/bao-cao/${report.id}`)
      await expect(coordinator.locator("[data-state=RETURNED]")).toBeVisible()
      await correctFirstLine(writing, report.id)
      await bring(writing, approving, report.id)
    }
    await move(coordinator, "acceptAgencyReport", report.id)
    for (const page of [writing, approving]) await page.context().close()
  }

  await reportByExcel(coordinator, reportOf(reports, "so-noi-vu").id)
  await coordinator.goto(`/ky-bao-cao/${round}`)
  await coordinator.getByRole("button", { name: "Nhắc mọi cơ quan chưa gửi" }).click()
  await coordinator.getByRole("dialog").getByRole("button", { name: "Nhắc", exact: true }).click()
  await expect(coordinator.locator("[data-reminded]")).toHaveCount(2)

  // A week goes by
  await passDays(round, 7)
  await coordinator.reload()
  await expect(coordinator.locator("[data-tally=LATE]")).toContainText("2")
  await reportByExcel(coordinator, reportOf(reports, "so-cong-thuong").id)
  await coordinator.goto(`/ky-bao-cao/${round}`)
  await coordinator.locator("[data-tally=LATE]").click()
  await expect(coordinator.locator("a[data-row-link]")).toHaveCount(2)
  await coordinator.goto(`/ky-bao-cao/${round}`)
  await confirm(coordinator, "Khóa kỳ")
  await expect(coordinator.locator("[data-stage=LOCKED]")).toBeVisible()
  await expect(coordinator.locator("[data-tally=INCLUDED]")).toContainText("4")
  await expect(coordinator.locator("[data-tally=DRAFT]")).toContainText("1")
  await move(coordinator, "publishRound", round)
  const visitor = await another(browser, baseURL, null, "/cong-bo")
  await visitor.getByRole("link", { name: "Kỳ báo cáo năm cơ quan" }).click()
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText("Kỳ báo cáo năm cơ quan")
  await visitor.context().close()
})

/** Somebody without a role becomes head of the Department that has none here. */
async function appointHead(page: Page): Promise<void> {
  const { agency } = await askAs<{ agency: { id: string } }>(page, '{ agency(code: "so-khcn") { id } }')
  const { assignPerson } = await askAs<{ assignPerson: { userErrors: object[] } }>(
    page,
    "mutation ($input: AssignPersonInput!) { assignPerson(input: $input) { userErrors { reason field } } }",
    {
      input: {
        ...{ idempotencyKey: crypto.randomUUID(), subject: "chua-phan-cong", name: "Giám đốc (mẫu)" },
        ...{ role: "AGENCY_HEAD", agencyId: agency.id, validFrom: daysFromToday(-30) },
      },
    },
  )
  expect(assignPerson.userErrors).toEqual([])
}

type Reports = readonly { id: string; agency: { code: string } }[]

async function reportsOf(page: Page, roundId: string): Promise<Reports> {
  const { round } = await askAs<{ round: { reports: { edges: { node: Reports[number] }[] } } }>(
    page,
    "query ($id: ID!) { round: reportingRound(id: $id) { reports { edges { node { id agency { code } } } } } }",
    { id: roundId },
  )
  const reports = round.reports.edges.map(({ node }) => node)
  expect(reports.map(({ agency }) => agency.code).toSorted()).toEqual(AGENCIES.toSorted())
  return reports
}

function reportOf(reports: Reports, code: (typeof AGENCIES)[number]): Reports[number] {
  const report = reports.find(({ agency }) => agency.code === code)
  if (report === undefined) throw new Error(`there is no report of ${code}`)
  return report
}

interface Line extends Row {
  openFields: string[]
}

async function linesOf(page: Page, reportId: string): Promise<Line[]> {
  const { agencyReport } = await askAs<{ agencyReport: { lines: { edges: { node: Line }[] } } }>(
    page,
    "query ($id: ID!) { agencyReport(id: $id) { lines(first: 100) { edges { node { id version openFields } } } } }",
    { id: reportId },
  )
  return agencyReport.lines.edges.map(({ node }) => node)
}

async function saveLine(page: Page, { id, version }: Row, said: object): Promise<void> {
  const { saveReportLine } = await askAs<{ saveReportLine: { userErrors: object[] } }>(
    page,
    "mutation ($input: SaveReportLineInput!) { saveReportLine(input: $input) { userErrors { reason field } } }",
    { input: { idempotencyKey: crypto.randomUUID(), id, version, ...said } },
  )
  expect(saveReportLine.userErrors).toEqual([])
}

async function answerLines(page: Page, reportId: string): Promise<void> {
  for (const line of await linesOf(page, reportId))
    await saveLine(page, line, { answer: "REPORTED", progress: "Đã trình" })
}

async function returnFirstLine(page: Page, reportId: string): Promise<void> {
  const [line] = await linesOf(page, reportId)
  await move(page, "returnAgencyReport", reportId, {
    toCorrect: [{ lineId: line?.id, field: "PROGRESS", reason: "Chưa rõ kết quả" }],
  })
}

/** The one line that may be written in says what it said, better founded. */
async function correctFirstLine(page: Page, reportId: string): Promise<void> {
  const open = (await linesOf(page, reportId)).filter(({ openFields }) => openFields.length > 0)
  expect(open.map(({ openFields }) => openFields)).toEqual([["PROGRESS"]])
  for (const line of open)
    await saveLine(page, line, { answer: "REPORTED", progress: "Đã trình tại văn bản số 12/TTr-STC" })
}

/** From the officer by the head to the Department. */
async function bring(officer: Page, head: Page, reportId: string): Promise<void> {
  await move(officer, "submitAgencyReport", reportId)
  await move(head, "approveAgencyReport", reportId)
  await move(officer, "sendAgencyReport", reportId)
}

/** Moves a report, or a round, on from how it stands. */
async function move(page: Page, mutation: string, id: string, further: object = {}): Promise<void> {
  const [kind, type] = mutation.endsWith("Round")
    ? ["reportingRound", "MoveRoundInput"]
    : ["agencyReport", "MoveAgencyReportInput"]
  const input = mutation === "returnAgencyReport" ? "ReturnAgencyReportInput" : type
  const { standing } = await askAs<{ standing: Row }>(
    page,
    `query ($id: ID!) { standing: ${kind}(id: $id) { id version } }`,
    { id },
  )
  const { moved } = await askAs<{ moved: { userErrors: object[] } }>(
    page,
    `mutation ($input: ${input}!) { moved: ${mutation}(input: $input) { userErrors { reason field message } } }`,
    { input: { idempotencyKey: crypto.randomUUID(), ...standing, ...further } },
  )
  expect(moved.userErrors).toEqual([])
}

/** The form goes out, comes back filled in, is taken, sent and accepted. */
async function reportByExcel(page: Page, reportId: string): Promise<void> {
  await page.goto(`/bao-cao/${reportId}`)
  const { content: form } = await downloadOf(page, "Tải biểu mẫu Excel")
  await page
    .locator("[data-workbook] input[type=file]")
    .setInputFiles({ name: "Báo cáo.xlsx", mimeType: XLSX, buffer: answeredForm(form, "Nguyễn Thị Duyệt") })
  await expect(page.locator("[data-problems='0']")).toBeVisible()
  await confirm(page, /^Nhận \d+ dòng$/)
  await expect(page.locator("[data-answered=false]")).toHaveCount(0)
  await enterFile(page)
  await expect(page.locator("[data-state=SENT]")).toBeVisible()
  await move(page, "acceptAgencyReport", reportId)
}

/** Moves all days of a round back: for it so many days have passed. */
async function passDays(roundId: string, days: number): Promise<void> {
  const connection = await superuserOf(env.E2E_DATA_DIRECTORY ?? "")
  try {
    await connection.query(
      `update reporting.round set cut_off_on = cut_off_on - $2::integer, opened_on = opened_on - $2::integer,
         agencies_due_on = agencies_due_on - $2::integer, city_due_on = city_due_on - $2::integer where id = $1`,
      [roundId, days],
    )
    await connection.query(
      "update reporting.agency_report set sent_on = sent_on - $2::integer, received_on = received_on - $2::integer where round_id = $1",
      [roundId, days],
    )
  } finally {
    await connection.end()
  }
}

/** "YYYY-MM-DD" in Hanoi. */
function daysFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", {
    timeZone: "Asia/Ho_Chi_Minh",
  })
}
