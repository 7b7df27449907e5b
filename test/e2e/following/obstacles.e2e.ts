import type { Browser, Page } from "@playwright/test"
import { requireAccessible } from "../accessible.ts"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"

/** Somebody else, in a browser of their own. */
async function another(browser: Browser, baseURL: string | undefined, account: string, path: string) {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await openAs(page, account, path)
  return page
}

/** An officer raises an obstacle and lands on its page. */
async function raise(page: Page, title: string, task?: string): Promise<string> {
  await page.goto(task === undefined ? "/vuong-mac/moi" : `/vuong-mac/moi?task=${task}`)
  await page.getByLabel("Tên vướng mắc").fill(title)
  await page.getByLabel("Loại").selectOption({ label: "Kinh phí" })
  await page.getByLabel("Nội dung").fill("Chưa có định mức chi cho chuyên gia.\nĐã hỏi ba lần.")
  await page.getByRole("textbox", { name: "Kiến nghị", exact: true }).fill("Ban hành định mức chi")
  await page.getByLabel("Kiến nghị với").selectOption({ label: "UBND Thành phố" })
  await page.getByRole("button", { name: "Gửi", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(title))
  return new URL(page.url()).pathname
}

/** Takes the obstacle on the page on by a step. */
async function step(page: Page, name: string, words: [label: string, text: string] | null): Promise<void> {
  await page.getByRole("button", { name, exact: true, expanded: false }).click()
  const form = page.locator("main form")
  if (words !== null) await form.getByLabel(words[0]).fill(words[1])
  await form.getByRole("button", { name, exact: true }).click()
  await expect(form).toHaveCount(0)
}

test("an obstacle goes from an agency up to the City and its answer comes back", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dau-moi-tai-chinh")
  const address = await raise(page, "Thiếu định mức chi chuyên gia", "20")
  await expect(page.getByText("Chờ sàng lọc")).toBeVisible()
  await expect(page.getByRole("button", { name: "Tiếp nhận" })).toHaveCount(0)

  const coordinator = await another(browser, baseURL, "dieu-phoi", address)
  await step(coordinator, "Hỏi lại cơ quan", ["Câu hỏi", "Định mức nào?"])
  await page.reload()
  await expect(page.getByText("Định mức nào?")).toBeVisible()
  await step(page, "Trả lời câu hỏi", ["Nội dung làm rõ", "Định mức chi chuyên gia nước ngoài"])
  await coordinator.reload()
  await step(coordinator, "Tiếp nhận", null)
  await step(coordinator, "Trình Thành phố", ["Ý kiến của Sở", "Kính trình Thành phố"])
  await expect(coordinator.getByText("Chờ Thành phố quyết định")).toBeVisible()

  const leader = await another(browser, baseURL, "lanh-dao", "/vuong-mac")
  const waiting = leader.locator("section").filter({ hasText: "Chờ Thành phố quyết định" }).first()
  await waiting.getByRole("link", { name: /Thiếu định mức chi chuyên gia/ }).click()
  await leader.getByRole("button", { name: "Ghi quyết định của Thành phố" }).click()
  const form = leader.locator("main form")
  await form.getByRole("button", { name: "Ghi quyết định của Thành phố" }).click()
  await expect(form.getByLabel("Nội dung quyết định")).toBeFocused()
  await form.getByLabel("Nội dung quyết định").fill("Giao Sở Tài chính trình định mức")
  await form.getByLabel("Số, ký hiệu").fill("120/QĐ-UBND")
  await form.getByLabel("Ngày ban hành").fill("2026-01-15")
  await form.getByLabel("Cơ quan ban hành").fill("UBND Thành phố")
  await form.getByRole("button", { name: "Ghi quyết định của Thành phố" }).click()
  await expect(form).toHaveCount(0)

  await coordinator.reload()
  await step(coordinator, "Trả lời cơ quan", ["Nội dung trả lời", "Thành phố đã giao trình định mức"])
  await page.reload()
  const answer = page.locator("section").filter({ hasText: "Quyết định và trả lời" })
  await expect(answer).toContainText("Giao Sở Tài chính trình định mức")
  await expect(answer).toContainText("120/QĐ-UBND")
  await expect(answer).toContainText("Thành phố đã giao trình định mức")
  await expect(page.getByRole("heading", { name: "Bước tiếp theo" })).toHaveCount(0)

  await page.goto("/nhiem-vu/20")
  await expect(page.getByRole("link", { name: /Thiếu định mức chi chuyên gia/ }).first()).toBeVisible()
  await coordinator.context().close()
  await leader.context().close()
})

