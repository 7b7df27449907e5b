import type { Locator, Page } from "@playwright/test"
import { requireAccessible } from "../accessible.ts"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { lookAt } from "./two-people.ts"

/** Indicators that Sở KH&CN answers for: a share, a rank, one of ranking groups; one of Sở Tài chính; one of Công an Thành phố. */
const [SHARE, RANK, GROUP, ANOTHERS, DIRECTED] = ["9", "3", "1", "16", "27"] as const

/** A small file that is what its name says. */
const pdf = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7\n%%EOF\n"),
})

/** Ends the session and begins another person's. */
async function changeTo(page: Page, account: string, address: string): Promise<void> {
  await page.context().clearCookies()
  await openAs(page, account, address)
}

async function recordFigure(page: Page, code: string, period: string, value: string): Promise<void> {
  await page.goto(`/chi-tieu/${code}/so-lieu/moi`)
  await page.getByLabel("Kỳ số liệu").selectOption({ label: period })
  await page.getByLabel("Giá trị").fill(value)
  await page.getByLabel("Tính chất số liệu").selectOption({ label: "Tạm tính" })
  await page.getByLabel("Nguồn số liệu").fill("Cục Thống kê Thành phố")
  await page.getByRole("button", { name: "Ghi số liệu" }).click()
}

const rowOf = (page: Page, period: string): Locator =>
  page
    .getByRole("table", { name: /Số liệu theo kỳ/ })
    .getByRole("row")
    .filter({ hasText: period })

test.describe.configure({ mode: "serial" })

test("an officer records a figure with a decimal comma; what is wrong is said at its field", async ({
  console: page,
}) => {
  await openAs(page, "dau-moi-khcn", `/chi-tieu/${SHARE}`)
  await expect(page.getByText("chưa có số liệu nào")).toBeVisible()
  await page.getByRole("link", { name: "Ghi số liệu" }).click()
  const value = page.getByLabel("Giá trị (% GRDP)")
  await page.getByLabel("Kỳ số liệu").selectOption({ label: "Năm 2025" })
  await page.getByLabel("Tính chất số liệu").selectOption({ label: "Tạm tính" })
  await page.getByLabel("Nguồn số liệu").fill("Cục Thống kê Thành phố")
  await value.fill("80.5")
  await page.getByRole("button", { name: "Ghi số liệu" }).click()
  await expect(value).toBeFocused()
  await expect(value).toHaveAccessibleDescription(/Hãy ghi một số, ví dụ 80,5/)
  await value.fill("125")
  await page.getByRole("button", { name: "Ghi số liệu" }).click()
  await expect(value).toBeFocused()
  await expect(value).toHaveAccessibleDescription(/tỷ lệ phần trăm nằm trong khoảng 0 đến 100/)
  await lookAt(page, "observation-form-error")
  await value.fill("25,5")
  await page.locator("input[type=file]").setInputFiles(pdf("nien-giam.pdf"))
  await expect(page.getByText("Đã tải xong nien-giam.pdf")).toHaveCount(1)
  await page.getByRole("button", { name: "Ghi số liệu" }).click()
  await expect(rowOf(page, "Năm 2025")).toContainText("25,5 % GRDP")
  await expect(rowOf(page, "Năm 2025")).toContainText("tạm tính")
  await expect(rowOf(page, "Năm 2025").getByRole("link", { name: "nien-giam.pdf" })).toBeVisible()
  await expect(rowOf(page, "Năm 2025")).not.toContainText("ghi thay")
  await expect(page.getByText("còn thiếu số liệu gốc")).toBeVisible()
})

test("an officer is offered no form for another agency's indicator", async ({ console: page }) => {
  await openAs(page, "dau-moi-khcn", `/chi-tieu/${ANOTHERS}`)
  await expect(page.getByText("chưa có số liệu nào")).toBeVisible()
  await expect(page.getByRole("link", { name: "Ghi số liệu" })).toHaveCount(0)
  await page.goto(`/chi-tieu/${ANOTHERS}/so-lieu/moi`)
  await expect(page.getByText("Chỉ tiêu này do cơ quan khác theo dõi, đánh giá")).toBeVisible()
  await expect(page.getByRole("button", { name: "Ghi số liệu" })).toHaveCount(0)
  await page.goto(`/chi-tieu/${SHARE}/ky-goc`)
  await expect(page.getByText("Tài khoản này không dùng được trang này")).toBeVisible()
})

