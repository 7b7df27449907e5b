import { planKeyOf, stableId } from "@plan43/published-rows"
import type { Page } from "@playwright/test"
import { requireAccessible } from "../accessible.ts"
import { askAs, openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"

test.describe.configure({ mode: "serial" })

/** The awaited document of a task, by its place in the task's deadline. */
function documentOf(code: string, place = 1): string {
  const plan = planKeyOf({ number: "43/KH-UBND", issuedOn: "2025-02-14" })
  return stableId("trigger", plan, code, String(place))
}

interface Typed {
  kind: string
  number: string
  issuer: string
  issuedOn: string
  effectiveOn?: string
}

async function typeDocument(page: Page, typed: Typed): Promise<void> {
  await page.getByLabel("Loại văn bản").selectOption({ label: typed.kind })
  await page.getByLabel("Số, ký hiệu").fill(typed.number)
  await page.getByLabel("Cơ quan ban hành").fill(typed.issuer)
  await page.getByLabel("Ngày ban hành").fill(typed.issuedOn)
  if (typed.effectiveOn) await page.getByLabel("Ngày có hiệu lực").fill(typed.effectiveOn)
}

const preview = (page: Page) => page.getByRole("button", { name: "Xem trước tác động" }).click()
const record = (page: Page) => page.getByRole("button", { name: "Ghi nhận", exact: true }).click()

test("the page of what the city waits for puts first what nobody has looked at; one press says that one looked today", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dieu-phoi", "/van-ban-cho")
  const first = page
    .locator("tbody tr")
    .filter({ has: page.locator("[data-row-link]") })
    .first()
  await expect(first).toContainText("Chưa kiểm tra lần nào")
  await expect(first).toContainText(/chờ \d+ ngày/)
  await expect(first).toContainText("chưa ai theo dõi")
  const link = first.locator("[data-row-link]")
  const address = (await link.getAttribute("href")) ?? ""
  await first.getByRole("button", { name: /^Tôi theo dõi/ }).click()
  await expect(first.getByRole("button", { name: /^Thôi theo dõi/ })).toBeVisible()
  await first.getByRole("button", { name: /^Hôm nay đã kiểm tra/ }).click()
  // What was looked at makes room for what nobody has looked at
  await expect(link).not.toHaveAttribute("href", address)
  await expect(first).toContainText("Chưa kiểm tra lần nào")
  await requireAccessible(page, "documents-coordinator")
  await page.goto(address)
  await expect(page.getByText("Kiểm tra gần nhất")).toBeVisible()
  const visitor = await (await browser.newContext({ baseURL })).newPage()
  await visitor.goto("/van-ban-cho")
  await expect(visitor.locator("[data-row-link]").first()).toBeVisible()
  await expect(visitor.getByText("Chưa kiểm tra lần nào")).toHaveCount(0)
  await expect(visitor.getByText("chưa ai theo dõi")).toHaveCount(0)
  await visitor.context().close()
})

test("a document known to have been issued starts its task only once a coordinator has seen what that does", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dieu-phoi", "/van-ban-cho/goi-y")
  await expect(page.getByText("Luật Năng lượng nguyên tử").first()).toBeVisible()
  await requireAccessible(page, "documents-known")
  await page.getByRole("link", { name: "Kiểm tra và ghi nhận: Luật Năng lượng nguyên tử" }).click()
  await expect(page.getByLabel("Số, ký hiệu")).toHaveValue("94/2025/QH15")
  await expect(page.getByLabel("Ngày có hiệu lực")).toHaveValue("2026-01-01")
  await preview(page)
  const effects = page.getByRole("table", { name: "Tác động đến từng nhiệm vụ" })
  await expect(effects).toContainText("15.")
  await expect(effects).toContainText("01/01/2026")
  await expect(effects).toContainText("02/03/2026")
  await requireAccessible(page, "documents-preview")
  // Nothing has happened yet
  const visitor = await (await browser.newContext({ baseURL })).newPage()
  await visitor.goto("/nhiem-vu/15")
  await expect(visitor.getByText("Chưa có hạn: chờ hướng dẫn của cấp có thẩm quyền").first()).toBeVisible()
  await record(page)
  await expect(page).toHaveURL(/\/van-ban-cho\/[\w-]+$/)
  await expect(page.getByText("94/2025/QH15").first()).toBeVisible()
  await requireAccessible(page, "documents-recorded")
  await visitor.reload()
  await expect(visitor.getByText("Bắt đầu 01/01/2026, hạn đề xuất 02/03/2026").first()).toBeVisible()
  await expect(visitor.getByText("Quá hạn").first()).toBeVisible()
  await visitor.context().close()
})

