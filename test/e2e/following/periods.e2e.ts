import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { another, lookAt } from "./two-people.ts"

test("phases are reported, returned and confirmed each by itself, and only what was returned opens", async ({
  console: page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await openAs(page, "dieu-phoi", "/nhiem-vu/97")
  const phases = page.locator("[data-phase]")
  await expect(phases).toHaveCount(3)
  const second = phases.nth(1)
  await expect(second.getByText("chưa có báo cáo nào")).toBeVisible()
  await lookAt(page, "phases")

  // Whose report it is, is clear; of which phase has to be chosen
  await page.getByRole("link", { name: "Báo cáo thay", exact: true }).click()
  await expect(page.getByLabel("Giai đoạn")).toHaveValue("")
  await expect(page.getByRole("button", { name: "Ghi báo cáo" })).toHaveCount(0)
  await lookAt(page, "phase-choice")
  await page.goto("/nhiem-vu/97")
  for (const [place, done] of ["Đã nghiệm thu giai đoạn một", "Đang thiết kế"].entries()) {
    await phases
      .nth(place)
      .getByRole("link", { name: /^Báo cáo thay/ })
      .click()
    await page.getByLabel("Tình trạng").selectOption({ label: "Đang thực hiện" })
    await page.getByLabel("Việc đã làm").fill(done)
    await page.getByLabel("Việc tiếp theo").fill("Bàn giao")
    await page.getByRole("button", { name: "Ghi báo cáo" }).click()
    await expect(page).toHaveURL("/nhiem-vu/97")
    await expect(phases.nth(place).getByText(done)).toBeVisible()
  }

  const coordinator = await another(browser, baseURL, "dieu-phoi", "/xac-minh")
  const waiting = coordinator.getByRole("navigation", { name: "Báo cáo chờ xác minh" }).getByRole("button", {
    name: /^97\. /,
  })
  await expect(waiting).toHaveCount(2)
  await waiting.first().click()
  await lookAt(coordinator, "phases-to-verify")
  await coordinator.getByRole("button", { name: "Trả lại (r)" }).click()
  await coordinator.getByRole("textbox", { name: "Việc đã làm" }).fill("Ghi số biên bản nghiệm thu")
  await coordinator.getByRole("button", { name: "Trả lại", exact: true }).click()
  await expect(waiting).toHaveCount(1)
  await waiting.first().click()
  await coordinator.getByRole("button", { name: "Xác nhận (x)" }).click()
  await coordinator.getByRole("button", { name: "Xác nhận", exact: true }).click()
  await expect(waiting).toHaveCount(0)

  await page.reload()
  await expect(second.getByText("Đã xác nhận")).toBeVisible()
  await page.getByRole("link", { name: "Báo cáo thay", exact: true }).click()
  for (const [said, kept] of [
    ["Đã nghiệm thu, biên bản 12", "Sở KH&CN trả lại báo cáo trước"],
    ["Đã nghiệm thu, biên bản 12/BB", "Báo cáo sửa đã gửi, đang chờ Sở KH&CN xác nhận"],
  ] as const) {
    // What was returned is what the form begins with, also while its answer waits
    await expect(page.getByText(kept)).toBeVisible()
    await expect(page.locator("[data-returned=DONE]")).toContainText("Ghi số biên bản nghiệm thu")
    await expect(page.locator("[data-locked=NEXT_STEP]")).toContainText("Bàn giao")
    await expect(page.getByLabel("Việc tiếp theo")).toHaveCount(0)
    await lookAt(page, "phase-returned")
    await page.getByLabel("Việc đã làm").fill(said)
    await page.getByRole("button", { name: "Gửi lại" }).click()
    await expect(page).toHaveURL("/nhiem-vu/97")
    await expect(phases.first().getByText(said, { exact: true })).toBeVisible()
    await page.getByRole("link", { name: "Báo cáo thay", exact: true }).click()
  }
  await coordinator.context().close()
})

test("periods stand side by side, each with its own report", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/nhiem-vu/3")
  const earlier = page.locator("[data-period='2025-H1']")
  const open = async () => {
    await expect(page.locator("[data-period]").first()).toBeVisible()
    if (!(await earlier.isVisible())) await page.getByText(/kỳ trước đó/).click()
  }
  await open()
  await expect(earlier).toContainText("chưa trả lời")
  await lookAt(page, "periods")
  await earlier.getByRole("link", { name: "Báo cáo thay kỳ 2025-H1" }).click()
  await expect(page.getByLabel("Kỳ")).toHaveValue("2025-H1")
  await page.getByLabel("Không có gì báo cáo").check()
  await page.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(page).toHaveURL("/nhiem-vu/3")
  await open()
  await expect(earlier).toContainText("đã trả lời")
})

