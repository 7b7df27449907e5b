import type { Page } from "@playwright/test"
import { expect, test, totalOf } from "./console-page.ts"

test("a search without diacritics finds what has them, and stands in the address", async ({
  console: page,
}) => {
  await page.goto("/nhiem-vu")
  await page.getByRole("searchbox").fill("chuyen doi so")
  await expect(page).toHaveURL(/q=chuyen\+doi\+so/)
  await expect(page.locator("[data-total]")).not.toHaveAttribute("data-total", "144")
  expect(await totalOf(page)).toBeGreaterThan(10)
  await expect(page.locator("tbody")).toContainText(/chuyển đổi số/i)
})

test("a filter narrows, back widens again, forward narrows again", async ({ console: page }) => {
  await page.goto("/nhiem-vu")
  await expect(page.locator("[data-total='144']")).toBeVisible()
  await page.getByRole("button", { name: "Nhóm nhiệm vụ" }).click()
  await page.getByLabel("Nhóm III", { exact: true }).check()
  await expect(page).toHaveURL(/section=III/)
  await expect(page.locator("[data-total='144']")).toHaveCount(0)
  const narrowed = await totalOf(page)
  await page.keyboard.press("Escape")
  await page.goBack()
  await expect(page.locator("[data-total='144']")).toBeVisible()
  await page.goForward()
  await expect(page.locator(`[data-total='${narrowed}']`)).toBeVisible()
})

test("an unknown value in the address is named and ignored", async ({ console: page }) => {
  await page.goto("/nhiem-vu?status=LATE,OVERDUE&sort=COLOUR")
  await expect(page.getByText("Địa chỉ trang có giá trị không hợp lệ")).toBeVisible()
  await expect(page.getByText("status: “LATE”; sort: “COLOUR”")).toBeVisible()
  await expect(page.getByRole("button", { name: /^Quá hạn/ })).toBeVisible()
})

test("an agency that nobody knows is refused in the graph's own words", async ({ page }) => {
  await page.goto("/nhiem-vu?lead=so-khong-co")
  await expect(page.getByText("Yêu cầu không hợp lệ")).toBeVisible()
  await expect(page.getByRole("alert")).toContainText("so-khong-co")
})

test("a heading orders the list by its column", async ({ console: page }) => {
  await page.goto("/nhiem-vu")
  await page.getByRole("button", { name: "Thời hạn", exact: true }).click()
  await expect(page).toHaveURL(/sort=DUE_ON/)
  await expect(page.locator("th", { hasText: "Thời hạn" })).toHaveAttribute("aria-sort", "ascending")
  await expect(page.locator("tbody tr[data-index='0']")).toContainText("2025")
})

test("rows come in pages as one scrolls, until all are there", async ({ console: page }) => {
  await page.goto("/nhiem-vu")
  await expect(page.getByText("Đã tải 100 trên 144 dòng")).toBeAttached()
  // Rows are as high as their text: where the end is shows once they are drawn
  await expect(async () => {
    await page.keyboard.press("End")
    await expect(page.getByText("Đã tải 144 trên 144 dòng")).toBeAttached({ timeout: 1_000 })
  }).toPass({ timeout: 15_000 })
  await page.keyboard.press("End")
  await expect(page.locator("tbody tr[data-index='143']")).toContainText("140")
  await expect(page.locator("table")).toHaveAttribute("aria-rowcount", "145")
})

test("paper gets every row and no chrome", async ({ console: page }) => {
  await page.addInitScript(() => {
    window.print = () => window.dispatchEvent(new Event("beforeprint"))
  })
  await page.goto("/nhiem-vu")
  await expect(page.locator("[data-row-link]").first()).toBeVisible()
  await page.getByRole("button", { name: "In danh sách" }).click()
  await expect(page.locator("tbody tr[data-index]")).toHaveCount(144)
  await page.emulateMedia({ media: "print" })
  await expect(page.getByRole("navigation")).toHaveCount(0)
  await expect(page.getByRole("searchbox")).toHaveCount(0)
  await expect(page.locator("thead")).toHaveCSS("display", "table-header-group")
  await page.screenshot({ path: "test/screenshots/tasks-print.png" })
})

/** What one of many frames takes while the page is scrolled through, in milliseconds: the middle of all. */
function frameWhileScrolling(page: Page): Promise<number> {
  return page.evaluate(async () => {
    window.scrollTo(0, 0)
    const frames: number[] = []
    let before = performance.now()
    for (let frame = 0; frame < 120; frame++) {
      window.scrollTo(0, (frame % 40) * 240)
      await new Promise(requestAnimationFrame)
      frames.push(performance.now() - before)
      before = performance.now()
    }
    return frames.sort((one, other) => one - other)[60] as number
  })
}

