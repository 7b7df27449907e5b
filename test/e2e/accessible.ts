import { AxeBuilder } from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/**
 * The console has no frames: axe need not go through them, which takes as long again; nor need it describe the elements
 * with which nothing is wrong.
 */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] })
}

async function complaintsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)
}

/** What fails WCAG 2.2 AA on the page as it stands: each rule with the elements that break it. */
export function complaintsAbout(page: Page): Promise<string[]> {
  return complaintsOf(axe(page).withTags(STANDARD))
}

/**
 * Holds a screen to WCAG 2.2 AA on a desk and on a phone 360 pixels wide, where it must fit, and its colours by night.
 * @param name of its pictures
 */
export async function requireAccessible(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    // Looked at from its top, where the bar above covers none of its fields
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.screenshot({ path: `test/screenshots/${name}-light-${width}.png` })
    expect(await complaintsAbout(page), `${width} pixels wide`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  // The other scheme has the same document in other colours
  await page.emulateMedia({ colorScheme: "dark" })
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark")
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `test/screenshots/${name}-dark-${width}.png` })
    const contrast = axe(page).withRules("color-contrast")
    expect(await complaintsOf(contrast), `${width} pixels wide, by night`).toEqual([])
  }
}