test("a coordinator corrects and publishes a figure: the old value stays, the public sees who measured, not who typed", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dieu-phoi", `/chi-tieu/${SHARE}`)
  await page.getByRole("link", { name: "Đính chính Năm 2025" }).click()
  await expect(page.getByLabel("Giá trị")).toHaveValue("25,5")
  await page.getByLabel("Giá trị").fill("26,5")
  await page.getByLabel("Tính chất số liệu").selectOption({ label: "Chính thức" })
  await page.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(page.getByLabel("Lý do thay đổi")).toBeFocused()
  await lookAt(page, "observation-correction-error")
  await page.getByLabel("Lý do thay đổi").fill("Theo Niên giám thống kê 2025")
  await page.getByRole("button", { name: "Ghi thay đổi" }).click()
  const row = rowOf(page, "Năm 2025")
  await expect(row).toContainText("26,5 % GRDP")
  await expect(row).toContainText("Điều phối viên (mẫu)")
  await expect(row).toContainText("điều phối viên ghi thay")
  await row.getByText("Đã đính chính 1 lần").click()
  await expect(row).toContainText("Theo Niên giám thống kê 2025")
  await expect(row.locator("details").getByRole("listitem")).toContainText("25,5 % GRDP")

  const visitor = await (await browser.newContext({ baseURL })).newPage()
  await visitor.goto(`/chi-tieu/${SHARE}`)
  await expect(visitor.getByText("chưa có số liệu nào")).toBeVisible()
  await row.getByRole("button", { name: "Công khai: Năm 2025" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Công khai" }).click()
  await expect(row.getByRole("button", { name: "Ngừng công khai: Năm 2025" })).toBeVisible()
  await visitor.reload()
  await expect(rowOf(visitor, "Năm 2025")).toContainText("26,5 % GRDP")
  await expect(rowOf(visitor, "Năm 2025")).not.toContainText("25,5")
  await expect(rowOf(visitor, "Năm 2025")).not.toContainText("(mẫu)")
  await expect(visitor.getByRole("columnheader", { name: "Thao tác" })).toHaveCount(0)
  await visitor.context().close()
})

test("with a baseline and milestones an indicator is assessed and drawn, and the drawing is there in words", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", `/chi-tieu/${SHARE}`)
  await page.getByRole("link", { name: "Ghi số liệu kỳ gốc" }).click()
  await page.getByLabel("Giá trị").fill("20")
  await page.getByLabel("Ngày của số liệu").fill("2024-12-31")
  await page.getByLabel("Nguồn số liệu").fill("Niên giám thống kê 2024")
  await lookAt(page, "baseline-form")
  await page.getByRole("button", { name: "Ghi số liệu kỳ gốc" }).click()
  await expect(page.getByText(/26,5 \(% GRDP\): đúng lộ trình/)).toBeVisible()

  await page.getByRole("link", { name: "Đặt mốc" }).click()
  await page.getByLabel("Giá trị").fill("30,25")
  await page.getByLabel("Phải đạt vào ngày").fill("2031-01-01")
  await page.getByRole("button", { name: "Đặt mốc" }).click()
  await expect(page.getByLabel("Phải đạt vào ngày")).toHaveAccessibleDescription(/Mốc phải sau ngày/)
  await lookAt(page, "milestone-form-error")
  await page.getByLabel("Phải đạt vào ngày").fill("2027-12-31")
  await page.locator("input[type=file]").setInputFiles(pdf("Quyết định đặt mốc.pdf"))
  await expect(page.getByText("Đã tải xong Quyết định đặt mốc.pdf")).toHaveCount(1)
  await page.getByRole("button", { name: "Đặt mốc", exact: true }).click()
  await expect(page.getByRole("heading", { name: `Chỉ tiêu ${SHARE}` })).toBeVisible()
  await expect(page.getByRole("link", { name: /Quyết định đặt mốc\.pdf/ })).toBeVisible()
  await page.getByRole("link", { name: "Đính chính Mốc 31/12/2027" }).click()
  await expect(page.getByText("Quyết định đặt mốc.pdf")).toBeVisible()
  await lookAt(page, "milestone-correction-with-file")
  await page.getByRole("link", { name: "Thôi" }).click()

  await recordFigure(page, SHARE, "Năm 2024", "21")
  const chart = page.getByRole("figure")
  const words = chart.getByRole("table", { name: "Các số liệu trên biểu đồ" })
  await expect(words.getByRole("row", { name: "31/12/2025 Số liệu chính thức, Năm 2025 26,5" })).toHaveCount(
    1,
  )
  await expect(words.getByRole("row", { name: "31/12/2024 Số liệu tạm tính, Năm 2024 21" })).toHaveCount(1)
  await expect(words.getByRole("row", { name: "31/12/2027 Lộ trình 30,25" })).toHaveCount(1)
  await expect(words.getByRole("row", { name: "31/12/2030 Mục tiêu 40" })).toHaveCount(1)
  await expect(chart.locator("circle[data-provisional=true]").first()).toBeVisible()
  await lookAt(page, "indicator-detail-data")
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `test/screenshots/indicator-detail-whole-${width}.png`, fullPage: true })
  }

  await page.getByRole("button", { name: "Rút: Mốc 31/12/2027" }).click()
  const question = page.getByRole("dialog")
  await question.getByRole("button", { name: "Rút" }).click()
  await expect(question.getByLabel("Lý do")).toBeFocused()
  await page.keyboard.type("Đặt nhầm")
  await question.getByRole("button", { name: "Rút" }).click()
  await expect(page.getByText("chưa đặt; Kế hoạch không nêu")).toBeVisible()
})

