import { test as base, expect, type Page } from "@playwright/test"

/** What every browser test starts from: a page that reports whatever the console logs as an error. */
export const test = base.extend<{ console: Page }>({
  console: async ({ page }, use) => {
    const complaints: string[] = []
    page.on("pageerror", (error) => complaints.push(error.message))
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text())
    })
    await use(page)
    expect(complaints).toEqual([])
  },
})

export { expect }

/** How many rows the register on the screen says that it has. */
export async function totalOf(page: Page): Promise<number> {
  return Number(await page.locator("[data-total]").getAttribute("data-total"))
}

/** The number that a link shows. */
export async function numberIn(link: ReturnType<Page["locator"]>): Promise<number> {
  const [digits] = (await link.textContent())?.match(/\d+/) ?? []
  return Number(digits)
}

/** Asks the graph of the running system. */
export async function ask<Data>(page: Page, query: string): Promise<Data> {
  const response = await page.request.post("/graphql", { data: { query } })
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}