test("a mistake is corrected with a reason, then taken back after seeing that the task waits again", async ({
  console: page,
}) => {
  const id = documentOf("15")
  await openAs(page, "dieu-phoi", `/van-ban-cho/${id}`)
  await page.getByRole("link", { name: "Sửa", exact: true }).click()
  await page.getByLabel("Số ngày đến hạn").fill("90")
  await preview(page)
  await expect(page.getByRole("table")).toContainText("01/04/2026")
  await record(page)
  await expect(page.getByRole("alert")).toContainText("Hãy ghi lý do sửa")
  await page.getByRole("button", { name: "Trở lại biểu mẫu" }).click()
  await page.getByLabel("Lý do sửa").fill("Thời hạn theo chỉ đạo")
  await preview(page)
  await record(page)
  await expect(page.getByText("Sửa điều đã ghi nhận")).toBeVisible()
  await page.getByRole("button", { name: "Gỡ ghi nhận", exact: true }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog).toContainText("Trở lại chờ")
  await dialog.getByLabel("Lý do").fill("Ghi nhầm văn bản")
  await dialog.getByRole("button", { name: "Gỡ ghi nhận" }).click()
  await expect(page.getByText("Chưa được ghi nhận là đã ban hành.")).toBeVisible()
  await page.goto("/nhiem-vu/15")
  await expect(page.getByText("Chưa có hạn: chờ hướng dẫn của cấp có thẩm quyền").first()).toBeVisible()
})

test("task 56 waits for two: the first starts nothing, the second does", async ({ console: page }) => {
  await openAs(page, "dieu-phoi")
  for (const place of [1, 2]) {
    await page.goto(`/van-ban-cho/${documentOf("56", place)}/ghi-nhan`)
    await typeDocument(page, {
      kind: place === 1 ? "Nghị quyết" : "Quyết định",
      number: `${place}00/2026`,
      issuer: "Chính phủ",
      issuedOn: place === 1 ? "2026-10-01" : "2026-11-01",
    })
    await preview(page)
    await expect(page.getByRole("table")).toContainText(place === 1 ? "Vẫn chờ văn bản khác" : "Bắt đầu")
    await record(page)
    await expect(page).toHaveURL(/\/van-ban-cho\/[\w-]+$/)
  }
  await page.goto("/nhiem-vu/56")
  await expect(page.getByText("Bắt đầu 01/11/2026, hạn đề xuất 31/12/2026").first()).toBeVisible()
})

test("what is wrong is said at its field; a preview that others overtook is not carried out", async ({
  console: page,
  browser,
  baseURL,
}) => {
  const address = `/van-ban-cho/${documentOf("29")}/ghi-nhan`
  await openAs(page, "dieu-phoi", address)
  const typed = { kind: "Nghị định", number: "100/2026/NĐ-CP", issuer: "Chính phủ", issuedOn: "2026-09-01" }
  await typeDocument(page, typed)
  await preview(page)
  await expect(page.getByLabel("Ngày có hiệu lực")).toBeFocused()
  await page.getByLabel("Ngày có hiệu lực").fill("2026-10-15")
  await preview(page)
  await expect(page.getByRole("button", { name: "Ghi nhận", exact: true })).toBeVisible()
  const other = await (await browser.newContext({ baseURL })).newPage()
  await openAs(other, "dieu-phoi", address)
  await typeDocument(other, { ...typed, effectiveOn: "2026-11-01" })
  await preview(other)
  await record(other)
  await expect(other).toHaveURL(/\/van-ban-cho\/[\w-]+$/)
  await other.context().close()
  await record(page)
  // By the graph's answer, or by the form itself where the live update has already brought the other's day
  await expect(page.getByRole("alert").first()).toContainText(
    /không còn là bản hiện hành|Người khác đã sửa nội dung này/,
  )
  await expect(page).toHaveURL(address)
})