test("a register of a thousand rows keeps few of them in the page and scrolls as one of a hundred", async ({
  page,
}) => {
  test.slow()
  await page.goto("/nhiem-vu")
  await expect(page.getByText("Đã tải 100 trên 144 dòng")).toBeAttached()
  const ofHundred = await frameWhileScrolling(page)
  await page.route("**/graphql", async (route) => {
    const { operationName, variables } = route.request().postDataJSON()
    if (operationName !== "TaskRegister") return route.continue()
    const first = await route.fetch({
      postData: { ...route.request().postDataJSON(), variables: { ...variables, after: null } },
    })
    const answer = await first.json()
    const from = Number(variables.after ?? 0)
    const { tasks } = answer.data
    tasks.totalCount = 1000
    tasks.edges = tasks.edges.map((edge: { node: { id: string } }, place: number) => ({
      ...edge,
      node: { ...edge.node, id: `${edge.node.id}-${from + place}` },
    }))
    tasks.pageInfo = { ...tasks.pageInfo, hasNextPage: from + 100 < 1000, endCursor: String(from + 100) }
    await route.fulfill({ json: answer })
  })
  await page.reload()
  for (let rows = 100; rows <= 1000; rows += 100) {
    const loaded = rows.toLocaleString("vi-VN")
    await expect(page.getByText(new RegExp(`^Đã tải (${rows}|${loaded}) trên`))).toBeAttached()
    if (rows < 1000) await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  }
  const ofThousand = await frameWhileScrolling(page)
  expect(await page.locator("tbody tr[data-index]").count()).toBeLessThan(60)
  expect(ofThousand / ofHundred).toBeLessThan(3)
})

test("the number of rows is told by a region that was there before the answer", async ({ console: page }) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route("**/graphql", async (route) => {
    await released
    await route.continue()
  })
  await page.goto("/nhiem-vu?section=VII")
  const count = page.getByRole("status").first()
  await expect(count).toBeAttached()
  await expect(count).toBeEmpty()
  await expect(page.locator("[aria-busy=true]")).toBeVisible()
  const before = await count.elementHandle()
  release()
  await expect(count).toHaveText("6 nhiệm vụ")
  expect(await before?.evaluate((element) => element.isConnected)).toBe(true)
})

test("back from a task stands where the list was left", async ({ console: page }) => {
  await page.goto("/nhiem-vu")
  await expect(page.locator("[data-row-link]").first()).toBeVisible()
  await page.mouse.move(600, 500)
  for (let screen = 0; screen < 3; screen++) await page.mouse.wheel(0, 1200)
  const row = page.locator("tbody tr[data-index='40'] [data-row-link]")
  await row.scrollIntoViewIfNeeded()
  await row.click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Nhiệm vụ \d+/)
  await page.goBack()
  await expect(row).toBeInViewport()
})

test("paper that lacks rows says so, and names the words the list was narrowed by", async ({
  console: page,
}) => {
  await page.goto("/nhiem-vu")
  await expect(page.getByText("Đã tải 100 trên 144 dòng")).toBeAttached()
  await page.emulateMedia({ media: "print" })
  await expect(page.getByText("Bản in này mới có 100 trên 144 dòng")).toBeVisible()
  await page.emulateMedia({ media: "screen" })
  await expect(page.getByText("Bản in này mới có 100 trên 144 dòng")).toBeHidden()
  for (const path of ["/van-ban-cho?q=luat", "/co-quan?q=so", "/hop-tac?q=hop+tac"]) {
    await page.goto(path)
    await expect(page.getByRole("button", { name: /^Từ khóa “/ })).toBeVisible()
    await page.emulateMedia({ media: "print" })
    await expect(page.getByText(/^Điều kiện đang áp dụng: Từ khóa “/)).toBeVisible()
    await page.emulateMedia({ media: "screen" })
  }
})

test("on a narrow screen no name of a task or section is cut short", async ({ console: page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  for (const path of ["/", "/nhiem-vu", "/van-ban-cho"]) {
    await page.goto(path)
    await expect(page.locator("main td, main li").first()).toBeVisible()
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
    const cut = await page.locator("main :is(a, span, p)").evaluateAll((elements) =>
      elements
        .filter(({ className }) => className !== "for-readers")
        .filter((element) => getComputedStyle(element).overflow !== "visible")
        .filter(
          (element) =>
            element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1,
        )
        .map((element) => element.textContent),
    )
    expect(cut).toEqual([])
  }
})
