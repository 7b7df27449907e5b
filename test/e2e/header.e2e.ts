import type { Page } from "@playwright/test"
import { openAs } from "./accounts.ts"
import { expect, test } from "./console-page.ts"

/** A phone, the narrowest screens on which all names stand in a row, and one where the row ends before the screen does. */
const WIDTHS = [360, 1265, 1280, 1366, 1600]

async function requireFit(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${width} pixels wide`,
    ).toBeLessThanOrEqual(width)
  }
}

for (const [language, name, signInName] of [
  ["vi", "VI Tiếng Việt", "Đăng nhập"],
  ["en", "EN English", "Sign in"],
] as const)
  test(`the header of a coordinator fits in ${language}, also after their session has ended`, async ({
    page,
  }) => {
    await openAs(page, "dieu-phoi", "/ke-hoach")
    await page.getByRole("button", { name }).click()
    await expect(page.locator("html")).toHaveAttribute("lang", language)
    await expect(page.getByRole("banner").locator("a[href='/thong-bao']")).toBeVisible()
    await requireFit(page)
    await page.context().clearCookies()
    await page.setViewportSize({ width: 1280, height: 900 })
    // Whoever comes back to a window is asked for anew
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
    await expect(page.getByRole("banner").getByRole("link", { name: signInName })).toBeVisible()
    await requireFit(page)
  })
