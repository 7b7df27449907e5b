import { readFile } from "node:fs/promises"
import { requireAccessible } from "../accessible.ts"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"

test("a coordinator drafts, signs, downloads and sends a letter, and the agency reads it", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dieu-phoi", "/don-doc")
  await page.getByRole("link", { name: "Chọn từng nhiệm vụ của Sở Tài chính" }).click()
  const boxes = page.getByRole("checkbox")
  await expect(boxes.first()).toBeChecked()
  const all = await boxes.count()
  for (let place = 1; place < all; place += 1) await boxes.nth(place).uncheck()
  const listed = (await page.locator("main li label").first().textContent()) ?? ""
  await page.getByRole("button", { name: "Soạn công văn nêu 1 nhiệm vụ" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Công văn \d+\//)
  await expect(page.getByText("Kính gửi: Sở Tài chính")).toBeVisible()
  await expect(page.getByRole("link", { name: listed })).toBeVisible()

  await page.getByRole("button", { name: "Đánh dấu đã gửi" }).click()
  const question = page.getByRole("dialog")
  await question.getByRole("button", { name: "Đánh dấu đã gửi" }).click()
  await expect(question.getByRole("alert")).toHaveText(/họ tên người ký/)
  await question.getByRole("button", { name: "Thôi" }).click()

  const yesterday = new Date(Date.now() - 86_400_000)
  await page
    .getByLabel("Ngày công văn")
    .fill(yesterday.toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }))
  await page.getByLabel("Ký hiệu").fill("SKHCN-KHTC")
  await page.getByLabel("Họ tên người ký").fill("Nguyễn Văn Ký")
  await page.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/SKHCN-KHTC$/)
  const address = new URL(page.url()).pathname

  const coming = page.waitForEvent("download")
  await page.getByRole("button", { name: "Tải tệp Word" }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/SKHCN-KHTC đôn đốc Sở Tài chính\.docx$/)
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe("PK")

  const officer = await (await browser.newContext({ baseURL })).newPage()
  await openAs(officer, "dau-moi-tai-chinh", address)
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang")

  await page.getByRole("button", { name: "Đánh dấu đã gửi" }).click()
  await expect(question).toContainText("việc chậm được xét theo ngày đó")
  await question.getByRole("button", { name: "Đánh dấu đã gửi" }).click()
  await expect(page.getByRole("heading", { name: "Đã gửi", exact: true })).toBeVisible()
  await expect(page.getByRole("button", { name: "Rút dự thảo" })).toHaveCount(0)

  await officer.reload()
  await expect(officer.getByText("Kính gửi: Sở Tài chính")).toBeVisible()
  await officer.goto("/don-doc")
  await expect(officer.locator("[data-row-link]").first()).toBeVisible()
  await expect(officer.getByRole("heading", { name: "Cơ quan cần đôn đốc" })).toHaveCount(0)
  await officer.goto(`/nhiem-vu/${listed.split(".")[0]}`)
  await expect(officer.getByText("Đã đôn đốc 1 lần.")).toBeVisible()
  await officer.context().close()
})

test("letters to several agencies are drafted at once, each with its number, and a draft can be taken back", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", "/don-doc")
  const names = ["Sở Nội vụ", "Sở Xây dựng"]
  for (const name of names) await page.getByRole("checkbox", { name, exact: true }).check()
  await page.getByRole("button", { name: "Soạn công văn cho 2 cơ quan" }).click()
  await expect(page.getByText(/Đã soạn 2 dự thảo/)).toBeVisible()
  const letters = page.getByRole("region", { name: "Công văn đôn đốc" })
  for (const name of names) await expect(letters.getByText(name, { exact: true }).first()).toBeVisible()
  await letters.locator("[data-row-link]").first().click()
  await page.getByRole("button", { name: "Rút dự thảo" }).click()
  const question = page.getByRole("dialog")
  await question.getByLabel("Lý do").fill("Soạn thử")
  await question.getByRole("button", { name: "Rút dự thảo" }).click()
  await expect(page).toHaveURL("/don-doc")
})

test("after three letters the City's leader finds what is still late", async ({
  console: page,
  browser,
  baseURL,
}) => {
  test.slow()
  const leader = await (await browser.newContext({ baseURL })).newPage()
  await openAs(leader, "lanh-dao", "/don-doc")
  await expect(leader.getByRole("heading", { name: "Báo cáo lãnh đạo Thành phố" })).toHaveCount(0)
  await openAs(page, "dieu-phoi", "/don-doc")
  let listed = ""
  for (let letter = 0; letter < 3; letter += 1) {
    await page.goto("/don-doc/co-quan/so-tai-chinh")
    const boxes = page.getByRole("checkbox")
    await expect(boxes.last()).toBeVisible()
    const all = await boxes.count()
    for (let place = 0; place < all - 1; place += 1) await boxes.nth(place).uncheck()
    listed = (await page.locator("main li label").last().textContent()) ?? ""
    await page.getByRole("button", { name: "Soạn công văn nêu 1 nhiệm vụ" }).click()
    await page.getByLabel("Họ tên người ký").fill(`Nguyễn Văn Ký ${letter}`)
    await page.getByRole("button", { name: "Ghi thay đổi" }).click()
    await expect(page.getByText(`Nguyễn Văn Ký ${letter}`).last()).toBeVisible()
    await page.getByRole("button", { name: "Đánh dấu đã gửi" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Đánh dấu đã gửi" }).click()
    await expect(page.getByRole("heading", { name: "Đã gửi", exact: true })).toBeVisible()
  }
  await leader.reload()
  const escalated = leader.locator("section").filter({ hasText: "Báo cáo lãnh đạo Thành phố" })
  await expect(escalated.getByRole("link", { name: listed })).toBeVisible()
  await expect(escalated.getByText("đã đôn đốc 3 lần")).toBeVisible()
  await requireAccessible(leader, "reminders-leader")
  await leader.context().close()
})

const screens = [
  { path: "/don-doc", arrived: "[data-row-link]" },
  { path: "/don-doc/co-quan/so-y-te", arrived: "main li" },
] as const

for (const [place, { path, arrived }] of screens.entries())
  test(`${path} meets WCAG 2.2 AA and fits`, async ({ console: page }) => {
    await openAs(page, "dieu-phoi", path)
    await expect(page.locator(arrived).first()).toBeVisible()
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
    await requireAccessible(page, `reminders-${place}`)
  })

test("a draft meets WCAG 2.2 AA and fits", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/don-doc/co-quan/so-y-te")
  await page.getByRole("button", { name: /^Soạn công văn nêu/ }).click()
  await expect(page.getByText("Kính gửi: Sở Y tế")).toBeVisible()
  await requireAccessible(page, "reminders-draft")
})
