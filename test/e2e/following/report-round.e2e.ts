import type { Locator, Page } from "@playwright/test"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { confirm, downloadOf, openReportOf } from "./round-steps.ts"
import { another, lookAt, reportProgress } from "./two-people.ts"

/** A task that the Department of Finance leads. */
const RECORDED = "35"

test("a round goes from the coordinator to an agency, its head and back, and ends locked and published", async ({
  console: coordinator,
  browser,
  baseURL,
}) => {
  test.setTimeout(420_000)
  await openAs(coordinator, "dieu-phoi", "/ky-bao-cao/moi")
  await prepareRound(coordinator)
  const round = new URL(coordinator.url()).pathname
  const officer = await another(browser, baseURL, "dau-moi-tai-chinh", round)
  await expect(officer.getByText("Kỳ báo cáo này không có, đã rút, hoặc chưa công khai")).toBeVisible()
  await expect(officer.getByText("Điều phối viên (Sở KH&CN)", { exact: false }).first()).toBeVisible()
  await confirm(coordinator, "Mở kỳ")
  await expect(coordinator.locator("[data-tally=ALL]")).toContainText("2")
  await expect(coordinator.locator("[data-state=SILENT]")).toHaveCount(2)
  await expect(coordinator.locator("[data-clock]")).toHaveCount(4)
  await expect(coordinator.locator("[data-tally-row=city]").first()).toContainText("144")
  await coordinator.getByRole("button", { name: "Nhắc gửi báo cáo: Sở Tài chính" }).click()
  await expect(coordinator.locator("[data-reminded]")).toContainText("đã nhắc 1 lần")
  await expect(coordinator.getByRole("button", { name: /^Nhắc gửi báo cáo:/ })).toHaveCount(1)
  await lookAt(coordinator, "round")
  expect((await downloadOf(coordinator, "Tải báo cáo (Word)")).name).toMatch(/\.docx$/)
  expect((await downloadOf(coordinator, "Tải phụ lục (Excel)")).name).toMatch(/\.xlsx$/)

  await officer.goto("/thong-bao")
  await expect(officer.getByText("Đề nghị gửi báo cáo kỳ “Báo cáo 6 tháng thử nghiệm”").first()).toBeVisible()
  await officer.goto("/sang-nay")
  await officer.locator("[data-own-report]").getByRole("link", { name: "Điền báo cáo" }).click()
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Sở Tài chính")
  await fillIn(officer)
  const report = new URL(officer.url()).pathname
  await confirm(officer, "Trình thủ trưởng")
  await expect(officer.locator("[data-state=SUBMITTED_FOR_APPROVAL]")).toBeVisible()
  await expect(officer.getByRole("radio")).toHaveCount(0)

  const head = await another(browser, baseURL, "thu-truong", "/sang-nay")
  await head.locator("[data-own-report]").getByRole("link", { name: "Duyệt báo cáo" }).click()
  await expect(head).toHaveURL(report)
  await lookAt(head, "agency-report-to-approve")
  await confirm(head, "Yêu cầu sửa", "Ghi rõ số văn bản ở dòng đầu")
  await officer.reload()
  await expect(officer.getByText("Ghi rõ số văn bản ở dòng đầu")).toBeVisible()
  const first = officer.locator("[data-line]").first()
  await first.getByLabel("Văn bản kết quả").fill("12/BC-STC ngày 02/6/2026")
  await first.getByLabel("Văn bản kết quả").press("Enter")
  await expect(first).toHaveAttribute("data-save-state", "SAVED")
  await confirm(officer, "Trình thủ trưởng")
  await expect(officer.locator("[data-state=SUBMITTED_FOR_APPROVAL]")).toBeVisible()
  await head.reload()
  await confirm(head, "Duyệt")
  await expect(head.locator("[data-state=APPROVED]")).toBeVisible()
  await confirm(head, "Gửi về Sở")
  const hash = await receiptOf(head)
  await lookAt(head, "receipt")

  await coordinator.goto(round)
  await coordinator.locator("[data-tally=SENT]").click()
  await coordinator.locator("tbody").getByRole("link", { name: "Sở Tài chính" }).click()
  await expect(coordinator).toHaveURL(report)
  await returnOneField(coordinator)

  await officer.goto(report)
  await correct(officer)
  await confirm(officer, "Trình thủ trưởng")
  await head.goto(report)
  await confirm(head, "Duyệt")
  await expect(head.locator("[data-state=APPROVED]")).toBeVisible()
  await confirm(head, "Gửi về Sở")
  expect(await receiptOf(head)).not.toBe(hash)

  await coordinator.goto(report)
  await confirm(coordinator, "Tiếp nhận")
  await expect(coordinator.locator("[data-state=ACCEPTED]")).toBeVisible()
  await coordinator.goto(round)
  await confirm(coordinator, "Khóa kỳ")
  await expect(coordinator.locator("[data-stage=LOCKED]")).toBeVisible()
  await expect(coordinator.locator("[data-tally=INCLUDED]")).toContainText("1")
  await expect(coordinator.locator("code").filter({ hasText: /^[0-9a-f]{64}$/ })).toBeVisible()
  const visitor = await another(browser, baseURL, null, round)
  await expect(visitor.getByText("Kỳ báo cáo này không có, đã rút, hoặc chưa công khai")).toBeVisible()
  await lookAt(visitor, "round-not-public")
  await coordinator.getByRole("link", { name: "Công bố", exact: true }).click()
  await coordinator.getByRole("button", { name: "Công bố", exact: true }).click()
  await expect(coordinator.locator("[data-publication]")).toHaveCount(1)
  await visitor.goto("/ky-bao-cao")
  await visitor.getByRole("link", { name: "Báo cáo 6 tháng thử nghiệm" }).click()
  await visitor.locator("a[data-row-link]", { hasText: "Sở Tài chính" }).click()
  await expect(visitor.getByText("Đã trình UBND Thành phố phê duyệt")).toBeVisible()
  await expect(visitor.locator("[data-prefill]")).toHaveCount(0)
  await expect(visitor.getByRole("button", { name: "Trả lại để sửa" })).toHaveCount(0)
  await coordinator.goto("/ky-bao-cao")
  await expect(coordinator.locator("[data-total]")).toBeVisible()
  await lookAt(coordinator, "rounds")
  for (const page of [officer, head, visitor]) await page.context().close()
})

