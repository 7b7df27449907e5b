import { AxeBuilder } from "@axe-core/playwright"
import { expect, test } from "./console-page.ts"

/** Every screen, and what shows that it has arrived. */
const screens = [
  { name: "overview", path: "/", arrived: "[data-figure=total]" },
  { name: "tasks", path: "/nhiem-vu", arrived: "[data-row-link]" },
  {
    name: "tasks-narrowed",
    path: "/nhiem-vu?status=OVERDUE&lead=so-khcn&sort=DUE_ON",
    arrived: "[data-total]",
  },
  { name: "tasks-none", path: "/nhiem-vu?q=xyzxyz", arrived: "[data-total='0']" },
  { name: "tasks-ignored", path: "/nhiem-vu?status=LATE", arrived: "[data-row-link]" },
  { name: "task", path: "/nhiem-vu/85b", arrived: "dl" },
  { name: "task-phases", path: "/nhiem-vu/97", arrived: "dl" },
  { name: "indicators", path: "/chi-tieu", arrived: "[data-row-link]" },
  { name: "indicator", path: "/chi-tieu/1", arrived: "dl" },
  { name: "agencies", path: "/co-quan", arrived: "[data-row-link]" },
  { name: "agency", path: "/co-quan/so-khcn", arrived: "[data-row-link]" },
  { name: "agency-indicators", path: "/co-quan/so-khcn?view=indicators", arrived: "[data-row-link]" },
  { name: "programmes", path: "/hop-tac", arrived: "[data-row-link]" },
  { name: "partners", path: "/hop-tac/doi-tac", arrived: "[data-total='0']" },
  { name: "agreements", path: "/hop-tac/thoa-thuan", arrived: "[data-total='0']" },
  { name: "activities", path: "/hop-tac/hoat-dong", arrived: "[data-total='0']" },
  { name: "experts", path: "/hop-tac/chuyen-gia", arrived: "[data-total='0']" },
  { name: "triggers", path: "/van-ban-cho", arrived: "[data-row-link]" },
  { name: "plan", path: "/ke-hoach", arrived: "dl" },
  { name: "not-found", path: "/khong-co", arrived: "h1" },
] as const

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

for (const width of [1280, 360])
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 } })
    for (const { name, path, arrived } of screens)
      test(`${name} meets WCAG 2.2 AA, by day and by night, and fits`, async ({ console: page }) => {
        await page.goto(path)
        await expect(page.locator(arrived).first()).toBeVisible()
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
        await expect(page.getByRole("alert")).toHaveCount(name === "tasks-ignored" ? 1 : 0)
        await page.screenshot({ path: `test/screenshots/${name}-light-${width}.png` })
        expect(complaintsOf(await new AxeBuilder({ page }).withTags(STANDARD).analyze())).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        // The other scheme has the same document in other colours
        await page.emulateMedia({ colorScheme: "dark" })
        await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark")
        await page.screenshot({ path: `test/screenshots/${name}-dark-${width}.png` })
        expect(complaintsOf(await new AxeBuilder({ page }).withRules("color-contrast").analyze())).toEqual([])
      })
  })

function complaintsOf({ violations }: Awaited<ReturnType<AxeBuilder["analyze"]>>): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)
}

test("an open filter and the table of shortcuts meet it too", async ({ console: page }) => {
  await page.goto("/nhiem-vu")
  await expect(page.locator("[data-row-link]").first()).toBeVisible()
  await page.getByRole("button", { name: "Chủ trì", exact: true }).click()
  await expect(page.getByLabel("Tìm cơ quan")).toBeVisible()
  const open = await new AxeBuilder({ page }).withTags(STANDARD).analyze()
  expect(open.violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Phím tắt" }).click()
  const explained = await new AxeBuilder({ page }).withTags(STANDARD).analyze()
  expect(explained.violations.map(({ id }) => id)).toEqual([])
})