test("what clearly is the same document is proposed, merged by a person and told apart again", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", "/van-ban-cho/gop")
  await expect(page.getByText("Có thể cùng là một văn bản đã ban hành")).toBeVisible()
  await requireAccessible(page, "documents-merge")
  await page.getByRole("button", { name: /^Gộp: Luật Khoa học/ }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Gộp" }).click()
  await expect(page.getByText("Không có đề xuất nào.")).toBeVisible()
  const id = documentOf("14")
  await page.goto(`/van-ban-cho/${id}/ghi-nhan`)
  await typeDocument(page, {
    kind: "Luật",
    number: "93/2025/QH15",
    issuer: "Quốc hội",
    issuedOn: "2025-06-27",
    effectiveOn: "2025-10-01",
  })
  await preview(page)
  const effects = page.getByRole("table", { name: "Tác động đến từng nhiệm vụ" })
  await expect(effects).toContainText("14.")
  await expect(effects).toContainText("26.")
  await record(page)
  await expect(page.getByRole("heading", { name: "Văn bản đã gộp" })).toBeVisible()
  await page.getByRole("button", { name: /^Tách ra/ }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Tách ra" }).click()
  await expect(page.getByRole("heading", { name: "Văn bản đã gộp" })).toHaveCount(0)
  await page.goto("/nhiem-vu/26")
  await expect(page.getByText("Bắt đầu 01/10/2025, hạn đề xuất 30/11/2025").first()).toBeVisible()
})

test("documents are merged by hand too, and a replacement is shown", async ({ console: page }) => {
  const id = documentOf("86")
  await openAs(page, "dieu-phoi", `/van-ban-cho/${id}/gop`)
  await expect(page.getByRole("checkbox").first()).toBeVisible()
  await requireAccessible(page, "documents-merge-by-hand")
  await page.goto(`/van-ban-cho/${documentOf("29")}/het-hieu-luc`)
  await requireAccessible(page, "documents-end")
  await page.getByLabel("Hết hiệu lực từ ngày").fill("2026-11-20")
  await page.getByLabel("Số, ký hiệu văn bản thay thế").fill("300/2026/NĐ-CP")
  await page.getByRole("button", { name: "Ghi", exact: true }).click()
  await expect(page.getByText("được thay bằng 300/2026/NĐ-CP")).toBeVisible()
})

test("who may not record is told who can", async ({ console: page }) => {
  const id = documentOf("86")
  for (const path of [`${id}/ghi-nhan`, `${id}/het-hieu-luc`, `${id}/gop`, "gop", "goi-y"]) {
    await page.goto(`/van-ban-cho/${path}`)
    await expect(page.getByText("Cần đăng nhập để dùng trang này")).toBeVisible()
  }
  await page.goto(`/van-ban-cho/${id}`)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await requireAccessible(page, "documents-visitor")
  await page.goto("/van-ban-cho/00000000-0000-8000-8000-000000000000")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang")
})

test("a coordinator appoints who watches over a document, found by name among those who are assigned", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", `/van-ban-cho/${documentOf("42")}`)
  const { assignPerson } = await askAs<{ assignPerson: { userErrors: object[] } }>(
    page,
    "mutation ($input: AssignPersonInput!) { assignPerson(input: $input) { userErrors { message } } }",
    {
      input: {
        idempotencyKey: "người theo dõi văn bản chờ",
        email: "theo-doi@hanoi.example",
        name: "Trần Theo Dõi",
        role: "CITY_LEADER",
        validFrom: "2026-01-01",
      },
    },
  )
  expect(assignPerson.userErrors).toEqual([])
  await page.getByRole("button", { name: /^Giao người khác theo dõi/ }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Tìm người").fill("tran theo")
  await dialog.getByLabel("Người theo dõi").selectOption({ label: "Trần Theo Dõi · theo-doi@hanoi.example" })
  await requireAccessible(page, "document-watcher")
  await dialog.getByRole("button", { name: "Giao theo dõi" }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText("Trần Theo Dõi").first()).toBeVisible()
})

test("what was recorded of a document is read as of a past day, without what can be done now", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", `/van-ban-cho/${documentOf("41")}`)
  await expect(page.getByRole("link", { name: "Ghi nhận đã ban hành" })).toBeVisible()
  await page.getByLabel("Xem như ngày").fill("2025-06-30")
  await expect(page.getByText("Đang xem lại ngày 30/06/2025")).toBeVisible()
  await expect(page).toHaveURL(/asOf=2025-06-30/)
  await expect(page.getByText("Chưa được ghi nhận là đã ban hành.")).toBeVisible()
  await expect(page.getByRole("link", { name: "Ghi nhận đã ban hành" })).toHaveCount(0)
  await requireAccessible(page, "document-past-day")
})