test("what is typed on a line survives a lost answer and another's writing", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const coordinator = await another(browser, baseURL, "dieu-phoi", "/ky-bao-cao")
  const report = await openReportOf(coordinator, "so-tai-chinh", "Báo cáo đột xuất thử nghiệm")
  await coordinator.context().close()
  await openAs(page, "dau-moi-tai-chinh", report)
  const line = page.locator("[data-line]").first()
  const progress = line.getByLabel("Tiến độ, kết quả")
  await expect(progress).toBeVisible()
  await page.context().setOffline(true)
  await progress.fill("Gõ khi mất mạng")
  await expect(line).toHaveAttribute("data-save-state", "UNSENT")
  await page.getByRole("button", { name: "Trình thủ trưởng" }).click()
  await expect(page.getByText("Còn 1 dòng chưa lưu xong.")).toBeVisible()
  await page.context().setOffline(false)
  await expect(line).toHaveAttribute("data-save-state", "SAVED")

  const head = await another(browser, baseURL, "thu-truong", report)
  const others = head.locator("[data-line]").first()
  await expect(others.getByLabel("Tiến độ, kết quả")).toHaveValue("Gõ khi mất mạng")
  // What was not sent yet when the other one wrote is asked about
  await page.context().setOffline(true)
  await progress.fill("Đầu mối ghi")
  await expect(line).toHaveAttribute("data-save-state", "UNSENT")
  await others.getByLabel("Tiến độ, kết quả").fill("Thủ trưởng ghi")
  await others.getByLabel("Tiến độ, kết quả").press("Control+Enter")
  await expect(others).toHaveAttribute("data-save-state", "SAVED")
  await head.context().close()
  await page.context().setOffline(false)
  await expect(line.locator("[data-meanwhile=CONTESTED]")).toContainText("Thủ trưởng ghi")
  await expect(line).toHaveAttribute("data-save-state", "CONTESTED")
  await line.getByRole("button", { name: "Giữ nội dung của tôi" }).click()
  await expect(line).toHaveAttribute("data-save-state", "SAVED")
  await page.reload()
  await expect(progress).toHaveValue("Đầu mối ghi")
})

