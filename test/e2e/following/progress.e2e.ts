import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { another, lookAt, openObligation } from "./two-people.ts"

test("an officer reports, the coordinator returns one field, the officer corrects it, it is confirmed and published", async ({
  console: officer,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await openAs(officer, "dau-moi-khcn", "/nhiem-vu/1")
  await expect(officer.getByText("chưa có báo cáo nào")).toBeVisible()
  await officer.getByRole("link", { name: "Báo cáo", exact: true }).click()
  await officer.getByLabel("Tình trạng").selectOption({ label: "Đã hoàn thành" })
  await officer.getByLabel("Ngày hoàn thành").fill("2025-03-20")
  await officer.getByLabel("Việc đã làm").fill("Đã trình và được ban hành")
  await officer.getByLabel("Số, ký hiệu").fill("100/QĐ-UBND")
  await officer.getByLabel("Ngày ban hành").fill("2025-03-20")
  await officer.getByLabel("Cơ quan ban hành").fill("UBND Thành phố")
  await officer.getByLabel("Địa chỉ web của văn bản").fill("https://vanban.hanoi.gov.vn/100")
  await lookAt(officer, "report-form")
  await officer.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(officer).toHaveURL("/nhiem-vu/1")
  // What the agency claims changes nothing of what the calendar says
  await expect(officer.getByText("chờ xác minh")).toBeVisible()
  await expect(officer.getByText("chưa xác minh nội dung nào")).toBeVisible()
  await expect(officer.getByText("Quá hạn").first()).toBeVisible()
  await lookAt(officer, "task-claimed")

  const coordinator = await another(browser, baseURL, "dieu-phoi", "/xac-minh")
  // Others wait as well
  const waiting = coordinator.getByRole("button", { name: /^1\. / })
  await waiting.click()
  await expect(coordinator.getByRole("link", { name: /^1\. / })).toBeVisible()
  await lookAt(coordinator, "verification")
  await coordinator.getByRole("heading", { level: 1 }).click()
  await coordinator.keyboard.press("r")
  await expect(coordinator.getByRole("textbox", { name: "Tình trạng" })).toBeFocused()
  await coordinator.keyboard.press("Enter")
  await expect(coordinator.getByText("Hãy ghi lý do ở ít nhất một ô")).toBeVisible()
  await coordinator.getByRole("textbox", { name: "Văn bản kết quả" }).fill("Số văn bản chưa đúng")
  await lookAt(coordinator, "verification-return")
  await coordinator.keyboard.press("Enter")
  await expect(waiting).toHaveCount(0)

  await officer.reload()
  await officer.getByRole("link", { name: "Báo cáo", exact: true }).click()
  await expect(officer.getByText("Số văn bản chưa đúng")).toBeVisible()
  await expect(officer.getByLabel("Việc đã làm")).toHaveCount(0)
  await expect(officer.locator("[data-locked=DONE]")).toContainText("Đã trình và được ban hành")
  await expect(officer.locator("[data-returned]")).toHaveCount(1)
  await lookAt(officer, "report-returned")
  await officer.getByLabel("Số, ký hiệu").fill("1001/QĐ-UBND")
  await officer.getByRole("button", { name: "Gửi lại" }).click()
  await expect(officer).toHaveURL("/nhiem-vu/1")

  await coordinator.reload()
  await waiting.click()
  await expect(coordinator.getByText("1001/QĐ-UBND").first()).toBeVisible()
  await coordinator.keyboard.press("x")
  await expect(coordinator.getByRole("button", { name: "Xác nhận", exact: true })).toBeFocused()
  await coordinator.keyboard.press("Enter")
  await expect(waiting).toHaveCount(0)

  const visitor = await another(browser, baseURL, null, "/nhiem-vu/1")
  await expect(visitor.getByText("Quá hạn").first()).toBeVisible()
  await expect(visitor.getByText("1001/QĐ-UBND")).toHaveCount(0)

  await coordinator.goto("/nhiem-vu/1")
  await expect(coordinator.getByText("Hoàn thành đúng hạn").first()).toBeVisible()
  await openObligation(coordinator)
  await expect(coordinator.getByRole("heading", { level: 1 })).toHaveText(/Phần việc của cơ quan/)
  await expect(coordinator.locator("[data-reports='2'] > li")).toHaveCount(2)
  await lookAt(coordinator, "obligation")
  await coordinator.getByRole("button", { name: "Công khai", exact: true }).first().click()
  await coordinator.getByRole("dialog").getByRole("button", { name: "Công khai" }).click()
  await expect(coordinator.getByRole("button", { name: "Ngừng công khai" })).toBeVisible()

  await visitor.reload()
  await expect(visitor.getByText("Hoàn thành đúng hạn").first()).toBeVisible()
  await expect(visitor.getByText("1001/QĐ-UBND").first()).toBeVisible()
  await expect(visitor.getByText("Số văn bản chưa đúng")).toHaveCount(0)
  for (const page of [coordinator, visitor]) await page.context().close()
})

test("“no change” is an answer; a coordinator's report on an agency's behalf is marked so", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", "/nhiem-vu/2")
  await page.getByRole("link", { name: "Báo cáo thay" }).click()
  await expect(page.getByText("Báo cáo thay “Sở Văn hóa và Thể thao”")).toBeVisible()
  await page.getByLabel("Tình trạng").selectOption({ label: "Đang thực hiện" })
  await page.getByLabel("Tỷ lệ hoàn thành (%)").fill("140")
  await page.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(page.getByLabel("Tỷ lệ hoàn thành (%)")).toHaveAccessibleDescription(/từ 0 đến 100/)
  await page.getByLabel("Tỷ lệ hoàn thành (%)").fill("40")
  await page.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(page).toHaveURL("/nhiem-vu/2")
  await expect(page.getByText("Sở KH&CN ghi thay")).toBeVisible()
  await expect(page.getByText("40%")).toBeVisible()
  await page.getByRole("link", { name: "Báo cáo thay" }).click()
  await page.getByLabel("Không thay đổi").check()
  await expect(page.getByLabel("Việc đã làm")).toHaveCount(0)
  await page.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(page).toHaveURL("/nhiem-vu/2")
  await openObligation(page)
  await expect(page.locator("[data-reports='2']").getByText("Không thay đổi")).toBeVisible()
  // What was under way is completed, though its percentage is no longer asked for
  await page.goto("/nhiem-vu/2")
  await page.getByRole("link", { name: "Báo cáo thay" }).click()
  await page.getByLabel("Tình trạng").selectOption({ label: "Đã hoàn thành" })
  await page.getByLabel("Ngày hoàn thành").fill("2025-03-20")
  await page.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(page).toHaveURL("/nhiem-vu/2")
  await expect(page.getByText("chờ xác minh")).toBeVisible()
})

