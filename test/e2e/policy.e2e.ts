import { test as bare, type Page } from "@playwright/test"
import { openAs } from "./accounts.ts"
import { expect, test } from "./console-page.ts"

/** Every kind of screen, by address. */
const SCREENS = [
  "/",
  "/nhiem-vu",
  "/nhiem-vu/85b",
  "/chi-tieu",
  "/co-quan",
  "/co-quan/so-khcn",
  "/hop-tac",
  "/van-ban-cho",
  "/ke-hoach",
]

bare("a style or a script in the page's text would be stopped", async ({ page }) => {
  await page.goto("/")
  const stopped = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const directives: string[] = []
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
          directives.push(effectiveDirective)
          if (directives.length === 2) resolve(directives)
        })
        for (const name of ["style", "script"]) {
          const element = document.createElement(name)
          element.textContent = "/* */"
          document.head.append(element)
        }
      }),
  )
  expect(stopped.sort()).toEqual(["script-src-elem", "style-src-elem"])
})

test("no screen needs what the content security policy forbids", async ({ console: page }) => {
  await noteViolations(page)
  for (const screen of SCREENS) {
    const answer = await page.goto(screen)
    expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe-inline")
    await page.waitForLoadState("networkidle")
    await page.getByRole("button", { name: "Nền tối" }).click()
    if (screen === "/nhiem-vu") await page.getByRole("button", { name: /^Chủ trì/ }).click()
    expect(await violationsIn(page)).toEqual([])
  }
})

test("no form needs it either", async ({ console: page }) => {
  await noteViolations(page)
  await openAs(page, "dieu-phoi", "/hop-tac/thoa-thuan/moi")
  await page.getByRole("combobox", { name: "Cơ quan chịu trách nhiệm" }).click()
  await page.getByRole("listbox").getByRole("option").first().click()
  await page.getByRole("combobox", { name: "Đối tác" }).click()
  await page.getByRole("button", { name: /^Tài khoản/ }).click()
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
})

test("the console asks by the ids of its operations and sends no text", async ({ console: page }) => {
  const sent: unknown[] = []
  page.on("request", (request) => {
    if (request.url().endsWith("/graphql") && request.method() === "POST") sent.push(request.postDataJSON())
  })
  await page.goto("/")
  await expect(page.locator("[data-figure=total]")).toContainText("144")
  expect(sent.length).toBeGreaterThan(0)
  for (const body of sent) {
    expect(body).toHaveProperty("documentId", expect.stringMatching(/^sha256:[0-9a-f]{64}$/))
    expect(body).not.toHaveProperty("query")
  }
})

/** Makes every page from now on keep what its policy stopped. */
async function noteViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener("securitypolicyviolation", (violation) =>
      violations.push(`${violation.effectiveDirective} ${violation.blockedURI} ${violation.sample}`),
    )
  })
}

async function violationsIn(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, "violations"))
}