test("what was recorded by the cut-off is there to start from, and nobody's answer until it is taken", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dau-moi-tai-chinh")
  await reportProgress(page, RECORDED, "Đã lấy ý kiến các sở")
  const coordinator = await another(browser, baseURL, "dieu-phoi", "/ky-bao-cao")
  await page.goto(await openReportOf(coordinator, "so-tai-chinh", "Báo cáo đột xuất thử nghiệm"))
  const line = page.locator(`[data-line="${RECORDED}"]`)
  await expect(line.locator("[data-prefill=true]")).toContainText("Đã lấy ý kiến các sở")
  await expect(line).toHaveAttribute("data-answered", "false")
  await lookAt(page, "agency-report-prefilled")
  await line.getByRole("button", { name: "Lấy nội dung đã ghi" }).click()
  await expect(line.getByLabel("Tiến độ, kết quả")).toBeFocused()
  await expect(line.getByLabel("Tiến độ, kết quả")).toHaveValue("Đã lấy ý kiến các sở")
  await expect(line).toHaveAttribute("data-save-state", "SAVED")
  await expect(line).toHaveAttribute("data-answered", "true")
  await expect(line.getByRole("button", { name: "Lấy nội dung đã ghi" })).toHaveCount(0)
  await coordinator.context().close()
})

test("who may not is told who can", async ({ console: page }) => {
  await openAs(page, "dau-moi-tai-chinh", "/ky-bao-cao/moi")
  await expect(page.getByText("Tài khoản này không dùng được trang này")).toBeVisible()
  await page.getByRole("button", { name: "Theo dõi" }).click()
  await page.getByRole("link", { name: "Kỳ báo cáo" }).click()
  await expect(page.locator("[data-total]")).toBeVisible()
  await expect(page.getByRole("link", { name: "Lập kỳ báo cáo" })).toHaveCount(0)
})

/** From the form of a new round to its page, mistakes first. */
async function prepareRound(page: Page): Promise<void> {
  await page.getByLabel("Kỳ theo Kế hoạch").selectOption({ index: 1 })
  await expect(page.getByLabel("Tên kỳ báo cáo")).toHaveValue(/^Báo cáo 6 tháng (đầu|cuối) năm 20\d\d$/)
  await expect(page.getByLabel("Ngày chốt số liệu")).toHaveValue(/-(05-31|11-15)$/)
  await expect(page.getByLabel("Hạn báo cáo Chính phủ")).toHaveValue(/-(06-14|11-30)$/)
  await page.getByLabel("Hạn báo cáo Chính phủ").fill("")
  await page.getByLabel("Tên kỳ báo cáo").fill("Báo cáo 6 tháng thử nghiệm")
  await page.getByLabel("Ngày chốt số liệu").fill("2026-05-31")
  await page.getByLabel("Hạn của các cơ quan").fill("2026-05-30")
  await page.getByLabel("Hạn báo cáo Thành phố").fill("2027-06-10")
  await page.getByRole("button", { name: "Lập kỳ báo cáo" }).click()
  await expect(page.getByLabel("Hạn báo cáo Chính phủ")).toBeFocused()
  await page.getByLabel("Hạn báo cáo Chính phủ").fill("2027-06-14")
  await page.getByRole("button", { name: "Lập kỳ báo cáo" }).click()
  await expect(page.getByLabel("Hạn của các cơ quan")).toHaveAccessibleDescription(/không được trước/)
  for (const agency of ["Sở Tài chính", "Sở Khoa học và Công nghệ"]) {
    await page.getByRole("combobox", { name: "Cơ quan phải báo cáo" }).fill(agency)
    await page.getByRole("listbox").getByRole("option", { name: agency, exact: true }).click()
  }
  await page.keyboard.press("Escape")
  await lookAt(page, "round-form")
  await page.getByLabel("Hạn của các cơ quan").fill("2027-06-05")
  await page.getByRole("button", { name: "Lập kỳ báo cáo" }).click()
  await expect(page.locator("[data-stage=PREPARED]")).toBeVisible()
  await page.getByRole("link", { name: "Sửa", exact: true }).click()
  await page.getByLabel("Hạn báo cáo Thành phố").fill("2027-06-11")
  await page.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(page.locator("[data-clock=cityDueOn]")).toContainText("11/06/2027")
}