test("two agencies that raised the same get one answer, and neither sees the other's", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dau-moi-tai-chinh")
  const first = await raise(page, "Thiếu dữ liệu đất đai của thuế")
  const officer = await another(browser, baseURL, "dau-moi-khcn", "/")
  const second = await raise(officer, "Không có dữ liệu đất đai")

  const coordinator = await another(browser, baseURL, "dieu-phoi", second)
  await coordinator.getByRole("button", { name: "Gộp vào vướng mắc khác" }).click()
  const form = coordinator.locator("main form")
  await form.getByRole("combobox", { name: "Gộp vào" }).fill("du lieu dat dai cua thue")
  await coordinator
    .getByRole("option", { name: /Thiếu dữ liệu đất đai của thuế/ })
    .first()
    .click()
  await form.getByRole("button", { name: "Gộp vào vướng mắc khác" }).click()
  await expect(form).toHaveCount(0)
  await coordinator.goto(first)
  await expect(coordinator.getByRole("link", { name: /Không có dữ liệu đất đai/ })).toBeVisible()
  await step(coordinator, "Tiếp nhận", null)
  await step(coordinator, "Trả lời cơ quan", ["Nội dung trả lời", "Dữ liệu đã mở từ tháng này"])

  await officer.reload()
  await expect(officer.getByText("Dữ liệu đã mở từ tháng này")).toBeVisible()
  await expect(officer.getByText("Thiếu dữ liệu đất đai của thuế")).toHaveCount(0)
  await officer.goto(first)
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang")

  await coordinator.goto(second)
  await step(coordinator, "Tách lại", ["Lý do", "Khác nội dung"])
  await expect(coordinator.getByText("Chờ sàng lọc")).toBeVisible()
  await officer.context().close()
  await coordinator.context().close()
})

test("a visitor is told who can read obstacles", async ({ console: page }) => {
  await page.goto("/vuong-mac")
  await expect(page.getByText("Cần đăng nhập để dùng trang này")).toBeVisible()
  await page.goto("/nhiem-vu/20")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhiệm vụ 20")
  await expect(page.getByRole("heading", { name: "Vướng mắc" })).toHaveCount(0)
})

test("a coordinator sets how long a step may take", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/vuong-mac/thoi-han")
  const panel = page.locator("section").filter({ hasText: "Chờ sàng lọc" })
  await panel.getByLabel("Số ngày").fill("0")
  await panel.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(panel.getByLabel("Số ngày")).toHaveAccessibleDescription(/cần từ 1 đến 365/)
  await panel.getByLabel("Số ngày").fill("7")
  await panel.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(panel.getByLabel("Số ngày")).toHaveValue("7")
  await page.reload()
  await expect(panel.getByLabel("Số ngày")).toHaveValue("7")

  await panel.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  const change = panel.getByRole("listitem").filter({ hasText: "Đổi thời hạn của bước" })
  await expect(change).toContainText("Điều phối viên (mẫu)")
  await expect(change.getByRole("deletion")).toContainText("5")
  await expect(change.getByRole("insertion")).toContainText("7")
  await requireAccessible(page, "obstacle-term-timeline")
})

const screens = [
  { account: "dieu-phoi", path: "/vuong-mac", arrived: "[data-row-link]" },
  { account: "lanh-dao", path: "/vuong-mac?state=SENT_UP&q=khong%20co", arrived: "[data-total]" },
  { account: "dieu-phoi", path: "/vuong-mac/moi", arrived: "form" },
  { account: "dieu-phoi", path: "/vuong-mac/thoi-han", arrived: "form" },
] as const

for (const [place, { account, path, arrived }] of screens.entries())
  test(`${path} of ${account} meets WCAG 2.2 AA and fits`, async ({ console: page }) => {
    await openAs(page, account, path)
    await expect(page.locator(arrived).first()).toBeVisible()
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
    if (path === "/vuong-mac/moi") {
      await page.locator("main form button[type=submit]").first().click()
      await expect(page.locator("[aria-invalid=true]").first()).toBeFocused()
    }
    await requireAccessible(page, `obstacles-${place}`)
  })

test("an obstacle with a step begun meets WCAG 2.2 AA and fits", async ({ console: page }) => {
  await openAs(page, "dau-moi-tai-chinh")
  const address = await raise(page, "Chưa rõ thẩm quyền phê duyệt", "21")
  await page.context().clearCookies()
  await openAs(page, "dieu-phoi", address)
  await step(page, "Tiếp nhận", null)
  await page.getByRole("button", { name: "Trình Thành phố" }).click()
  await requireAccessible(page, "obstacles-detail")
})
