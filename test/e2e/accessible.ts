import { env } from "node:process"
import { expect, type Page } from "@playwright/test"
import axe, { type RunOptions } from "axe-core"

const STANDARD: RunOptions = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }
const CONTRAST: RunOptions = { runOnly: { type: "rule", values: ["color-contrast"] } }
const BUT_CONTRAST: RunOptions = { ...STANDARD, rules: { "color-contrast": { enabled: false } } }

/** Asks the engine in the page; a page without frames has it in one place, where it stays as long as the document does. */
async function complaintsOf(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (asked) => {
      const { axe: engine } = window as unknown as { axe: typeof axe }
      const { violations } = await engine.run(document, asked)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)
    },
    // No rule of these looks into style sheets, and there are no frames
    { ...options, resultTypes: ["violations" as const], preload: false, iframes: false },
  )
}

/** `SCREENSHOTS=1` keeps pictures of every screen in test/screenshots. */
async function picture(page: Page, name: string): Promise<void> {
  if (env.SCREENSHOTS !== undefined) await page.screenshot({ path: `test/screenshots/${name}.png` })
}

/** What fails WCAG 2.2 AA on the page as it stands: each rule with the elements that break it. */
export function complaintsAbout(page: Page): Promise<string[]> {
  return complaintsOf(page, STANDARD)
}

/**
 * Holds a screen to WCAG 2.2 AA on a desk and on a phone 360 pixels wide, where it must fit. Colours are held against each
 * other by day on the desk and by night on the phone: they are the same at every width, and telling them costs the most.
 * @param name of its pictures
 */
export async function requireAccessible(page: Page, name: string): Promise<void> {
  // Nothing is pointed at: what is has other colours for a moment
  await page.mouse.move(0, 0)
  await lookAtWidth(page, 1280, name, STANDARD)
  await lookAtWidth(page, 360, name, BUT_CONTRAST)
  await page.emulateMedia({ colorScheme: "dark" })
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark")
  await picture(page, `${name}-dark-360`)
  expect(await complaintsOf(page, CONTRAST), "by night").toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  await picture(page, `${name}-dark-1280`)
}

async function lookAtWidth(page: Page, width: number, name: string, options: RunOptions): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  // Looked at from its top, where the bar above covers none of its fields
  await page.evaluate(() => window.scrollTo(0, 0))
  await picture(page, `${name}-light-${width}`)
  expect(await complaintsOf(page, options), `${width} pixels wide`).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}
