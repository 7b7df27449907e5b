import { randomUUID } from "node:crypto"
import { complaintsAbout } from "./accessible.ts"
import { openAs } from "./accounts.ts"
import { expect, test } from "./console-page.ts"

const SCREENS = [
  "/nhiem-vu",
  "/nhiem-vu/1",
  "/chi-tieu/1",
  "/co-quan",
  "/hop-tac",
  "/van-ban-cho",
  "/ke-hoach",
  "/",
] as const

test("without the gateway every screen says so, wide and narrow; one press brings all of it back", async ({
  page,
}) => {
  await page.route("**/graphql", (route) => route.abort())
  for (const path of SCREENS) {
    await page.goto(path)
    await expect(page.getByText("Không kết nối được với máy chủ").first()).toBeVisible()
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Không tìm thấy trang")
    await expect(page.locator("[data-total]")).toHaveCount(0)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await complaintsAbout(page), `${path}, ${width} pixels wide`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  }
  await expect(page.getByRole("alert")).toHaveCount(7)
  await page.unroute("**/graphql")
  await page.getByRole("button", { name: "Thử lại" }).first().click()
  await expect(page.getByRole("alert")).toHaveCount(0)
  await expect(page.locator("[data-figure=total]")).toContainText("144")
  await expect(page.getByRole("link", { name: "54 dòng chỉ tiêu" })).toBeVisible()
})

test("what a coordinator opens by its address says that it could not be read, not that it is on its way", async ({
  page,
}) => {
  await openAs(page, "dieu-phoi")
  await page.route("**/graphql", (route) => route.abort())
  await page.setViewportSize({ width: 360, height: 800 })
  for (const kind of ["van-ban-cho", "vuong-mac", "don-doc", "ky-bao-cao", "mau-bao-cao", "phan-cong"]) {
    await page.goto(`/${kind}/${randomUUID()}`)
    await expect(page.getByText("Không kết nối được với máy chủ").first()).toBeVisible()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tải được")
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  }
})
