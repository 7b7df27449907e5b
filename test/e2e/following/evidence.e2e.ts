import { readFile } from "node:fs/promises"
import { planKeyOf, stableId } from "@plan43/published-rows"
import type { Page } from "@playwright/test"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { another, lookAt } from "./two-people.ts"

const planKey = planKeyOf({ number: "43/KH-UBND", issuedOn: "2025-02-14" })

/** A file of a few bytes that is what its name says, and tells itself from others by them. */
const pdf = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(`%PDF-1.7\n% ${name}\n%%EOF\n`),
})

/** Picks a file in the form, or the open dialog, that is on the page, and waits until it is whole. */
async function attach(page: Page, name: string, within = "main form"): Promise<void> {
  await page.locator(`${within} input[type=file]`).setInputFiles(pdf(name))
  await expect(page.locator(within).getByText(`Đã tải xong ${name}`)).toHaveCount(1)
}

/** Fetches a file by its link, as whoever is signed in. */
async function fetchedFrom(page: Page, name: string): Promise<string> {
  const link = page.getByRole("link", { name }).first()
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()])
  expect(download.suggestedFilename()).toBe(name)
  expect(await readFile(await download.path(), "utf8")).toContain(name)
  return (await link.getAttribute("href")) ?? ""
}

test("an obstacle on an indicator is found with the indicator, and the City's decision comes with its file", async ({
  console: officer,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await openAs(officer, "dau-moi-khcn", "/chi-tieu/18")
  const panel = officer.locator("section").filter({ hasText: "Nêu vướng mắc" })
  await expect(panel).toContainText("Chưa có vướng mắc nào được nêu về chỉ tiêu này.")
  await panel.getByRole("link", { name: "Nêu vướng mắc" }).click()
  await officer.getByLabel("Tên vướng mắc").fill("Chưa có nguồn số liệu quốc tế")
  await officer.getByLabel("Loại").selectOption({ label: "Dữ liệu, hạ tầng số" })
  await officer.getByLabel("Nội dung").fill("Chưa cơ quan nào công bố.")
  await officer.getByRole("textbox", { name: "Kiến nghị", exact: true }).fill("Giao một cơ quan công bố")
  await officer.getByLabel("Kiến nghị với").selectOption({ label: "UBND Thành phố" })
  await officer.getByRole("button", { name: "Gửi", exact: true }).click()
  await expect(officer.getByRole("heading", { level: 1 })).toContainText("Chưa có nguồn số liệu quốc tế")
  const address = new URL(officer.url()).pathname
  await officer.goto("/chi-tieu/18")
  await expect(officer.getByRole("link", { name: /Chưa có nguồn số liệu quốc tế/ })).toBeVisible()
  await lookAt(officer, "indicator-obstacles")

  const coordinator = await another(browser, baseURL, "dieu-phoi", address)
  await coordinator.getByRole("button", { name: "Tiếp nhận", exact: true }).click()
  await coordinator.locator("main form").getByRole("button", { name: "Tiếp nhận" }).click()
  await coordinator.getByRole("button", { name: "Trình Thành phố", expanded: false }).click()
  await coordinator.getByLabel("Ý kiến của Sở").fill("Kính trình")
  await attach(coordinator, "Tờ trình 18.pdf")
  // A file alone is no document
  await coordinator.locator("main form").getByRole("button", { name: "Trình Thành phố" }).click()
  await expect(coordinator.getByLabel("Số, ký hiệu")).toHaveAccessibleDescription(/Không được để trống/)
  await lookAt(coordinator, "obstacle-step-file")
  await coordinator.getByLabel("Số, ký hiệu").fill("18/TTr-SKHCN")
  await coordinator.getByLabel("Ngày ban hành").fill("2026-01-10")
  await coordinator.getByLabel("Cơ quan ban hành").fill("Sở Khoa học và Công nghệ")
  await coordinator.locator("main form").getByRole("button", { name: "Trình Thành phố" }).click()
  await expect(coordinator.locator("main form")).toHaveCount(0)

  const leader = await another(browser, baseURL, "lanh-dao", address)
  await leader.getByRole("button", { name: "Ghi quyết định của Thành phố", expanded: false }).click()
  await leader.getByLabel("Nội dung quyết định").fill("Giao Cục Thống kê công bố")
  await leader.getByLabel("Số, ký hiệu").fill("18/QĐ-UBND")
  await leader.getByLabel("Ngày ban hành").fill("2026-01-15")
  await leader.getByLabel("Cơ quan ban hành").fill("UBND Thành phố")
  await attach(leader, "Quyết định 18.pdf")
  await leader.locator("main form").getByRole("button", { name: "Ghi quyết định của Thành phố" }).click()
  await expect(leader.locator("main form")).toHaveCount(0)

  await officer.goto(address)
  const file = await fetchedFrom(officer, "Quyết định 18.pdf")
  const stranger = await another(browser, baseURL, "dau-moi-tai-chinh", "/")
  expect((await stranger.request.get(file)).status()).toBe(404)
  await officer.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  await expect(officer.getByText("Thành phố quyết định").last()).toBeVisible()
  await lookAt(officer, "obstacle-decided-with-file")
  for (const page of [coordinator, leader, stranger]) await page.context().close()
})

test("a recorded document has its file, which a visitor fetches, too", async ({
  console: page,
  browser,
  baseURL,
}) => {
  const address = `/van-ban-cho/${stableId("trigger", planKey, "24", "1")}`
  await openAs(page, "dieu-phoi", `${address}/ghi-nhan`)
  await page.getByLabel("Loại văn bản").selectOption({ label: "Nghị định" })
  await page.getByLabel("Số, ký hiệu").fill("24/2026/NĐ-CP")
  await page.getByLabel("Cơ quan ban hành").fill("Chính phủ")
  await page.getByLabel("Ngày ban hành").fill("2026-02-01")
  await page.getByLabel("Ngày có hiệu lực").fill("2026-02-15")
  await attach(page, "Nghị định 24.pdf")
  await page.getByRole("button", { name: "Xem trước tác động" }).click()
  await lookAt(page, "document-file-previewed")
  await page.getByRole("button", { name: "Ghi nhận", exact: true }).click()
  await expect(page).toHaveURL(address)
  const visitor = await another(browser, baseURL, null, address)
  await fetchedFrom(visitor, "Nghị định 24.pdf")
  await lookAt(visitor, "document-with-file")

  // A correction begins with the file that is there
  await page.goto(`${address}/ghi-nhan`)
  await expect(page.getByText("Nghị định 24.pdf").first()).toBeVisible()
  await visitor.context().close()
})

test("an extension is asked for and refused with files; what the agency owes has a timeline", async ({
  console: officer,
  browser,
  baseURL,
}) => {
  await openAs(officer, "dau-moi-khcn", "/nhiem-vu/27")
  await officer.getByRole("link", { name: "Xin gia hạn" }).click()
  await officer.getByLabel("Hạn đề nghị").fill("2027-06-30")
  await officer.getByLabel("Lý do").fill("Chờ bố trí kinh phí")
  await attach(officer, "Công văn xin gia hạn 27.pdf")
  await lookAt(officer, "extension-form-file")
  await officer.getByRole("button", { name: "Gửi đề nghị" }).click()
  await expect(officer).toHaveURL("/nhiem-vu/27")

  const coordinator = await another(browser, baseURL, "dieu-phoi", "/nhiem-vu/27")
  await fetchedFrom(coordinator, "Công văn xin gia hạn 27.pdf")
  await coordinator.getByRole("button", { name: "Không chấp thuận" }).click()
  const dialog = coordinator.getByRole("dialog")
  await attach(coordinator, "Thông báo 27.pdf", "dialog[open]")
  await lookAt(coordinator, "extension-refusal-file")
  await dialog.getByRole("textbox").fill("Kinh phí đã được bố trí")
  await dialog.getByRole("button", { name: "Không chấp thuận" }).click()
  await expect(dialog).toHaveCount(0)

  await officer.reload()
  await fetchedFrom(officer, "Thông báo 27.pdf")
  await officer.goto(
    `/nhiem-vu/27/nghia-vu/${stableId("task", planKey, "27")}_${stableId("agency", "so-khcn")}`,
  )
  await officer.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  await expect(officer.getByText("Không chấp thuận gia hạn").first()).toBeVisible()
  await officer.getByText("giá trị thay đổi").first().click()
  await expect(officer.getByText("Thông báo 27.pdf").first()).toBeVisible()
  await lookAt(officer, "obligation-timeline")
  await coordinator.context().close()
})

test("a judgement rests on a file, which stays with it when it is corrected", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/chi-tieu/2")
  await page.getByRole("link", { name: "Ghi đánh giá" }).click()
  await page.getByLabel("Kết quả đánh giá").selectOption({ index: 1 })
  await page.getByLabel("Tính đến ngày").fill("2026-06-30")
  await page.getByRole("textbox", { name: "Minh chứng", exact: true }).fill("Bảng xếp hạng")
  await page.getByLabel("Nơi công bố minh chứng").fill("Bộ Khoa học và Công nghệ")
  await attach(page, "Bảng xếp hạng.pdf")
  await page.getByRole("button", { name: "Ghi đánh giá" }).click()
  await expect(page).toHaveURL("/chi-tieu/2")
  await fetchedFrom(page, "Bảng xếp hạng.pdf")
  await lookAt(page, "judgement-with-file")
  await page.getByRole("link", { name: /^Đính chính Đánh giá/ }).click()
  await expect(page.getByText("Bảng xếp hạng.pdf").first()).toBeVisible()
})
