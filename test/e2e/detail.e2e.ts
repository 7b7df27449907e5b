import { expect, test } from "./console-page.ts"

test("task 85b, which carries no number, is found under the name that it is given", async ({
  console: page,
}) => {
  await page.goto("/nhiem-vu/85b")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhiệm vụ 85b")
  await expect(page).toHaveTitle("Nhiệm vụ 85b · Theo dõi Kế hoạch 43")
  await expect(page.getByText("dòng này không được đánh số; gọi là 85b")).toBeVisible()
  await expect(page.getByText(/43\/KH-UBND · .*Phụ lục II, mục 85b/)).toBeVisible()
})

test("task 97 shows its three phases, each with a deadline of its own", async ({ console: page }) => {
  await page.goto("/nhiem-vu/97")
  // Beside what the agency owes the task's own deadline stands once more
  const ofTask = page.locator(":not(article *)")
  await expect(page.getByText("Mỗi giai đoạn có thời hạn riêng").and(ofTask)).toBeVisible()
  await expect(page.getByText("Được hiểu là:").and(ofTask)).toHaveCount(1)
  const phases = page.locator("[data-phase]")
  await expect(phases).toHaveCount(3)
  for (const phase of await phases.all()) await expect(phase.getByText("Được hiểu là:")).toBeVisible()
})

test("Sở Khoa học và Công nghệ leads 49 tasks by name, more through its groups", async ({
  console: page,
}) => {
  await page.goto("/co-quan/so-khcn")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sở Khoa học và Công nghệ")
  const led = page.locator("[data-view=lead]")
  await expect(led).toContainText("49")
  await expect(page.locator("table")).toHaveAttribute("aria-rowcount", "50")
  await page.getByLabel("Kể cả qua nhóm").check()
  await expect(page).toHaveURL(/throughGroups=1/)
  await expect(led).not.toContainText("49")
})

test("a body that was merged away leads to its successor", async ({ console: page }) => {
  await page.goto("/co-quan/so-tttt")
  await expect(page.getByText("đã kết thúc")).toBeVisible()
  await page.getByRole("link", { name: "Sở Khoa học và Công nghệ" }).first().click()
  await expect(page).toHaveURL(/\/co-quan\/so-khcn/)
})

test("an indicator says why it cannot be assessed and what is missing", async ({ console: page }) => {
  await page.goto("/chi-tieu/1")
  await expect(page.getByText("Còn thiếu", { exact: true })).toBeVisible()
  await expect(page.getByText("chưa có số liệu nào")).toBeVisible()
})

test("an indicator's other horizon is one step away", async ({ console: page }) => {
  await page.goto("/chi-tieu/1")
  await page.getByRole("link", { name: /^36\./ }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chỉ tiêu 36")
})

test("a cooperation programme leads to its task", async ({ console: page }) => {
  await page.goto("/hop-tac")
  await page.locator("[data-row-link]").first().click()
  await expect(page.getByText("chưa ghi nhận thỏa thuận nào")).toBeVisible()
  await page
    .getByRole("link", { name: /^\d+\. / })
    .first()
    .click()
  await expect(page).toHaveURL(/\/nhiem-vu\//)
})

test("an address without a screen says so and shows the way on", async ({ console: page }) => {
  await page.goto("/khong-co-trang-nay")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang")
  await page.getByRole("main").getByRole("link", { name: "tổng quan" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tổng quan")
})

test("a task that the plan does not have is not found", async ({ console: page }) => {
  await page.goto("/nhiem-vu/999")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang")
})
