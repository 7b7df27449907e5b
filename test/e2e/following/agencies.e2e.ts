import type { Page } from "@playwright/test"
import { requireAccessible } from "../accessible.ts"
import { askAs, openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"

test.describe.configure({ mode: "serial" })

const preview = (page: Page) => page.getByRole("button", { name: "Xem trước tác động" }).click()
const apply = (page: Page) => page.getByRole("button", { name: "Ghi nhận và áp dụng" }).click()

/** The last day of the old name is the day before. */
const FIRST_DAY = "2026-01-01"

async function typeDocument(page: Page, kind: string, number: string): Promise<void> {
  await page.getByLabel("Hình thức").selectOption({ label: kind })
  await page.getByLabel("Có hiệu lực từ ngày").fill(FIRST_DAY)
  await page.getByLabel("Số, ký hiệu văn bản").fill(number)
  await page.getByLabel("Ngày ban hành").fill("2025-12-20")
  await page.getByLabel("Cơ quan ban hành").fill("Hội đồng nhân dân Thành phố Hà Nội")
}

async function pick(page: Page, field: string | RegExp, name: string): Promise<void> {
  await page.getByRole("combobox", { name: field }).fill(name)
  await page.getByRole("option", { name, exact: true }).click()
  await page.keyboard.press("Escape")
}

async function takeBack(page: Page, number: string): Promise<void> {
  await page.goto("/co-quan/sap-xep")
  const row = page.locator("tbody tr").filter({ hasText: number })
  await row.getByRole("button", { name: "Hủy", exact: true }).click()
  const dialog = row.getByRole("dialog")
  await dialog.getByLabel("Lý do").fill("Ghi thử")
  await dialog.getByRole("button", { name: "Hủy lần sắp xếp" }).click()
  await expect(row).toContainText("đã hủy: Ghi thử")
}

async function typeRenaming(page: Page): Promise<void> {
  await typeDocument(page, "Đổi tên", "12/NQ-HĐND")
  await pick(page, "Cơ quan trước sắp xếp", "Sở Du lịch")
  await page.getByLabel("Tên đầy đủ").fill("Sở Du lịch và Sự kiện")
}

test("a coordinator sees what a renaming moves, corrects what is wrong, and applies it in one step", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", "/co-quan/sap-xep")
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
  const numbers = moves.getByRole("link")
  await expect(numbers).toHaveCount(3)
  const [byName, throughGroups] = await numbers.allTextContents()
  expect(Number(throughGroups)).toBeGreaterThan(Number(byName))
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

  await openAs(page, "dieu-phoi", "/co-quan/so-du-lich")
  await page.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  const timeline = page.getByRole("listitem").filter({ hasText: "Kết thúc cơ quan" })
  await expect(timeline).toContainText("Ngày cuối hoạt động")
  await expect(timeline).toContainText("điều phối viên", { ignoreCase: true })
  await requireAccessible(page, "agency-timeline")
})

test("a change recorded by mistake is taken back with a reason, and the old name goes on", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", "/co-quan/sap-xep")
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

test("a split gives each task to whom the coordinator says, and the rest to one; the task shows who owes it", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", "/co-quan/sap-xep/moi")
  await typeDocument(page, "Chia tách", "13/NQ-HĐND")
  await pick(page, "Cơ quan trước sắp xếp", "Sở Công Thương")
  for (const [slot, name, code] of [
    ["1", "Sở Công nghiệp", "so-cong-nghiep"],
    ["2", "Sở Thương mại", "so-thuong-mai"],
  ] as const) {
    const founded = page.getByRole("group", { name: new RegExp(`Cơ quan mới ${slot}`) })
    await founded.getByLabel("Tên đầy đủ").fill(name)
    await founded.getByRole("textbox", { name: /^Mã/ }).fill(code)
  }
  await preview(page)
  await expect(page.getByText("Ghi sau ngày hiệu lực")).toBeVisible()
  await page.getByRole("combobox", { name: /^Cơ quan nhận: 66\./ }).selectOption({ label: "Sở Công nghiệp" })
  await page.getByLabel("Việc không chọn riêng").selectOption({ label: "Sở Thương mại" })
  const tally = page.getByRole("region", { name: "Mỗi cơ quan nhận bao nhiêu việc" })
  await expect(tally.getByRole("row", { name: /Sở Công nghiệp/ })).toHaveText("Sở Công nghiệp100")
  await expect(tally.getByRole("row", { name: /Sở Thương mại/ })).toHaveText("Sở Thương mại410")
  await requireAccessible(page, "agency-change-divided")
  await apply(page)
  const row = page.locator("tbody tr").filter({ hasText: "13/NQ-HĐND" })
  await expect(row).toContainText("Giao riêng cho Sở Công nghiệp: 1 việc")
  await expect(row).toContainText("Phần còn lại: Sở Thương mại")
  await requireAccessible(page, "agency-changes-divided")

  const owing = async (code: string) => {
    const { task } = await askAs<{ task: { obligations: { agency: { name: string } }[] } }>(
      page,
      `{ task(code: "${code}") { obligations { agency { name } } } }`,
    )
    return task.obligations.map(({ agency }) => agency.name)
  }
  await expect.poll(() => owing("66")).toContain("Sở Công nghiệp")
  expect(await owing("66")).not.toContain("Sở Thương mại")
  await expect.poll(() => owing("67")).toContain("Sở Thương mại")
  await takeBack(page, "13/NQ-HĐND")
  await expect.poll(() => owing("66")).toContain("Sở Công Thương")
})

test("who belongs to a group changes with a document, and is as before once that is taken back", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", "/co-quan/sap-xep/moi")
  await typeDocument(page, "Đổi thành viên của nhóm", "14/QĐ-UBND")
  await preview(page)
  await expect(page.getByText("Hãy chọn nhóm đổi thành viên").first()).toBeVisible()
  await pick(page, /^Nhóm/, "Các sở, ban, ngành")
  await pick(page, "Ra khỏi nhóm", "Sở Du lịch")
  await requireAccessible(page, "agency-change-members")
  await preview(page)
  await expect(page.getByRole("heading", { name: "Ra khỏi nhóm (1)" })).toBeVisible()
  await apply(page)
  const row = page.locator("tbody tr").filter({ hasText: "14/QĐ-UBND" })
  await expect(row).toContainText("Ra khỏi nhóm: Sở Du lịch")
  await takeBack(page, "14/QĐ-UBND")
})
