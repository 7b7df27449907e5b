import type { Page } from "@playwright/test"
import { requireAccessible } from "../accessible.ts"
import { signIn } from "../accounts.ts"
import { expect, test } from "../console-page.ts"

test.describe.configure({ mode: "serial" })

const preview = (page: Page) => page.getByRole("button", { name: "Xem trước tác động" }).click()
const apply = (page: Page) => page.getByRole("button", { name: "Ghi nhận và áp dụng" }).click()

/** The last day of the old name is the day before. */
const FIRST_DAY = "2026-01-01"

async function typeRenaming(page: Page): Promise<void> {
  await page.getByLabel("Hình thức").selectOption({ label: "Đổi tên" })
  await page.getByLabel("Có hiệu lực từ ngày").fill(FIRST_DAY)
  await page.getByLabel("Số, ký hiệu văn bản").fill("12/NQ-HĐND")
  await page.getByLabel("Ngày ban hành").fill("2025-12-20")
  await page.getByLabel("Cơ quan ban hành").fill("Hội đồng nhân dân Thành phố Hà Nội")
  await page.getByRole("combobox", { name: "Cơ quan trước sắp xếp" }).fill("Sở Du lịch")
  await page.getByRole("option", { name: "Sở Du lịch", exact: true }).click()
  await page.keyboard.press("Escape")
  await page.getByLabel("Tên đầy đủ").fill("Sở Du lịch và Sự kiện")
}

test("a coordinator sees what a renaming moves, corrects what is wrong, and applies it in one step", async ({
  console: page,
}) => {
  await signIn(page, "dieu-phoi", "/co-quan/sap-xep")
  await expect(page.getByText("Chưa ghi lần sắp xếp nào.")).toBeVisible()
  await requireAccessible(page, "agency-changes-empty")
  await page.getByRole("link", { name: "Ghi sắp xếp", exact: true }).click()
  await typeRenaming(page)
  await page.getByRole("textbox", { name: /^Mã/ }).fill("so-khcn")
  await preview(page)
  await expect(page.getByText(/Mã “so-khcn” là của Sở Khoa học và Công nghệ/)).toBeVisible()
  await requireAccessible(page, "agency-change-refused")
  await page.getByRole("textbox", { name: /^Mã/ }).fill("so-du-lich-su-kien")
  await preview(page)
  const moves = page.getByRole("region", { name: "Việc chuyển cho cơ quan nào" })
  await expect(moves).toContainText("Sở Du lịch")
  await expect(moves).toContainText("31/12/2025")
  await expect(moves).toContainText("Sở Du lịch và Sự kiện")
  await requireAccessible(page, "agency-change-preview")
  await apply(page)
  await expect(page).toHaveURL(/\/co-quan\/sap-xep$/)
  const row = page.locator("tbody tr").filter({ hasText: "12/NQ-HĐND" })
  await expect(row).toContainText("Sở Du lịch → Sở Du lịch và Sự kiện")
  await requireAccessible(page, "agency-changes")
})

test("the old body shows to everybody whom it became and by which document; its timeline says the rest", async ({
  console: page,
  browser,
  baseURL,
}) => {
  const visitor = await (await browser.newContext({ baseURL })).newPage()
  await visitor.goto("/co-quan/so-du-lich")
  await expect(visitor.getByText("Đổi tên:")).toBeVisible()
  await expect(visitor.getByText("12/NQ-HĐND")).toBeVisible()
  await expect(visitor.getByRole("link", { name: "Sở Du lịch và Sự kiện" })).toBeVisible()
  await visitor.context().close()

  await signIn(page, "dieu-phoi", "/co-quan/so-du-lich")
  await page.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  const timeline = page.getByRole("listitem").filter({ hasText: "Kết thúc cơ quan" })
  await expect(timeline).toContainText("Ngày cuối hoạt động")
  await expect(timeline).toContainText("điều phối viên", { ignoreCase: true })
  await requireAccessible(page, "agency-timeline")
})

test("a change recorded by mistake is taken back with a reason, and the old name goes on", async ({
  console: page,
}) => {
  await signIn(page, "dieu-phoi", "/co-quan/sap-xep")
  await page.getByRole("button", { name: "Hủy", exact: true }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: "Hủy lần sắp xếp" }).click()
  await expect(dialog.getByText("Hãy ghi lý do")).toBeVisible()
  await dialog.getByLabel("Lý do").fill("Ghi nhầm cơ quan")
  await dialog.getByRole("button", { name: "Hủy lần sắp xếp" }).click()
  await expect(page.locator("tbody tr").filter({ hasText: "12/NQ-HĐND" })).toContainText(
    "đã hủy: Ghi nhầm cơ quan",
  )
  await page.goto("/co-quan/so-du-lich")
  await expect(page.getByText("đang hoạt động").first()).toBeVisible()
})
