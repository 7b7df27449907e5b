import { type Browser, expect, type Page } from "@playwright/test"
import { requireAccessible } from "../accessible.ts"
import { askAs, openAs } from "../accounts.ts"

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

interface Obligations {
  task: { obligations: { id: string; version: number; agency: { code: string } }[] }
}

/** The officer of the Department of Finance says what was done of a task that it leads. */
export async function reportProgress(officer: Page, taskCode: string, done: string): Promise<void> {
  const { task } = await askAs<Obligations>(
    officer,
    `{ task(code: "${taskCode}") { obligations { id version agency { code } } } }`,
  )
  const obligation = task.obligations.find(({ agency }) => agency.code === "so-tai-chinh")
  const { reportProgress } = await askAs<{ reportProgress: { userErrors: unknown[] } }>(
    officer,
    "mutation ($input: ReportProgressInput!) { reportProgress(input: $input) { userErrors { reason field message } } }",
    {
      input: {
        idempotencyKey: crypto.randomUUID(),
        obligationId: obligation?.id,
        version: obligation?.version,
        answer: "PROGRESS",
        state: "IN_PROGRESS",
        done,
      },
    },
  )
  expect(reportProgress.userErrors).toEqual([])
}
