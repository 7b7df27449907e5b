import { complaintsAbout, requireAccessible } from "./accessible.ts"
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

for (const { name, path, arrived } of screens)
  test(`${name} meets WCAG 2.2 AA, wide and narrow, by day and by night, and fits`, async ({
    console: page,
  }) => {
    await page.goto(path)
    await expect(page.locator(arrived).first()).toBeVisible()
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
    await expect(page.getByRole("alert")).toHaveCount(name === "tasks-ignored" ? 1 : 0)
    await requireAccessible(page, name)
  })

test("an open filter and the table of shortcuts meet it too", async ({ console: page }) => {
  await page.goto("/nhiem-vu")
  await expect(page.locator("[data-row-link]").first()).toBeVisible()
  await page.getByRole("button", { name: "Chủ trì", exact: true }).click()
  await expect(page.getByLabel("Tìm cơ quan")).toBeVisible()
  expect(await complaintsAbout(page)).toEqual([])
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Phím tắt" }).click()
  expect(await complaintsAbout(page)).toEqual([])
})