test("the register shows the last figure and how an indicator stands", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", `/chi-tieu?q=${encodeURIComponent("quy mô kinh tế số")}`)
  const row = page.getByRole("row").filter({ hasText: "26,5 % GRDP" })
  await expect(row).toContainText("Năm 2025")
  await expect(row).toContainText("Đúng lộ trình")
  await requireAccessible(page, "indicator-register-figures")
})

test("a target without a figure is judged with evidence; one that needs a ranking may not apply", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", `/chi-tieu/${GROUP}/danh-gia/moi`)
  await page.getByLabel("Kết quả đánh giá").selectOption({ label: "Đạt" })
  await page.getByLabel("Tính đến ngày").fill("2025-12-31")
  await page.getByRole("textbox", { name: /^Minh chứng/ }).fill("Bảng xếp hạng PII 2025: hạng 1")
  await page.getByLabel("Nơi công bố minh chứng").fill("Bộ Khoa học và Công nghệ")
  await lookAt(page, "judgement-form")
  await page.getByRole("button", { name: "Ghi đánh giá" }).click()
  await expect(page.getByText("Theo đánh giá ngày 31/12/2025: đạt mục tiêu.")).toBeVisible()

  await page.goto(`/chi-tieu/${RANK}/danh-gia/moi`)
  await expect(page.getByLabel("Kết quả đánh giá").getByRole("option")).toHaveText([
    "Chọn kết quả",
    "Không áp dụng (không có xếp hạng)",
  ])
  await page.getByLabel("Kết quả đánh giá").selectOption({ index: 1 })
  await page.getByLabel("Tính đến ngày").fill("2025-12-31")
  await page.getByRole("textbox", { name: /^Minh chứng/ }).fill("Năm 2025 không tổ chức xếp hạng")
  await page.getByLabel("Nơi công bố minh chứng").fill("Bộ Khoa học và Công nghệ")
  await page.getByRole("button", { name: "Ghi đánh giá" }).click()
  await expect(
    page.getByText("Không áp dụng: theo đánh giá ngày 31/12/2025, không có xếp hạng."),
  ).toBeVisible()
  await requireAccessible(page, "indicator-detail-judged")
})

test("what an authority directed is recorded with its document and becomes the target", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", `/chi-tieu/${DIRECTED}`)
  await page.getByRole("link", { name: "Ghi mục tiêu được chỉ đạo" }).click()
  await page.getByLabel("Dạng mục tiêu").selectOption({ label: "Ít nhất" })
  await page.getByLabel("Số văn bản").fill("12/CT-BCA")
  await page.getByLabel("Ngày ban hành").fill("2025-05-04")
  await page.getByLabel("Cơ quan ban hành").fill("Bộ Công an")
  await page.getByRole("button", { name: "Ghi mục tiêu" }).click()
  const least = page.getByLabel("Mức phải đạt, hoặc thấp nhất")
  await expect(least).toBeFocused()
  await expect(least).toHaveAccessibleDescription(/Hãy ghi mức được chỉ đạo/)
  await lookAt(page, "directed-target-form-error")
  await least.fill("1")
  await page.getByRole("button", { name: "Ghi mục tiêu" }).click()
  await expect(page.getByText("12/CT-BCA")).toBeVisible()
  await expect(page.getByText("còn thiếu số liệu thực hiện, số liệu gốc")).toBeVisible()
  await requireAccessible(page, "indicator-detail-directed")
})