/** Fills in every line by keyboard: words on the first, “no change” on the others. */
async function fillIn(page: Page): Promise<void> {
  const lines = page.locator("[data-line]")
  await expect(lines.first()).toBeVisible()
  const count = await lines.count()
  await page.getByRole("button", { name: "Trình thủ trưởng" }).click()
  await expect(page.getByText(`Còn ${count} dòng chưa trả lời.`)).toBeVisible()
  await page
    .getByRole("link", { name: /^(Nhiệm vụ|Chỉ tiêu) \w+$/ })
    .first()
    .click()
  const first = lines.first()
  await expect(first.getByRole("radio").first()).toBeFocused()
  await first.getByLabel("Tỷ lệ hoàn thành").fill("120")
  await first.getByLabel("Tiến độ, kết quả").focus()
  await page.keyboard.type("Đã trình UBND Thành phố phê duyệt")
  await expect(first.getByRole("radio", { name: "Có nội dung báo cáo" })).toBeChecked()
  await expect(first).toHaveAttribute("data-save-state", "INCOMPLETE")
  await expect(first.getByLabel("Tỷ lệ hoàn thành")).toHaveAccessibleDescription(/từ 0 đến 100/)
  await lookAt(page, "agency-report")
  await first.getByLabel("Tỷ lệ hoàn thành").fill("60")
  await page.keyboard.press("Control+Enter")
  await expect(first).toHaveAttribute("data-save-state", "SAVED")
  for (let line = 1; line < count; line += 1) {
    await expect(radioOf(lines.nth(line))).toBeFocused()
    await page.keyboard.press("ArrowDown")
    await expect(lines.nth(line).getByRole("radio", { name: "Không thay đổi" })).toBeChecked()
    await page.keyboard.press("Control+Enter")
    await expect(lines.nth(line)).toHaveAttribute("data-save-state", "SAVED")
  }
  await expect(page.locator("[data-answered=false]")).toHaveCount(0)
}

function radioOf(line: Locator): Locator {
  return line.getByRole("radio").first()
}

/** The hash on the receipt of the report on the screen. */
async function receiptOf(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Biên nhận" }).click()
  const hash = page.locator("code").filter({ hasText: /^[0-9a-f]{64}$/ })
  await expect(hash).toBeVisible()
  await expect(page.getByRole("definition").filter({ hasText: /^Sở Tài chính$/ })).toBeVisible()
  return (await hash.textContent()) ?? ""
}

async function returnOneField(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Trả lại để sửa" }).click()
  await page.getByRole("button", { name: "Trả lại 0 ô" }).click()
  await expect(page.getByText("Hãy chọn ít nhất một ô cần sửa và ghi lý do")).toBeVisible()
  const first = page.locator("[data-line]").first()
  await first.getByRole("button", { name: "Trả lại ô này: Tỷ lệ hoàn thành (%)" }).click()
  await page.keyboard.type("Chưa khớp với văn bản")
  await lookAt(page, "agency-report-return")
  await page.getByRole("button", { name: "Trả lại 1 ô" }).click()
  await expect(page.locator("[data-state=RETURNED]")).toBeVisible()
}

/** The one field that was returned is open, and nothing else. */
async function correct(page: Page): Promise<void> {
  const percentage = page.getByLabel("Tỷ lệ hoàn thành (%)")
  await expect(percentage).toHaveAccessibleDescription(/Chưa khớp với văn bản/)
  await expect(page.locator("main").getByRole("textbox")).toHaveCount(1)
  await expect(page.getByRole("radio")).toHaveCount(0)
  await lookAt(page, "agency-report-returned")
  await page
    .getByRole("link", { name: /^(Nhiệm vụ|Chỉ tiêu) \w+$/ })
    .first()
    .click()
  await expect(percentage).toBeFocused()
  await percentage.fill("50")
  await percentage.press("Enter")
  await expect(page.locator("[data-line]").first()).toHaveAttribute("data-save-state", "SAVED")
}
