import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { lookAt } from "./two-people.ts"

test("a coordinator's morning has fifteen things at most, each with its reason and one thing to do", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi")
  await page.getByRole("button", { name: "Theo dõi" }).click()
  await page.getByRole("list").getByRole("link", { name: "Sáng nay" }).click()
  await expect(page).toHaveURL("/sang-nay")
  const items = page.locator("[data-reason]")
  await expect(items.first()).toBeVisible()
  const count = await items.count()
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThanOrEqual(15)
  for (const item of await items.all()) {
    await expect(item.locator("[data-row-link]")).toHaveCount(1)
    await expect(item.getByText(/\d+ ngày|hôm nay|Hôm nay/).first()).toBeVisible()
  }
  await lookAt(page, "morning")
  await page.keyboard.press("j")
  await page.keyboard.press("Enter")
  await expect(page).not.toHaveURL("/sang-nay")
  await page.locator("h1").click()
  await page.keyboard.press("g")
  await page.keyboard.press("s")
  await expect(page).toHaveURL("/sang-nay")
})

test("an officer's morning is about the own agency alone", async ({ console: page }) => {
  await openAs(page, "dau-moi-tai-chinh", "/sang-nay")
  await expect(page.getByText("Chỉ phần việc của cơ quan tôi")).toBeVisible()
  const items = page.locator("[data-reason]")
  await expect(items.first()).toBeVisible()
  for (const item of await items.all())
    await expect(item.getByRole("link", { name: "Báo cáo", exact: true })).toBeVisible()
  await items.first().getByRole("link", { name: "Báo cáo", exact: true }).click()
  await expect(page.getByRole("main").getByText("Sở Tài chính", { exact: true }).first()).toBeVisible()
  await expect(page.getByRole("button", { name: "Ghi báo cáo" })).toBeVisible()
})

test("the morning is for those who follow the work", async ({ console: page }) => {
  await page.goto("/sang-nay")
  await expect(page.getByText("Cần đăng nhập để dùng trang này")).toBeVisible()
})
