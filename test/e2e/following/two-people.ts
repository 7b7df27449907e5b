import type { Browser, Page } from "@playwright/test"
import { requireAccessible } from "../accessible.ts"
import { openAs } from "../accounts.ts"

/** Somebody else, in a browser of their own. */
export async function another(
  browser: Browser,
  baseURL: string | undefined,
  account: string | null,
  path: string,
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage()
  if (account === null) await page.goto(path)
  else await openAs(page, account, path)
  return page
}

/** Holds a screen to WCAG 2.2 AA in the middle of work: afterwards it is as wide and as bright as before. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await requireAccessible(page, name)
  await page.emulateMedia({ colorScheme: "light" })
}

/** From the page of a task that one agency owes to what that agency owes. */
export async function openObligation(page: Page): Promise<void> {
  await page.getByRole("article").getByRole("heading").getByRole("link").first().click()
}