test("an extension is asked for, granted, and the original day stays beside it", async ({
  console: officer,
  browser,
  baseURL,
}) => {
  await openAs(officer, "dau-moi-khcn", "/nhiem-vu/8")
  await officer.getByRole("link", { name: "Xin gia hạn" }).click()
  await officer.getByLabel("Hạn đề nghị").fill("2027-03-31")
  await officer.getByRole("button", { name: "Gửi đề nghị" }).click()
  await expect(officer.getByLabel("Lý do")).toBeFocused()
  await officer.getByLabel("Lý do").fill("Chờ hướng dẫn của bộ")
  await lookAt(officer, "extension-form")
  await officer.getByRole("button", { name: "Gửi đề nghị" }).click()
  await expect(officer.getByText("chờ quyết định")).toBeVisible()
  await expect(officer.getByRole("button", { name: "Chấp thuận", exact: true })).toHaveCount(0)

  const coordinator = await another(browser, baseURL, "dieu-phoi", "/nhiem-vu/8")
  await coordinator.getByRole("button", { name: "Chấp thuận", exact: true }).click()
  const question = coordinator.getByRole("dialog")
  await question.getByLabel("Hạn mới").fill("2027-02-28")
  await question.getByRole("button", { name: "Chấp thuận" }).click()
  await expect(coordinator.locator("[data-extension=GRANTED]")).toContainText("28/02/2027")
  await expect(coordinator.getByText(/Đã gia hạn đến 28\/02\/2027/)).toContainText("hạn gốc 28/02/2025")
  await coordinator.context().close()
})

test("a task is suspended with its basis and opened again", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/nhiem-vu/12")
  await page.getByRole("link", { name: "Tạm dừng hoặc hủy" }).click()
  await page.getByLabel("Căn cứ").fill("Kết luận của Ban Chỉ đạo")
  await page.getByLabel("Số, ký hiệu").fill("12/KL-BCĐ")
  await lookAt(page, "task-decision-form")
  await page.getByRole("button", { name: "Ghi quyết định" }).click()
  await expect(page).toHaveURL("/nhiem-vu/12")
  await expect(page.getByText("Tạm dừng").first()).toBeVisible()
  await expect(page.getByText("12/KL-BCĐ")).toBeVisible()
  await page.getByRole("link", { name: "Mở lại" }).click()
  await page.getByLabel("Căn cứ").fill("Đã gỡ vướng")
  await page.getByRole("button", { name: "Ghi quyết định" }).click()
  await expect(page.getByText("Đã gỡ vướng")).toBeVisible()
  await expect(page.getByRole("link", { name: "Tạm dừng hoặc hủy" })).toBeVisible()
})

test("who may not report is not offered it, and is told who may", async ({ console: page }) => {
  await page.goto("/nhiem-vu/1")
  await expect(page.locator("dl").first()).toBeVisible()
  await expect(page.getByRole("link", { name: /^Báo cáo/ })).toHaveCount(0)
  await page.goto("/xac-minh")
  await expect(page.getByText("Cần đăng nhập để dùng trang này")).toBeVisible()
  await openAs(page, "dau-moi-tai-chinh", "/xac-minh")
  await expect(page.getByText("Tài khoản này không dùng được trang này")).toBeVisible()
})
