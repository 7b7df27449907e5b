import { type BrowserContext, expect, type Page } from "@playwright/test"

/** Of every account of the demonstration; README lists them. */
export const PASSWORD = "plan43-demo"

/** Fills in the sign-in page and lands where the person came from. */
export async function signIn(page: Page, account: string, returnTo = "/"): Promise<void> {
  await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
  await typeAccount(page, account, PASSWORD)
  await expect(page).toHaveURL(returnTo)
}

/** The cookies that each account was given when it signed in first. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>()

/** Opens a page as somebody: by the session that they began in an earlier test, or signing in. */
export async function openAs(page: Page, account: string, path = "/"): Promise<void> {
  const session = sessions.get(account)
  if (session === undefined) {
    await signIn(page, account, path)
    sessions.set(account, await page.context().cookies())
    return
  }
  await page.context().addCookies(session)
  await page.goto(path)
}

/** On the sign-in page. */
export async function typeAccount(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel("Tài khoản").fill(account)
  await page.getByLabel("Mật khẩu").fill(password)
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click()
}

/** What the gateway says of whoever uses this browser. */
export interface BrowserSession {
  signedIn: boolean
  person: { id: string; role: string | null; agencyId: string | null; scopes: string[] } | null
  expiresAt: string | null
}

export async function sessionOf(page: Page): Promise<BrowserSession> {
  return (await page.request.get("/session")).json()
}

/** Asks the graph from within the page, as the console does. */
export async function askInPage(page: Page): Promise<{ viewer: unknown; session: string | null }> {
  return page.evaluate(async () => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ viewer { id role agency { code } } }" }),
    })
    const { data } = (await response.json()) as { data: { viewer: unknown } }
    return { viewer: data.viewer, session: response.headers.get("x-plan43-session") }
  })
}

/** Asks as whoever is signed in on a page, from within it. */
export async function askAs<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = await page.evaluate(async (body) => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    })
    return (await response.json()) as { data: unknown; errors?: unknown }
  }, JSON.stringify({ query, variables }))
  expect(answer.errors).toBeUndefined()
  return answer.data as Data
}
