import { readWorkbook } from "@plan43/workbook"
import { textChange, withParts } from "@plan43/workbook/testing"
import type { Page } from "@playwright/test"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { approval, changes, SHEETS, XLSX } from "./excel-form.ts"
import { confirm, downloadOf, enterFile } from "./round-steps.ts"
import { another, lookAt } from "./two-people.ts"

const TEMPLATE = "Hỏi nhanh về bố trí vốn"
const ROUND = "Hỏi nhanh quý I năm 2027"
const QUESTIONS = ["Đã bố trí vốn chưa?", "Còn vướng gì?"]

test("a template fills in a round; its questions are answered on the page and by Excel, and stand in an annex", async ({
  console: coordinator,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  await openAs(coordinator, "dieu-phoi", "/ky-bao-cao")
  await coordinator.getByRole("link", { name: "Mẫu báo cáo" }).click()
  await coordinator.getByRole("link", { name: "Lập mẫu báo cáo" }).click()
  await recordTemplate(coordinator)
  await coordinator.goto("/mau-bao-cao")
  await expect(coordinator.getByRole("link", { name: TEMPLATE })).toBeVisible()
  // A screen without a place of its own in the navigation is marked where it is reached from
  await expect(coordinator.getByRole("button", { name: "Theo dõi" })).toHaveAttribute("data-here", "true")
  await lookAt(coordinator, "report-templates")
  await openRound(coordinator)
  const round = new URL(coordinator.url()).pathname
  await expect(coordinator.locator("[data-tally=ALL]")).toContainText("2")

  const report = await reportOf(coordinator, round, "Sở Tài chính")
  const officer = await another(browser, baseURL, "dau-moi-tai-chinh", report)
  await answer(officer)
  await confirm(officer, "Trình thủ trưởng")
  const head = await another(browser, baseURL, "thu-truong", report)
  await confirm(head, "Duyệt")
  await expect(head.locator("[data-state=APPROVED]")).toBeVisible()
  await confirm(head, "Gửi về Sở")
  await expect(head.locator("[data-state=SENT]")).toBeVisible()
  for (const page of [officer, head]) await page.context().close()
  await coordinator.goto(report)
  await confirm(coordinator, "Tiếp nhận")
  await expect(coordinator.locator("[data-state=ACCEPTED]")).toBeVisible()

  await coordinator.goto(await reportOf(coordinator, round, "Sở Nội vụ"))
  await reportByExcel(coordinator)
  await confirm(coordinator, "Tiếp nhận")
  await expect(coordinator.locator("[data-state=ACCEPTED]")).toBeVisible()

  await coordinator.goto(`${round}/bao-cao`)
  await expect(coordinator.getByText("Kỳ báo cáo hỏi thêm")).toContainText(
    "2 nội dung; 2 cơ quan có trả lời đủ đã được tiếp nhận, 0 cơ quan chưa.",
  )
  const { content } = await downloadOf(coordinator, "Tải phụ lục (Excel)")
  const annex = readWorkbook(content).sheets.find(({ name }) => name === "Trả lời câu hỏi")
  const words = Array.from(annex?.cells.values() ?? [], (cell) => "text" in cell.content && cell.content.text)
  expect(words).toEqual(
    expect.arrayContaining(["CH1. Đã bố trí vốn chưa?", "Đã bố trí 12 tỷ đồng", "Chưa, đang trình"]),
  )
})

/** A template that asks two agencies two questions, and nothing of the plan. */
async function recordTemplate(page: Page): Promise<void> {
  await page.getByLabel("Tên mẫu").fill(TEMPLATE)
  for (const kind of ["Nhiệm vụ", "Chỉ tiêu"]) await page.getByRole("checkbox", { name: kind }).uncheck()
  await page.getByRole("button", { name: "Lập mẫu" }).click()
  await expect(page.getByLabel("Câu hỏi")).toHaveAccessibleDescription(/ít nhất một câu hỏi/)
  await page.getByLabel("Câu hỏi").fill(QUESTIONS.join("\n"))
  for (const agency of ["Sở Tài chính", "Sở Nội vụ"]) {
    await page.getByRole("combobox", { name: "Cơ quan phải báo cáo" }).fill(agency)
    await page.getByRole("listbox").getByRole("option", { name: agency, exact: true }).click()
  }
  await page.keyboard.press("Escape")
  await lookAt(page, "report-template-form")
  await page.getByRole("button", { name: "Lập mẫu" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TEMPLATE)
  await expect(page.getByRole("listitem").filter({ hasText: "Còn vướng gì?" })).toBeVisible()
  await lookAt(page, "report-template")
}

/** A round that the template fills in, opened. */
async function openRound(page: Page): Promise<void> {
  await page.goto("/ky-bao-cao/moi")
  await page.getByRole("radio", { name: "Đột xuất" }).check()
  await page.getByLabel("Tên kỳ báo cáo").fill(ROUND)
  for (const [clock, day] of [
    ["Ngày chốt số liệu", "2027-03-31"],
    ["Hạn của các cơ quan", "2027-04-05"],
    ["Hạn báo cáo Thành phố", "2027-04-10"],
  ] as const)
    await page.getByLabel(clock).fill(day)
  await page.getByRole("combobox", { name: "Mẫu báo cáo" }).fill("hoi nhanh")
  await page.getByRole("listbox").getByRole("option", { name: TEMPLATE }).click()
  await expect(page.getByLabel("Câu hỏi")).toHaveValue(QUESTIONS.join("\n"))
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0)
  await lookAt(page, "round-form-from-template")
  await page.getByRole("button", { name: "Lập kỳ báo cáo" }).click()
  await expect(page.getByRole("link", { name: TEMPLATE })).toBeVisible()
  await confirm(page, "Mở kỳ")
}

/** Where the report of an agency is. */
async function reportOf(page: Page, round: string, agency: string): Promise<string> {
  await page.goto(round)
  const link = page.locator("a[data-row-link]", { hasText: agency })
  return (await link.getAttribute("href")) ?? ""
}

async function answer(page: Page): Promise<void> {
  const [first, second] = [page.locator('[data-line="CH1"]'), page.locator('[data-line="CH2"]')]
  await expect(first).toContainText(QUESTIONS[0] as string)
  await expect(first.getByLabel("Tỷ lệ hoàn thành")).toHaveCount(0)
  await first.getByLabel("Nội dung trả lời").fill("Đã bố trí 12 tỷ đồng")
  await page.keyboard.press("Control+Enter")
  await expect(first).toHaveAttribute("data-save-state", "SAVED")
  await lookAt(page, "agency-report-questions")
  await expect(second.getByRole("radio", { name: "Không thay đổi" })).toBeHidden()
  await second.getByRole("radio", { name: "Không có gì báo cáo" }).check()
  await expect(second).toHaveAttribute("data-save-state", "SAVED")
  await expect(page.locator("[data-answered=false]")).toHaveCount(0)
}

/** Answers in the sheet of questions, after one of them was forgotten. */
async function reportByExcel(page: Page): Promise<void> {
  const { content: form } = await downloadOf(page, "Tải biểu mẫu Excel")
  const questions = "xl/worksheets/sheet4.xml"
  const begun = withParts(form, {
    [SHEETS.instructions]: changes(...approval("Nguyễn Thị Duyệt")),
    [questions]: changes(textChange("F4", "Có nội dung báo cáo"), textChange("G4", "Chưa, đang trình")),
  })
  await upload(page, begun)
  await expect(page.locator("[data-problems='1'] [data-problem=ANSWER_MISSING]")).toContainText("CauHoi!F5")
  await page.getByRole("button", { name: "Gỡ Trả lời.xlsx" }).click()
  await upload(page, withParts(begun, { [questions]: changes(textChange("F5", "Không có gì báo cáo")) }))
  await expect(page.locator("[data-problems='0']")).toContainText("Nguyễn Thị Duyệt")
  await confirm(page, "Nhận 2 dòng")
  await expect(page.locator("[data-answered=false]")).toHaveCount(0)
  await enterFile(page)
  await expect(page.locator("[data-state=SENT]")).toBeVisible()
}

async function upload(page: Page, buffer: Buffer): Promise<void> {
  await page
    .locator("[data-workbook] input[type=file]")
    .setInputFiles({ name: "Trả lời.xlsx", mimeType: XLSX, buffer })
}
