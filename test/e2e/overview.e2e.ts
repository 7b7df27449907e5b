import { ask, expect, numberIn, test, totalOf } from "./console-page.ts"

test("every number about tasks leads to exactly as many rows", async ({ console: page }) => {
  await page.goto("/")
  const figures = page.locator("[data-figure]")
  await expect(figures).toHaveCount(11)
  const expected = await Promise.all((await figures.all()).map(numberIn))
  for (const [place, count] of expected.entries()) {
    await figures.nth(place).click()
    await expect(page.locator("[data-total]")).toHaveAttribute("data-total", String(count))
    await page.goBack()
    await expect(figures).toHaveCount(11)
  }
})

test("the statuses add up to the 144 tasks of the plan", async ({ console: page }) => {
  await page.goto("/")
  expect(await numberIn(page.locator("[data-figure=total]"))).toBe(144)
  const parts = page.locator("li[data-status] [data-figure]")
  await expect(parts).toHaveCount(10)
  const counts = await Promise.all((await parts.all()).map(numberIn))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(144)
})

test("the sections' numbers, and those of an agency, lead to their rows", async ({ console: page }) => {
  await page.goto("/")
  const sections = page.getByRole("region", { name: "Số nhiệm vụ của mỗi nhóm theo tình trạng" })
  await expect(sections.locator("tbody tr")).toHaveCount(7)
  const second = sections.locator("tbody tr").nth(1).locator("td a").first()
  const count = await numberIn(second)
  await second.click()
  await expect(page.locator("[data-total]")).toHaveAttribute("data-total", String(count))
  await page.goBack()
  const leads = page.getByRole("region", { name: "Số nhiệm vụ của mỗi cơ quan chủ trì theo tình trạng" })
  const busiest = leads.locator("tbody tr").first()
  await expect(busiest).toContainText("Sở Khoa học và Công nghệ")
  const led = busiest.locator("td a").first()
  expect(await numberIn(led)).toBe(49)
  await led.click()
  await expect(page.locator("[data-total]")).toHaveAttribute("data-total", "49")
})

test("an awaited document's number is that of the tasks that wait for it", async ({ console: page }) => {
  await page.goto("/")
  const first = page.getByRole("link", { name: /^\d+ nhiệm vụ chờ / }).first()
  const count = await numberIn(first)
  await first.click()
  await expect(page.locator("[data-total]")).toHaveAttribute("data-total", String(count))
})

test("indicators and cooperation are counted as their registers count them", async ({ console: page }) => {
  await page.goto("/")
  await page.getByRole("link", { name: "54 dòng chỉ tiêu" }).click()
  expect(await totalOf(page)).toBe(54)
  await page.goBack()
  const partners = page.getByRole("link", { name: "0 · Đối tác" })
  await partners.click()
  await expect(page.getByText("Chưa ghi nhận đối tác nào")).toBeVisible()
})

test("a fresh installation says that nobody has reported anything", async ({ console: page }) => {
  const { taskSummary } = await ask<{ taskSummary: { reported: number; asOf: string } }>(
    page,
    "{ taskSummary { reported asOf } }",
  )
  expect(taskSummary.reported).toBe(0)
  await page.goto("/")
  await expect(page.getByText("Chưa có báo cáo tiến độ nào")).toBeVisible()
  const [year, month, day] = taskSummary.asOf.split("-")
  await expect(page.getByText(`Tính đến hết ngày ${day}/${month}/${year}`).first()).toBeVisible()
})

test("whatever number stands on the overview, its address shows as many rows", async ({ console: page }) => {
  test.setTimeout(180_000)
  await page.goto("/")
  await page.getByRole("button", { name: /^Xem tất cả \d+ cơ quan$/ }).click()
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
  const numbers = await page.locator("main a").evaluateAll((links) =>
    (links as HTMLAnchorElement[]).flatMap((link) => {
      const shown = link.textContent.match(/^(?:Xem tất cả )?(\d+)(?!\w|\.|\/)/)
      return shown === null ? [] : [{ address: link.pathname + link.search, shown: Number(shown[1]) }]
    }),
  )
  expect(numbers.length).toBeGreaterThan(100)
  const shownAt = new Map<string, number>()
  for (const { address, shown } of numbers) {
    expect(shownAt.get(address) ?? shown, address).toBe(shown)
    shownAt.set(address, shown)
  }
  let before: number | undefined
  for (const [address, shown] of unlikeNeighbours(shownAt)) {
    // As a link leads there; loaded anew where the former list could pass for this one
    if (shown === before || before === undefined) await page.goto(address)
    else await page.evaluate((to) => history.pushState({}, "", to), address)
    await expect(page.locator("[data-total]"), address).toHaveAttribute("data-total", String(shown))
    before = shown
  }
})

/** Entries in an order in which, as far as possible, no two that follow each other have the same number. */
function unlikeNeighbours(entries: ReadonlyMap<string, number>): [string, number][] {
  const alike = [...Map.groupBy(entries, ([, shown]) => shown).values()]
  const ordered: [string, number][] = []
  for (let left = entries.size; left > 0; left--) {
    alike.sort((one, other) => other.length - one.length)
    const next = alike.find(([first]) => first !== undefined && first[1] !== ordered.at(-1)?.[1]) ?? alike[0]
    ordered.push(...(next?.splice(0, 1) ?? []))
  }
  return ordered
}

test("the tasks that wait for a document are set as text, from the left", async ({ console: page }) => {
  await page.goto("/")
  const awaited = page.locator("section", { hasText: "Nhiệm vụ đang chờ văn bản" })
  const task = awaited.locator("li li a").first()
  await expect(task).toHaveCSS("text-align", "start")
  await expect(task).toHaveCSS("font-weight", "400")
})