test("the heading of sub-rows counts how they stand", async ({ console: page }) => {
  await page.goto("/chi-tieu/10")
  const counts = page.getByRole("list", { name: "Kết quả đánh giá các chỉ tiêu thành phần" })
  await expect(counts.getByRole("listitem")).toHaveText(["Chưa có số liệu12"])
  await requireAccessible(page, "indicator-detail-heading")
})

test("how often an indicator is measured decides which periods are offered; what stands is kept", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", `/chi-tieu/${SHARE}`)
  await page.getByRole("link", { name: "Đổi tần suất" }).click()
  await page.getByLabel("Tần suất").selectOption({ label: "Hằng quý" })
  await lookAt(page, "frequency-form")
  await page.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(page.getByText("Hằng quý")).toBeVisible()
  await expect(rowOf(page, "Năm 2025")).toContainText("26,5")
  await page.goto(`/chi-tieu/${SHARE}/so-lieu/moi`)
  await expect(page.getByLabel("Kỳ số liệu").getByRole("option").first()).toHaveText(
    /^Quý (I|II|III|IV)\/20\d\d$/,
  )
})

test("a closed period takes no figures until it is opened again", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/chi-tieu/ky-so-lieu")
  await expect(page.getByText("chưa khóa kỳ nào")).toBeVisible()
  await page.getByRole("combobox", { name: /^Kỳ/ }).selectOption({ label: "Cả năm" })
  await page.getByRole("textbox", { name: /^Năm/ }).fill("2098")
  await page.getByRole("button", { name: "Khóa kỳ" }).click()
  await expect(page.getByRole("combobox", { name: /^Kỳ/ })).toHaveAccessibleDescription(/chưa kết thúc/)
  await lookAt(page, "closed-periods-error")
  await page.getByRole("textbox", { name: /^Năm/ }).fill("2023")
  await page.getByRole("button", { name: "Khóa kỳ" }).click()
  await expect(page.getByRole("button", { name: "Mở lại: Năm 2023" })).toBeVisible()

  await changeTo(page, "dau-moi-tai-chinh", `/chi-tieu/${ANOTHERS}/so-lieu/moi`)
  const offered = page.getByLabel("Kỳ số liệu").getByRole("option")
  await expect(offered.filter({ hasText: "Năm 2024" })).toHaveCount(1)
  await expect(offered.filter({ hasText: "Năm 2023" })).toHaveCount(0)

  await changeTo(page, "dieu-phoi", "/chi-tieu/ky-so-lieu")
  await page.getByRole("button", { name: "Mở lại: Năm 2023" }).click()
  await page.getByRole("dialog").getByLabel("Lý do").fill("Còn thiếu số liệu của một cơ quan")
  await page.getByRole("dialog").getByRole("button", { name: "Mở lại" }).click()
  await expect(page.getByText("chưa khóa kỳ nào")).toBeVisible()
  const opened = page.locator("section").filter({ hasText: "Đã mở lại" }).getByRole("listitem")
  await opened.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  await expect(opened.getByText("Lý do: Còn thiếu số liệu của một cơ quan")).toBeVisible()
  await lookAt(page, "reopened-period-timeline")

  // Closed once more, the period still knows that it was opened again, and why
  await page.getByRole("combobox", { name: /^Kỳ/ }).selectOption({ label: "Cả năm" })
  await page.getByRole("textbox", { name: /^Năm/ }).fill("2023")
  await page.getByRole("button", { name: "Khóa kỳ" }).click()
  const closed = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Mở lại: Năm 2023" }) })
  await closed.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  await expect(closed.getByRole("listitem").filter({ hasText: "Khóa kỳ số liệu" })).toHaveCount(2)
  await expect(closed.getByRole("listitem").filter({ hasText: "Mở lại kỳ số liệu" })).toContainText(
    "Lý do: Còn thiếu số liệu của một cơ quan",
  )
  await lookAt(page, "closed-period-timeline")
  await page.context().clearCookies()
  await page.goto("/chi-tieu/ky-so-lieu")
  await expect(page.getByText("Năm 2023")).toBeVisible()
  await expect(page.getByText("Ai đã thay đổi gì, khi nào và vì sao")).toHaveCount(0)
})
