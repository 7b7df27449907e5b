import { readFile } from "node:fs/promises"
import { readWorkbook } from "@plan43/workbook"
import { type ChangedPart, numberChange, textChange, withParts } from "@plan43/workbook/testing"
import type { Page } from "@playwright/test"
import { askAs, openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { another, lookAt } from "./two-people.ts"

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const TASKS = "xl/worksheets/sheet2.xml"
const INDICATORS = "xl/worksheets/sheet3.xml"

test("an agency without accounts reports in an Excel file: checked by cell, sent back, taken when it is right, sent", async ({
  console: page,
}) => {
  test.setTimeout(240_000)
  await openAs(page, "dieu-phoi", "/ky-bao-cao")
  await page.goto(await openFor(page, "so-noi-vu"))
  const form = await downloadOf(page, "Tải biểu mẫu Excel")
  await upload(page, "Bảng kê.xlsx", await broken(form))
  const result = page.locator("[data-problems]")
  await expect(result.locator("[data-problem=ANSWER_UNKNOWN]")).toContainText("NhiemVu!G4")
  await expect(result.locator("[data-problem=NUMBER_EXPECTED]")).toContainText("NhiemVu!K4")
  await expect(result.locator("[data-problem=OUTSIDE_TABLE]")).toContainText("NhiemVu!T2")
  await expect(page.locator("[data-answered=true]")).toHaveCount(0)
  await lookAt(page, "report-by-excel-problems")

  const annotated = await downloadOf(page, "Tải bản có ghi chú để gửi lại")
  const [remarks] = readWorkbook(annotated).sheets
  const places = Array.from(remarks?.cells.values() ?? []).filter(({ column }) => column === 2)
  expect(places).toContainEqual(expect.objectContaining({ content: { kind: "TEXT", text: "NhiemVu!K4" } }))
  // In the copy the remarks are the first sheet, and what was right is there
  const corrected = withParts(annotated, {
    "xl/worksheets/sheet3.xml": (content) =>
      changed(content, textChange("G4", "Có nội dung báo cáo"), numberChange("K4", 60)),
  })
  await page.getByRole("button", { name: "Gỡ Bảng kê.xlsx" }).click()
  await upload(page, "Bảng kê đã sửa.xlsx", corrected)
  await expect(page.locator("[data-problems='2'] [data-problem=APPROVER_MISSING]")).toBeVisible()
  await page.getByRole("button", { name: "Gỡ Bảng kê đã sửa.xlsx" }).click()
  await upload(
    page,
    "Sở Nội vụ.xlsx",
    withParts(corrected, {
      "xl/worksheets/sheet2.xml": (content) =>
        changed(content, textChange("B6", "Nguyễn Thị Duyệt"), dayChange("B7")),
    }),
  )
  await expect(page.locator("[data-problems='0']")).toContainText("Nguyễn Thị Duyệt")
  await lookAt(page, "report-by-excel-right")
  await confirm(page, /^Nhận \d+ dòng$/)
  await expect(page.locator("[data-answered=false]")).toHaveCount(0)
  const first = page.locator("[data-line]").filter({ hasText: "Đã rà soát" })
  await expect(first).toContainText("60%")
  await expect(first).toContainText("theo tệp Excel của cơ quan: Sở Nội vụ.xlsx")
  await lookAt(page, "report-by-excel-taken")

  await confirm(page, "Gửi thay cơ quan")
  await expect(page.locator("[data-state=SENT]")).toBeVisible()
  await expect(page.locator("[data-approved-in]")).toContainText("Sở Nội vụ.xlsx")
  await expect(page.locator("[data-workbook]")).toHaveCount(0)
  await page.getByRole("link", { name: "Biên nhận" }).click()
  await expect(page.getByText("theo tệp Excel của cơ quan")).toBeVisible()
  await expect(page.locator("code").filter({ hasText: /^[0-9a-f]{64}$/ })).toHaveCount(2)
})

test("a file proves a line: attached while it is written, shown to whoever reads it", async ({
  console: page,
  browser,
  baseURL,
}) => {
  const coordinator = await another(browser, baseURL, "dieu-phoi", "/ky-bao-cao")
  const report = await openFor(coordinator, "so-khcn")
  await openAs(page, "dau-moi-khcn", report)
  const line = page.locator("[data-line]").first()
  await line.locator("input[type=file]").setInputFiles({
    name: "Tờ trình.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n%âãÏÓ\n%%EOF\n"),
  })
  await expect(line.getByText("Đã tải xong", { exact: true })).toBeVisible()
  await line.getByRole("radio", { name: "Không thay đổi" }).check()
  await expect(line).toHaveAttribute("data-save-state", "SAVED")
  await expect(line).toHaveAttribute("data-answered", "true")
  await coordinator.goto(report)
  const file = coordinator.locator("[data-line]").first().getByRole("link", { name: "Tờ trình.pdf" })
  await expect(file).toBeVisible()
  const answer = await coordinator.request.get((await file.getAttribute("href")) ?? "")
  expect(answer.headers()["content-type"]).toBe("application/pdf")
  await coordinator.context().close()
})

