import { openAs } from "../accounts.ts"
import { expect, test, totalOf } from "../console-page.ts"
import { another } from "./two-people.ts"

test("a list that was read to its end stays there, whatever others change meanwhile", async ({
  console: reader,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await openAs(reader, "dieu-phoi", "/nhiem-vu")
  const total = await totalOf(reader)
  expect(total).toBeGreaterThan(100)
  const whole = reader.getByText(`Đã tải ${total} trên ${total} dòng`)
  await expect(async () => {
    await reader.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await expect(whole).toBeVisible({ timeout: 1_000 })
  }).toPass()
  // Rows that are not near are not in the page: its last one need not be the list's
  const last = reader.locator(`[data-index="${total - 1}"]`)
  await expect(async () => {
    await reader.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await expect(last).toBeInViewport({ timeout: 1_000 })
  }).toPass()
  const shown = await last.textContent()
  const place = () => reader.evaluate(() => Math.round(window.scrollY))
  const before = await place()

  const officer = await another(browser, baseURL, "dau-moi-tai-chinh", "/nhiem-vu/34")
  const readAgain = reader.waitForResponse((answer) => answer.url().endsWith("/graphql") && answer.ok())
  await officer.getByRole("link", { name: "Báo cáo", exact: true }).click()
  await officer.getByText("Không có gì báo cáo").click()
  await officer.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(officer).toHaveURL("/nhiem-vu/34")

  await readAgain
  await expect(whole).toBeVisible()
  await expect(last).toHaveText(shown ?? "")
  await expect(last).toBeInViewport()
  expect(Math.abs((await place()) - before)).toBeLessThan(5)
})
