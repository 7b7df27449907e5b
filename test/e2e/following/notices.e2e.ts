import type { Browser, Page, Response } from "@playwright/test"
import { requireAccessible } from "../accessible.ts"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { reportProgress } from "./two-people.ts"

/** Led by the Department of Finance alone. */
const TASK = "30"

/** Another person at another machine. */
async function otherPerson(browser: Browser, baseURL: string | undefined, account: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 900 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  })
  const page = await context.newPage()
  await openAs(page, account)
  return page
}

/** When the graph begins to answer an operation of a screen. */
function answerTo(page: Page, operation: string): Promise<Response> {
  return page.waitForResponse(
    (response) => response.request().postData()?.includes(`"operationName":"${operation}"`) ?? false,
  )
}

const bell = (page: Page) => page.getByRole("link", { name: /^Thông báo: \d+ chưa đọc$/ })

async function unreadOf(page: Page): Promise<number> {
  const name = (await page.getByRole("link", { name: /^Thông báo: / }).getAttribute("aria-label")) ?? ""
  return Number(/\d+/.exec(name)?.[0] ?? 0)
}

test.describe.configure({ timeout: 120_000 })

test("what one person does rings another's bell, changes their page and reaches their mailbox", async ({
  console: page,
  browser,
  baseURL,
}) => {
  // Whoever has a role by the issuer's word alone is known from their first visit on
  const visited = Promise.all([answerTo(page, "UnreadNotices"), answerTo(page, "LiveChanges")])
  await openAs(page, "dieu-phoi", "/thong-bao")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thông báo")
  const [counted] = await visited
  const before = ((await counted.json()) as { data: { unreadNotifications: number } }).data
    .unreadNotifications
  const officer = await otherPerson(browser, baseURL, "dau-moi-tai-chinh")
  await reportProgress(officer, TASK, "Đã trình dự thảo")
  await expect(bell(page)).toHaveAccessibleName(`Thông báo: ${before + 1} chưa đọc`)
  const notice = page.getByRole("link", { name: `Nhiệm vụ ${TASK} có báo cáo tiến độ mới` })
  await expect(notice.first()).toBeVisible()
  await expect(page.getByRole("status").filter({ hasText: "Đã cập nhật" })).toBeVisible()

  const mailbox = new URL(baseURL ?? "")
  mailbox.port = String(Number(mailbox.port) + 9)
  await expect
    .poll(
      async () => {
        const messages = (await (await fetch(new URL("/messages.json", mailbox))).json()) as {
          to: string
          subject: string
        }[]
        return messages.map(({ to, subject }) => `${to}: ${subject}`)
      },
      { timeout: 30_000 },
    )
    .toContain(`dieu-phoi@plan43.example: [Kế hoạch 43] Nhiệm vụ ${TASK} có báo cáo tiến độ mới`)

  await requireAccessible(page, "notices")
  await page.emulateMedia({ colorScheme: "light" })
  await page
    .getByRole("button", { name: /^Đánh dấu đã đọc ?: Nhiệm vụ/ })
    .first()
    .click()
  await expect.poll(() => unreadOf(page)).toBe(before)
  await officer.context().close()
})

test("a list changes under the eyes of whoever reads it, and catches up after the network was gone", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dieu-phoi", "/hop-tac/doi-tac/moi")
  const reader = await otherPerson(browser, baseURL, "lanh-dao")
  const listening = answerTo(reader, "LiveChanges")
  await reader.goto("/hop-tac/doi-tac")
  await expect(reader.getByRole("heading", { level: 1 })).toBeVisible()
  await listening
  await recordPartner(page, "Thành phố Toyama")
  await expect(reader.getByRole("link", { name: "Thành phố Toyama" })).toBeVisible()

  await reader.context().setOffline(true)
  await page.goto("/hop-tac/doi-tac/moi")
  await recordPartner(page, "Thành phố Sapporo")
  await expect(reader.getByRole("link", { name: "Thành phố Sapporo" })).toHaveCount(0)
  await reader.context().setOffline(false)
  await expect(reader.getByRole("link", { name: "Thành phố Sapporo" })).toBeVisible({ timeout: 45_000 })
  await reader.context().close()
})

async function recordPartner(page: Page, name: string): Promise<void> {
  await page.getByLabel("Tên").fill(name)
  await page.getByLabel("Loại").selectOption({ label: "Thành phố, vùng" })
  await page.getByLabel("Quốc gia").selectOption({ label: "Nhật Bản" })
  await page.getByRole("button", { name: "Ghi", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name)
}

test("somebody chooses what to be told of, and it stays", async ({ console: page }) => {
  await openAs(page, "thu-truong", "/thong-bao")
  await page.getByLabel("Vướng mắc").uncheck()
  await page.getByLabel("Gửi cả qua thư điện tử").uncheck()
  await page.getByRole("button", { name: "Lưu lựa chọn" }).click()
  await expect(page.getByText("Đã lưu lựa chọn.")).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("Vướng mắc")).not.toBeChecked()
  await expect(page.getByLabel("Gửi cả qua thư điện tử")).not.toBeChecked()
  await expect(page.getByLabel("Đôn đốc")).toBeChecked()
})

test("an administrator sees the messages, and nobody else", async ({ console: page }) => {
  await openAs(page, "quan-tri", "/thu-thong-bao")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thư thông báo")
  await expect(page.getByRole("row").filter({ hasText: "dieu-phoi@plan43.example" }).first()).toContainText(
    "Đã gửi",
  )
  await requireAccessible(page, "deliveries")
})
