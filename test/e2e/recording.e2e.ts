import type { Page } from "@playwright/test"
import { sessionOf, signIn } from "./accounts.ts"
import { expect, test } from "./console-page.ts"
import { inDatabase } from "./installation-database.ts"

/** Records a partner and lands on its page. */
async function recordPartner(page: Page, name: string): Promise<void> {
  await page.goto("/hop-tac/doi-tac/moi")
  await page.getByLabel("Tên").fill(name)
  await page.getByLabel("Loại").selectOption({ label: "Thành phố, vùng" })
  await page.getByLabel("Quốc gia").selectOption({ label: "Nhật Bản" })
  await page.getByLabel("Lĩnh vực").fill("Giao thông thông minh\nĐào tạo")
  await page.getByRole("button", { name: "Ghi", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name)
}

test("the public sees a partner from its publication until its withdrawal", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await signIn(page, "dieu-phoi")
  await recordPartner(page, "Thành phố Fukuoka")
  const address = page.url()
  const visitor = await (await browser.newContext({ baseURL })).newPage()
  await visitor.goto(address)
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang")

  await page.getByRole("button", { name: "Công khai", exact: true }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Công khai" }).click()
  await expect(page.getByRole("button", { name: "Ngừng công khai" })).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Thành phố Fukuoka")
  await expect(visitor.getByRole("link", { name: "Sửa" })).toHaveCount(0)
  await expect(visitor.getByRole("button", { name: "Rút" })).toHaveCount(0)

  await page.getByRole("button", { name: "Rút", exact: true }).click()
  const question = page.getByRole("dialog")
  await question.getByRole("button", { name: "Rút" }).click()
  await expect(question.getByLabel("Lý do")).toBeFocused()
  await page.keyboard.type("Ghi nhầm")
  await question.getByRole("button", { name: "Rút" }).click()
  await expect(page).toHaveURL("/hop-tac/doi-tac")
  await visitor.reload()
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang")
  await visitor.context().close()
})

test("what is wrong is said at its field, which has the focus, and nothing typed is lost", async ({
  console: page,
}) => {
  await signIn(page, "dieu-phoi", "/hop-tac/doi-tac/moi")
  await page.getByLabel("Tên").fill("Viện Pasteur")
  await page.getByLabel("Loại").selectOption({ label: "Viện nghiên cứu" })
  await page.getByLabel("Trang thông tin điện tử").fill("pasteur")
  await page.getByRole("button", { name: "Ghi", exact: true }).click()
  const website = page.getByLabel("Trang thông tin điện tử")
  await expect(website).toBeFocused()
  await expect(website).toHaveAccessibleDescription(/“pasteur” không phải địa chỉ web/)
  await page.reload()
  await expect(page.getByLabel("Tên")).toHaveValue("Viện Pasteur")
  await page.getByRole("button", { name: "Bỏ bản nháp" }).click()
  await expect(page.getByLabel("Tên")).toHaveValue("")
})

test("two people change one partner: the second is told what the first recorded, and loses nothing", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await signIn(page, "dieu-phoi")
  await recordPartner(page, "Vùng Île-de-France")
  const other = await (await browser.newContext({ baseURL })).newPage()
  await signIn(other, "dieu-phoi", new URL(page.url()).pathname)
  await other.getByRole("link", { name: "Sửa" }).click()
  await other.getByLabel("Ghi chú").fill("Ghi chú của người thứ hai")

  await page.getByRole("link", { name: "Sửa" }).click()
  await page.getByLabel("Lĩnh vực").fill("Công nghệ sinh học")
  await page.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(page.getByText("Công nghệ sinh học")).toBeVisible()

  await other.getByRole("button", { name: "Ghi thay đổi" }).click()
  await other.getByRole("button", { name: "Lấy bản mới nhất" }).click()
  await expect(other.getByLabel("Lĩnh vực")).toHaveAccessibleDescription(/Công nghệ sinh học/)
  await expect(other.getByLabel("Ghi chú")).toHaveValue("Ghi chú của người thứ hai")
  await other.getByLabel("Lĩnh vực").fill("Công nghệ sinh học")
  await other.getByRole("button", { name: "Ghi thay đổi" }).click()
  await expect(other.getByText("Ghi chú của người thứ hai")).toBeVisible()
  await other.context().close()
})

test("a session that ends while one types costs nothing but signing in again", async ({ console: page }) => {
  await signIn(page, "dieu-phoi", "/hop-tac/chuyen-gia/moi")
  await page.getByLabel("Họ tên").fill("Nguyễn Văn Xa")
  await page.getByLabel("Ngày đồng ý").fill("2026-01-15")
  expect(await inDatabase("delete from gateway.session where subject = $1", ["dieu-phoi"])).toBeGreaterThan(0)
  // The gateway believes what it read of a session for some seconds
  await expect.poll(async () => (await sessionOf(page)).signedIn, { timeout: 25_000 }).toBe(false)
  await page.getByRole("button", { name: "Ghi", exact: true }).click()
  await expect(page.getByText("Phiên đăng nhập đã kết thúc")).toBeVisible()
  await expect(page.getByLabel("Họ tên")).toHaveValue("Nguyễn Văn Xa")
  await page.getByRole("link", { name: "Đăng nhập lại" }).click()
  await expect(page).toHaveURL("/hop-tac/chuyen-gia/moi")
  await expect(page.getByLabel("Họ tên")).toHaveValue("Nguyễn Văn Xa")
  await page.getByRole("button", { name: "Ghi", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nguyễn Văn Xa")
})
