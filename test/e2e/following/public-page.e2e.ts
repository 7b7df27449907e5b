import { env } from "node:process"
import type { Browser, ConsoleMessage, Page } from "@playwright/test"
import { complaintsAbout } from "../accessible.ts"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { moveRound, prepareRound } from "./round-steps.ts"
import { lookAt } from "./two-people.ts"

const NAME = "Kỳ thử công bố"
const PAGE = "/cong-bo/ky-thu-cong-bo"

test("the City publishes a round, everybody reads it without a script, and a correction and a withdrawal say so", async ({
  console: coordinator,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await openAs(coordinator, "dieu-phoi", "/ky-bao-cao")
  const round = await lockRound(coordinator)
  await coordinator.goto(`/ky-bao-cao/${round}`)
  await coordinator.getByRole("link", { name: "Công bố", exact: true }).click()
  await coordinator
    .getByLabel("Lời của Thành phố")
    .fill("Sáu tháng đầu năm, Thành phố đã tập trung thực hiện.")
  await coordinator.getByRole("button", { name: "Xem trước" }).click()
  const preview = coordinator.frameLocator("iframe")
  await expect(preview.getByText("Sáu tháng đầu năm, Thành phố đã tập trung thực hiện.")).toBeVisible()
  await expect(preview.locator("header.site")).toHaveCSS("border-bottom-width", "4px")
  await lookAt(coordinator, "publication-first")
  await coordinator.getByRole("button", { name: "Công bố", exact: true }).click()
  await expect(coordinator.locator("[data-publication]")).toHaveCount(1)

  const reader = await readerWithoutScripts(browser, baseURL)
  await reader.goto("/cong-bo")
  await reader.getByRole("link", { name: NAME }).click()
  await expect(reader).toHaveURL(PAGE)
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(NAME)
  await expect(reader.getByText("Sáu tháng đầu năm, Thành phố đã tập trung thực hiện.")).toBeVisible()
  const assigned = Number(await reader.locator("[data-figure=assigned]").textContent())
  expect(assigned).toBeGreaterThan(100)
  await filesAddUpTo(reader, assigned)
  await reader.getByRole("link", { name: "Xem từng nhiệm vụ" }).click()
  const listed = await reader.locator("[data-task]").count()
  await expect(reader.getByText(`${assigned - listed} nhiệm vụ có yếu tố nhạy cảm`)).toBeVisible()
  await reader.getByRole("link", { name: "English" }).click()
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`${NAME}: Every task`)

  await coordinator.getByLabel("Từng nhiệm vụ").uncheck()
  await coordinator.getByRole("button", { name: "Công bố bản đính chính" }).click()
  await expect(coordinator.getByText("Hãy ghi đã đính chính những gì")).toBeVisible()
  await coordinator.getByLabel("Nội dung đính chính").fill("Chưa công bố từng nhiệm vụ")
  await coordinator.getByRole("button", { name: "Công bố bản đính chính" }).click()
  await expect(coordinator.locator("[data-publication]")).toHaveCount(2)
  await lookAt(coordinator, "publication-corrected")
  await reader.goto(PAGE)
  await expect(reader.getByText("Chưa công bố từng nhiệm vụ").first()).toBeVisible()
  await expect(reader.getByRole("link", { name: "Xem từng nhiệm vụ" })).toHaveCount(0)
  await reader.getByRole("link", { name: "Phiên bản 1" }).click()
  await expect(reader.getByText("Phiên bản này đã được thay thế.")).toBeVisible()

  const seeing = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage()
  await lookAtPublicPage(seeing, "publication", `${PAGE}?lang=en`)
  await lookAtPublicPage(seeing, "tasks", `${PAGE}/phien-ban/1/nhiem-vu`)
  await lookAtPublicPage(seeing, "missing", "/cong-bo/khong-co")

  await coordinator.getByRole("button", { name: "Thu hồi phiên bản 2" }).click()
  const dialog = coordinator.getByRole("dialog")
  await dialog.getByLabel("Lý do").fill("Số liệu một chỉ tiêu chưa được xác nhận")
  await dialog.getByRole("button", { name: "Thu hồi", exact: true }).click()
  await expect(coordinator.locator("[data-publication='2']")).toContainText("đã thu hồi")
  expect((await reader.goto(PAGE))?.status()).toBe(410)
  await expect(reader.getByText("Số liệu một chỉ tiêu chưa được xác nhận")).toBeVisible()
  await lookAtPublicPage(seeing, "withdrawn", PAGE)
  await coordinator.getByRole("button", { name: "Thu hồi phiên bản 1" }).click()
  await dialog.getByLabel("Lý do").fill("Cũng chưa được xác nhận")
  await dialog.getByRole("button", { name: "Thu hồi", exact: true }).click()
  await expect(coordinator.locator("[data-publication='1']")).toContainText("đã thu hồi")
  expect((await reader.goto(`${PAGE}/phien-ban/1/nhiem-vu`))?.status()).toBe(410)
  for (const page of [reader, seeing]) await page.context().close()
})

