import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { downloadOf } from "./round-steps.ts"
import { another, lookAt } from "./two-people.ts"

/** A period that is over, and in which nothing more is recorded. */
const PERIOD = "tu=2025-07-01&den=2025-12-31"

test("every figure of a scorecard is as many rows as it says, each leading to its task", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", `/danh-gia?${PERIOD}`)
  const finance = page.getByRole("link", { name: "Sở Tài chính", exact: true })
  await expect(finance).toBeVisible()
  await lookAt(page, "scorecards")
  await page.getByRole("columnheader", { name: "Quá hạn" }).getByRole("button").click()
  await expect(page).toHaveURL(/sort=TASKS_OVERDUE/)
  await page.getByLabel("Tìm", { exact: true }).fill("so tai chinh")
  await expect(page.locator("[data-total]").first()).toHaveAttribute("data-total", "1")
  expect((await downloadOf(page, "Tải bảng kết quả (Word)")).name).toMatch(/chưa chốt\.docx$/)
  expect((await downloadOf(page, "Tải kèm mọi căn cứ (Excel)")).name).toMatch(/chưa chốt\.xlsx$/)
  await finance.click()

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sở Tài chính")
  const assigned = page.locator("[data-criterion=TASKS_ASSIGNED]")
  const figure = Number(await assigned.locator("h3 + p > span").first().textContent())
  expect(figure).toBeGreaterThan(5)
  await assigned.getByText("Căn cứ").click()
  await expect(assigned.locator("li")).toHaveCount(figure)
  await lookAt(page, "scorecard")
  await assigned.locator("li").getByRole("link").first().click()
  await expect(page).toHaveURL(/\/nhiem-vu\//)
})

test("weights are recorded with their basis, results are kept, and everybody sees their own", async ({
  console: coordinator,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  await openAs(coordinator, "dieu-phoi", "/danh-gia/cach-tinh")
  await expect(coordinator.getByText("Không trọng số: từng con số đứng riêng.")).toBeVisible()
  await lookAt(coordinator, "score-method")
  await coordinator.getByRole("link", { name: "Ghi trọng số" }).click()
  await coordinator.getByLabel("Căn cứ").fill("Quyết định số 1/QĐ-UBND ngày 02/01/2026 của UBND Thành phố")
  await coordinator.getByLabel("Áp dụng cho kỳ kết thúc từ ngày").fill("2025-12-31")
  await coordinator.getByRole("button", { name: "Ghi phiên bản mới" }).click()
  await expect(coordinator.getByText("Hãy ghi trọng số của ít nhất một tiêu chí")).toBeVisible()
  await lookAt(coordinator, "score-method-new")
  await coordinator.getByLabel("Nhiệm vụ đến hạn trong kỳ được hoàn thành đúng hạn").fill("3")
  await coordinator.getByRole("button", { name: "Ghi phiên bản mới" }).click()
  await expect(coordinator.locator("[data-method='2']")).toContainText("Quyết định số 1/QĐ-UBND")

  await coordinator.goto(`/danh-gia?${PERIOD}`)
  await expect(coordinator.getByRole("columnheader", { name: "Điểm tổng hợp" })).toBeVisible()
  await coordinator.getByRole("link", { name: "Chốt kết quả" }).click()
  await coordinator.getByLabel("Tên bản chốt").fill("Đánh giá 6 tháng cuối năm 2025")
  await lookAt(coordinator, "scorecards-keep")
  await coordinator.getByRole("button", { name: "Chốt", exact: true }).click()
  await expect(coordinator).toHaveURL(/ban=/)
  await expect(coordinator.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await expect(coordinator.getByRole("link", { name: "Sở Nội vụ", exact: true })).toBeVisible()
  const kept = new URL(coordinator.url())
  await coordinator.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  await expect(coordinator.getByText("Ghi cách tính có trọng số")).toBeVisible()
  await expect(coordinator.getByText("Chốt kết quả đánh giá")).toBeVisible()
  await coordinator.getByText("Chốt kết quả đánh giá").scrollIntoViewIfNeeded()
  await lookAt(coordinator, "scorecards-history")

  const officer = await another(browser, baseURL, "dau-moi-tai-chinh", `${kept.pathname}${kept.search}`)
  await expect(officer.getByRole("link", { name: "Sở Tài chính", exact: true })).toBeVisible()
  await expect(officer.getByText("1 kết quả")).toBeVisible()
  await officer.getByRole("link", { name: "Người đứng đầu" }).click()
  await expect(
    officer.getByText("không phải người mà tài khoản này được xem", { exact: false }),
  ).toBeVisible()
  await officer.context().close()
  const budget = await another(browser, baseURL, "tai-chinh", "/danh-gia")
  await expect(budget.getByText("Tài khoản này không dùng được trang này")).toBeVisible()
  await budget.context().close()
})
