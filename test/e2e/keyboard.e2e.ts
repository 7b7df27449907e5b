import { expect, test } from "./console-page.ts"

test("from the overview to a task and back without a mouse", async ({ console: page }) => {
  await page.goto("/")
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await page.keyboard.press("Tab")
  const skip = page.getByRole("link", { name: "Đến nội dung chính" })
  await expect(skip).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.locator("main")).toBeFocused()
  await page.keyboard.press("g")
  await page.keyboard.press("n")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhiệm vụ")
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused()
  await page.keyboard.press("/")
  await expect(page.getByRole("searchbox")).toBeFocused()
  await page.keyboard.type("85b?gn")
  await expect(page.getByRole("searchbox")).toHaveValue("85b?gn")
  await page.keyboard.press("ControlOrMeta+a")
  await page.keyboard.type("an toan thong tin")
  await expect(page).toHaveURL(/q=an\+toan/)
  const firstRow = page.locator("tbody tr[data-index='0'] [data-row-link]")
  // What is found has taken the place of the whole register
  await expect(firstRow).toHaveAttribute("href", "/nhiem-vu/23")
  await page.keyboard.press("Tab")
  await page.keyboard.press("j")
  await expect(firstRow).toBeFocused()
  await page.keyboard.press("j")
  await page.keyboard.press("k")
  await expect(firstRow).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/nhiem-vu\/\w+/)
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole("searchbox")).toHaveValue("an toan thong tin")
})

test("a filter opens, is set and closes by keys, the focus coming back", async ({ console: page }) => {
  await page.goto("/nhiem-vu")
  const opener = page.getByRole("button", { name: "Tình trạng", exact: true })
  await opener.focus()
  await page.keyboard.press("Enter")
  await expect(page.getByLabel("Quá hạn", { exact: true })).toBeVisible()
  await page.getByLabel("Quá hạn", { exact: true }).press("Space")
  await expect(page).toHaveURL(/status=OVERDUE/)
  await page.keyboard.press("Escape")
  await expect(page.getByRole("button", { name: /^Tình trạng/ })).toBeFocused()
})

test("the shortcuts are explained, and can be switched off for good", async ({ console: page }) => {
  await page.goto("/nhiem-vu")
  await page.locator("h1").focus()
  await page.keyboard.press("?")
  const dialog = page.getByRole("dialog", { name: "Phím tắt" })
  await expect(dialog).toBeVisible()
  await dialog.getByRole("switch", { name: "Bật phím tắt một ký tự" }).press("Space")
  await page.keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await page.reload()
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await page.keyboard.press("/")
  await expect(page.getByRole("searchbox")).not.toBeFocused()
})

test("the row with the focus is neither lost by scrolling nor covered by what sticks", async ({
  console: page,
}) => {
  await page.goto("/nhiem-vu")
  await expect(page.locator("[data-row-link]").first()).toBeVisible()
  await page.locator("h1").focus()
  for (let row = 0; row < 14; row++) await page.keyboard.press("j")
  const fourteenth = page.locator("tbody tr[data-index='13'] [data-row-link]")
  await expect(fourteenth).toBeFocused()
  await page.mouse.move(600, 500)
  const scrolled = () => page.evaluate(() => window.scrollY)
  for (let screen = 0; screen < 4; screen++) {
    const before = await scrolled()
    await page.mouse.wheel(0, 1500)
    // A wheel that turns on while keys are pressed takes the row away again
    await expect.poll(scrolled).toBeGreaterThan(before + 1400)
  }
  await expect(fourteenth).not.toBeInViewport()
  await expect(page.locator("tbody tr[data-index='60']")).toBeAttached()
  await expect(fourteenth).toBeFocused()
  for (let row = 0; row < 10; row++) {
    await page.keyboard.press("k")
    const belowHeadings = () =>
      page.evaluate(() => {
        const top = document.activeElement?.getBoundingClientRect().top ?? 0
        return top - (document.querySelector("thead th")?.getBoundingClientRect().bottom ?? 0)
      })
    await expect.poll(belowHeadings).toBeGreaterThanOrEqual(0)
  }
  await expect(page.locator("tbody tr[data-index='3'] [data-row-link]")).toBeFocused()
})
