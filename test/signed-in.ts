import { SmallBrowser } from "../services/gateway/src/testing/small-browser.ts"
import type { RunningSystem } from "./running-system.ts"

/** As the sign-in page says. */
const PASSWORD_OF_ALL = "plan43-demo"

/** What a person asks the running system, signed in with a browser. */
export interface SignedIn {
  /** The data of an operation, which must be free of errors. */
  askWell<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>
}

/**
 * Signs in as a person would.
 * @param account of those on the sign-in page, e.g. "dieu-phoi"
 */
export async function signedInAs(
  account: string,
  { url: origin }: Pick<RunningSystem, "url">,
): Promise<SignedIn> {
  const browser = new SmallBrowser()
  await signInBrowser(browser, account, { url: origin })
  return {
    async askWell<Data>(query: string, variables: Record<string, unknown> = {}) {
      const response = await browser.ask(`${origin}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = (await response.json()) as { data: Data | null; errors?: object[] }
      if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors))
      return data
    },
  }
}

/** Leaves a browser signed in. */
export async function signInBrowser(
  browser: SmallBrowser,
  account: string,
  { url: origin }: Pick<RunningSystem, "url">,
): Promise<void> {
  const { url: form } = await browser.go(`${origin}/sign-in`)
  await browser.submit(form, { account, password: PASSWORD_OF_ALL, do: "sign-in" })
}
