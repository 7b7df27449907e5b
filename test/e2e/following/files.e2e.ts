import { readFile } from "node:fs/promises"
import { requireAccessible } from "../accessible.ts"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { another } from "./two-people.ts"

/** A document of 3 MB: six pieces. */
const document = Buffer.concat([
  Buffer.from("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n"),
  Buffer.alloc(3_000_000, "%"),
  Buffer.from("\ntrailer << /Root 1 0 R >>\n%%EOF\n"),
])

// Not the page that reports every error of the console: what is refused and what is cut off are such errors.
test("a file is uploaded over a bad network, attached to a report, and fetched by those who may read it", async ({
  page: officer,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await openAs(officer, "dau-moi-khcn", "/nhiem-vu/52")
  await officer.getByRole("link", { name: "Báo cáo", exact: true }).click()
  await officer.getByLabel("Tình trạng").selectOption({ label: "Đã hoàn thành" })
  await officer.getByLabel("Ngày hoàn thành").fill("2025-11-20")
  await officer.getByLabel("Số, ký hiệu").fill("52/NQ-HĐND")
  await officer.getByLabel("Ngày ban hành").fill("2025-11-20")
  await officer.getByLabel("Cơ quan ban hành").fill("HĐND Thành phố")

  // Slow enough to be looked at.
  await officer.route("**/files/tasks/uploads/*", async (route) => {
    if (route.request().method() === "PATCH") await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue().catch(() => undefined)
  })
  const input = officer.locator("input[type=file]")
  await input.setInputFiles({ name: "Nghị quyết 52.pdf", mimeType: "application/pdf", buffer: document })
  const row = officer.getByRole("listitem").filter({ hasText: "Nghị quyết 52.pdf" })
  await row.getByRole("button", { name: "Tạm dừng tải Nghị quyết 52.pdf" }).click()
  await expect(row.getByText(/Đã tạm dừng ở \d+%/)).toBeVisible()
  await expect(row.getByRole("progressbar", { name: "Tiến độ tải Nghị quyết 52.pdf" })).toHaveCount(1)
  await requireAccessible(officer, "files-paused")
  await officer.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(officer.getByText("Hãy chờ các tệp tải lên xong, hoặc gỡ tệp chưa xong")).toBeVisible()

  await context.setOffline(true)
  await row.getByRole("button", { name: "Tải tiếp Nghị quyết 52.pdf" }).click()
  await expect(row.getByText(/Mất kết nối ở \d+%/)).toBeVisible()
  await context.setOffline(false)
  await expect(row.getByText("Đã tải xong")).toBeVisible()

  await input.setInputFiles({
    name: "Phụ lục.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(2_000)]),
  })
  await expect(officer.getByText("Nội dung của tệp không thuộc loại được nhận")).toBeVisible()
  await input.setInputFiles({ name: "Bảng.xlsm", mimeType: "application/zip", buffer: Buffer.from("PK") })
  await expect(officer.getByText("Tệp “Bảng.xlsm” không thuộc loại được nhận")).toBeVisible()
  await requireAccessible(officer, "files-refused")
  await officer.getByRole("button", { name: "Gỡ Phụ lục.pdf" }).click()
  await officer.getByRole("button", { name: "Gỡ Bảng.xlsm" }).click()
  await officer.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(officer).toHaveURL("/nhiem-vu/52")

  const link = officer.getByRole("link", { name: "Nghị quyết 52.pdf" }).first()
  const [download] = await Promise.all([officer.waitForEvent("download"), link.click()])
  expect(download.suggestedFilename()).toBe("Nghị quyết 52.pdf")
  expect((await readFile(await download.path())).equals(document)).toBe(true)

  const path = (await link.getAttribute("href")) ?? ""
  expect(path).toMatch(/^\/files\/tasks\/[0-9a-f-]{36}$/)
  // Finance coordinates the task; the administrator has nothing to do with it.
  for (const [account, status] of [
    ["dieu-phoi", 200],
    ["dau-moi-tai-chinh", 200],
    ["quan-tri", 404],
    [null, 404],
  ] as const) {
    const other = await another(browser, baseURL, account, "/")
    expect([account, (await other.request.get(path)).status()]).toEqual([account, status])
    await other.context().close()
  }
})