test("a visitor is led from the start page to what was published", async ({ console: page }) => {
  await page.goto("/")
  await page.getByRole("link", { name: "Kết quả đã công bố" }).first().click()
  await expect(page).toHaveURL("/cong-bo")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Các kỳ báo cáo đã công bố")
})

/** @returns the id of a round of the Department of Finance that was locked */
async function lockRound(page: Page): Promise<string> {
  const prepared = await prepareRound(page, ["so-tai-chinh"], {
    kind: "REGULAR",
    questions: null,
    name: NAME,
    cutOffOn: "2026-05-31",
    agenciesDueOn: "2026-06-05",
    cityDueOn: "2026-06-10",
    governmentDueOn: "2026-06-14",
  })
  const { id } = await moveRound(page, "lockRound", await moveRound(page, "openRound", prepared))
  return id
}

async function readerWithoutScripts(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false })).newPage()
}

/** The sections and the agencies of the files add up to the figure on the page. */
async function filesAddUpTo(page: Page, assigned: number): Promise<void> {
  const { tables } = (await (await page.request.get(`${PAGE}/du-lieu.json`)).json()) as {
    tables: Record<string, { assigned: number }[]>
  }
  for (const table of ["tong-hop", "nhom-nhiem-vu", "co-quan"])
    expect((tables[table] ?? []).reduce((sum, row) => sum + row.assigned, 0)).toBe(assigned)
  const csv = await (await page.request.get(`${PAGE}/du-lieu/tong-hop.csv`)).text()
  const [names = "", row = ""] = csv.replace(/^\uFEFF/, "").split("\r\n")
  expect(Number(row.split(",")[names.split(",").indexOf("assigned")])).toBe(assigned)
  const workbook = await page.request.get(`${PAGE}/du-lieu.xlsx`)
  expect(workbook.headers()["content-disposition"]).toBe('attachment; filename="ky-thu-cong-bo-v1.xlsx"')
  expect((await workbook.body()).subarray(0, 2).toString()).toBe("PK")
}

/** Holds a public page to WCAG 2.2 AA on a desk by day and on a phone by night, where it must fit and complain of nothing. */
async function lookAtPublicPage(page: Page, name: string, path: string): Promise<void> {
  const complaints: string[] = []
  const note = (message: ConsoleMessage) => {
    // That there is nothing at an address, the browser says, too
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text())
  }
  page.on("console", note)
  await page.goto(path)
  for (const [width, colorScheme] of [
    [1280, "light"],
    [360, "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    if (env.SCREENSHOTS !== undefined)
      await page.screenshot({ path: `test/screenshots/public-${name}-${width}.png`, fullPage: true })
    expect(await complaintsAbout(page), `${path}, ${width} pixels wide, ${colorScheme}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  page.off("console", note)
  expect(complaints).toEqual([])
}