/** A form in which everything is answered, but for an answer and a figure that are none, and a word beside the table. */
async function broken(form: Buffer): Promise<Buffer> {
  const answered = (name: string) => (content: string) => {
    const cells =
      readWorkbook(form)
        .sheets.find((sheet) => sheet.name === name)
        ?.cells.values() ?? []
    const rows = Array.from(cells).filter(({ column, row }) => column === 1 && row > 3)
    return changed(content, ...rows.map(({ row }) => textChange(`G${row}`, "Không thay đổi")))
  }
  return withParts(form, {
    [TASKS]: (content) =>
      changed(
        answered("NhiemVu")(content),
        textChange("G4", "Đang làm"),
        textChange("H4", "Đã rà soát"),
        textChange("K4", "sáu mươi"),
        textChange("T2", "xin gia hạn"),
      ),
    [INDICATORS]: answered("ChiTieu"),
  })
}

function changed(content: string, ...changes: ChangedPart[]): string {
  return changes.reduce((text, change) => String(change(text)), content)
}

/** 1 June 2026, in the style that the form has for days. */
function dayChange(name: string): ChangedPart {
  return (content) =>
    content.replace(new RegExp(`<c r="${name}" s="(\\d+)"/>`), `<c r="${name}" s="$1"><v>46174</v></c>`)
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator("[data-workbook] input[type=file]").setInputFiles({ name, mimeType: XLSX, buffer })
}

async function downloadOf(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent("download")
  await page.getByRole("button", { name: button }).click()
  return readFile(await (await download).path())
}

/** Carries out what a button asks once more about. */
async function confirm(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: button }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: button }).click()
  await expect(dialog).toHaveCount(0)
}

/** Opens a round for one agency. @returns where its report is */
async function openFor(page: Page, code: string): Promise<string> {
  const { agency } = await askAs<{ agency: { id: string } }>(page, `{ agency(code: "${code}") { id } }`)
  const { made } = await askAs<{ made: { round: { id: string; version: number } } }>(
    page,
    "mutation ($input: CreateRoundInput!) { made: createRound(input: $input) { round { id version } } }",
    {
      input: {
        idempotencyKey: crypto.randomUUID(),
        kind: "AD_HOC",
        name: `Báo cáo bằng Excel: ${code}`,
        questions: "Tình hình thực hiện",
        cutOffOn: "2027-01-31",
        agenciesDueOn: "2027-02-05",
        cityDueOn: "2027-02-10",
        agencyIds: [agency.id],
      },
    },
  )
  const { opened } = await askAs<{
    opened: { round: { reports: { edges: { node: { id: string } }[] } } }
  }>(
    page,
    "mutation ($input: MoveRoundInput!) { opened: openRound(input: $input) { round { reports { edges { node { id } } } } } }",
    { input: { idempotencyKey: crypto.randomUUID(), ...made.round } },
  )
  return `/bao-cao/${opened.round.reports.edges[0]?.node.id}`
}