test("what is overdue in the morning leads the coordinator to its reminder", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/sang-nay")
  const overdue = page.locator("[data-reason=OVERDUE]").first()
  await overdue.getByRole("link", { name: "Đôn đốc" }).click()
  await expect(page).toHaveURL(/\/don-doc/)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
})

test("a month is closed like any other period", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/chi-tieu/ky-so-lieu")
  await page.getByRole("combobox", { name: /^Kỳ/ }).selectOption({ label: "Tháng 3" })
  await page.getByRole("textbox", { name: /^Năm/ }).fill("2024")
  await page.getByRole("button", { name: "Khóa kỳ" }).click()
  await page.getByRole("button", { name: "Mở lại: Tháng 03/2024" }).click()
  await page.getByRole("dialog").getByLabel("Lý do").fill("Khóa nhầm")
  await page.getByRole("dialog").getByRole("button", { name: "Mở lại" }).click()
  await expect(page.getByRole("button", { name: "Mở lại: Tháng 03/2024" })).toHaveCount(0)
})

test("a coordinator holds a day off against its announcement, adds another and withdraws it", async ({
  console: page,
}) => {
  test.setTimeout(120_000)
  await openAs(page, "dieu-phoi", "/lich-lam-viec?year=2027")
  await expect(page.getByText("Quốc khánh chưa đủ hai ngày nghỉ")).toBeVisible()
  const tet = page.locator("[data-day='2027-02-05']")
  await expect(tet).toContainText("chưa đối chiếu")
  await lookAt(page, "calendar-year")
  await tet.getByRole("link").first().click()
  await expect(page.getByText("Chưa đối chiếu với văn bản công bố")).toBeVisible()
  await page.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(page.getByLabel("Số, ký hiệu").first()).toBeFocused()
  await lookAt(page, "calendar-day")
  const announce = async () => {
    await page.getByLabel("Số, ký hiệu").first().fill("10/TB-BNV")
    await page.getByLabel("Ngày ban hành").first().fill("2026-01-10")
    await page.getByLabel("Cơ quan ban hành").first().fill("Bộ Nội vụ")
  }
  await announce()
  await page.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(page).toHaveURL("/lich-lam-viec?year=2027")
  await expect(tet).toContainText("đã đối chiếu")

  await page.getByRole("link", { name: "Thêm ngày" }).click()
  await page.getByLabel(/^Ngày\s*\*?$/).fill("2027-09-03")
  await page.getByLabel("Tên ngày").fill("Quốc khánh")
  await announce()
  await lookAt(page, "new-calendar-day")
  await page.getByRole("button", { name: "Ghi ngày này" }).click()
  const added = page.locator("[data-day='2027-09-03']")
  await expect(added).toContainText("10/TB-BNV")
  await expect(page.getByText("Quốc khánh chưa đủ hai ngày nghỉ")).toHaveCount(0)
  await added.getByRole("link").first().click()
  await page.getByRole("button", { name: "Rút ngày này" }).click()
  const question = page.getByRole("dialog")
  await question.getByLabel("Lý do").fill("Ghi nhầm ngày")
  await question.getByRole("button", { name: "Rút", exact: true }).click()
  await expect(page).toHaveURL("/lich-lam-viec?year=2027")
  await expect(added).toHaveCount(0)
})
