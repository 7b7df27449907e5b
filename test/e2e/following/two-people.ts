import type { Browser, Page } from "@playwright/test"
import { signIn } from "../accounts.ts"

/** Somebody else, in a browser of their own. */
export async function another(
  browser: Browser,
  baseURL: string | undefined,
  account: string | null,
  path: string,
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage()
  if (account === null) await page.goto(path)
  else await signIn(page, account, path)
  return page
}
