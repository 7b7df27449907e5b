import { expect, type Page, test } from "@playwright/test"
import { complaintsAbout } from "./accessible.ts"
import { askInPage, PASSWORD, sessionOf, signIn, typeAccount } from "./accounts.ts"
import { inDatabase } from "./installation-database.ts"

const roles = [
  { account: "dieu-phoi", role: "COORDINATOR", agency: "so-khcn" },
  { account: "dau-moi-tai-chinh", role: "AGENCY_OFFICER", agency: "so-tai-chinh" },
  { account: "thanh-tra", role: "AUDITOR", agency: null },
] as const

for (const { account, role, agency } of roles)
  test(`${account} signs in, comes back to the page and is known as ${role}`, async ({ page }) => {
    await signIn(page, account, "/nhiem-vu?status=OVERDUE")
    expect(await sessionOf(page)).toMatchObject({ signedIn: true, person: { id: account, role } })
    expect(await askInPage(page)).toEqual({
      viewer: { id: account, role, agency: agency && { code: agency } },
      session: null,
    })
  })

test("a wrong password is said so, keeps the account, and lets nobody in until it is right", async ({
  page,
}) => {
  await page.goto("/sign-in")
  await typeAccount(page, "lanh-dao", "sai")
  await expect(page.getByRole("alert")).toHaveText("Tài khoản hoặc mật khẩu không đúng.")
  await expect(page.getByLabel("Tài khoản")).toHaveValue("lanh-dao")
  await expect(page.getByLabel("Mật khẩu")).toBeFocused()
  expect((await sessionOf(page)).signedIn).toBe(false)
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL("/")
  expect((await sessionOf(page)).person?.role).toBe("CITY_LEADER")
})

test("who gives up comes back without being signed in", async ({ page }) => {
  await page.goto("/sign-in?returnTo=/nhiem-vu")
  await page.getByRole("button", { name: "Quay lại" }).click()
  await expect(page).toHaveURL(/sign-in=failed&reason=REFUSED_BY_ISSUER/)
  expect((await sessionOf(page)).signedIn).toBe(false)
})

test("signing in takes a keyboard only: account, password, Enter", async ({ page }) => {
  await page.goto("/sign-in")
  await expect(page.getByLabel("Tài khoản")).toBeFocused()
  await page.keyboard.type("tai-chinh")
  await page.keyboard.press("Tab")
  await expect(page.getByLabel("Mật khẩu")).toBeFocused()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press("Tab")
  await expect(page.getByRole("button", { name: "Đăng nhập", exact: true })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL("/")
  expect((await sessionOf(page)).person?.role).toBe("FINANCE")
})

test("signing in takes no script: an account of the list is chosen by its link", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await page.goto("/sign-in")
  await page.getByRole("link", { name: "quan-tri" }).click()
  await expect(page.getByLabel("Tài khoản")).toHaveValue("quan-tri")
  await page.getByLabel("Mật khẩu").fill(PASSWORD)
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click()
  await expect(page).toHaveURL("/")
  expect((await sessionOf(page)).person?.role).toBe("ADMINISTRATOR")
  await context.close()
})

test("the session's cookie is out of the page's reach", async ({ page }) => {
  await signIn(page, "thu-truong")
  expect(await page.evaluate(() => document.cookie)).toBe("")
  const cookie = (await page.context().cookies()).find(({ name }) => name === "plan43_session")
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" })
})

test("signing out ends it here and, with a second word, at the issuer", async ({ page }) => {
  await signIn(page, "dau-moi-khcn")
  const redirectTo = await page.evaluate(async () => {
    const response = await fetch("/sign-out", { method: "POST" })
    return ((await response.json()) as { redirectTo: string }).redirectTo
  })
  expect((await sessionOf(page)).signedIn).toBe(false)
  await page.goto(redirectTo)
  expect(await complaintsAbout(page)).toEqual([])
  await page.getByRole("button", { name: "Đăng xuất" }).click()
  await expect(page).toHaveURL("/")
  await page.goto("/sign-in")
  await expect(page.getByLabel("Mật khẩu")).toBeVisible()
})

test("who signs out at the issuer in another tab is a stranger in this one", async ({ page, context }) => {
  await signIn(page, "dieu-phoi", "/nhiem-vu")
  expect((await askInPage(page)).session).toBeNull()
  const other = await context.newPage()
  await other.goto(await issuersSignOut(other))
  await other.getByRole("button", { name: "Đăng xuất" }).click()
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Đã đăng xuất")
  expect(await askInPage(page)).toEqual({ viewer: null, session: "ended" })
})

test("a session that nobody used for half an hour has ended, the page still being there", async ({
  page,
}) => {
  await signIn(page, "chua-phan-cong", "/nhiem-vu")
  const expired = await inDatabase(
    "update gateway.session set last_seen_at = last_seen_at - interval '31 minutes' where subject = $1",
    ["chua-phan-cong"],
  )
  expect(expired).toBeGreaterThan(0)
  // Who notices first, the page by itself or this question, is told that it ended; the other one is a stranger already
  await expect.poll(async () => (await askInPage(page)).viewer, { timeout: 25_000 }).toBeNull()
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
  await expect(page.getByText("Phiên đăng nhập đã kết thúc")).toBeVisible()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhiệm vụ")
})

for (const width of [1280, 360])
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 } })
    test("the sign-in page meets WCAG 2.2 AA, by day and by night, and fits", async ({ page }) => {
      await page.goto("/sign-in")
      await expect(page.getByLabel("Tài khoản")).toBeVisible()
      await page.screenshot({ path: `test/screenshots/sign-in-light-${width}.png`, fullPage: true })
      expect(await complaintsAbout(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await typeAccount(page, "dieu-phoi", "sai")
      expect(await complaintsAbout(page)).toEqual([])
      await page.emulateMedia({ colorScheme: "dark" })
      await page.screenshot({ path: `test/screenshots/sign-in-refused-dark-${width}.png`, fullPage: true })
      expect(await complaintsAbout(page)).toEqual([])
    })
  })

/** Where the issuer signs people out, without anything of this application. */
async function issuersSignOut(page: Page): Promise<string> {
  const response = await page.request.get("/sign-in", { maxRedirects: 0 })
  return new URL("/session/end", response.headers().location).href
}
