import type { Page } from "@playwright/test"
import { signIn } from "./accounts.ts"
import { expect, test } from "./console-page.ts"

/** Asks for a token as the system would. @returns the answer's status */
async function askToken(page: Page, clientId: string, secret: string): Promise<number> {
  const response = await page.request.post("/oauth/token", {
    form: { grant_type: "client_credentials", client_id: clientId, client_secret: secret },
  })
  return response.status()
}

test("a system is registered, its secret shown once, replaced and revoked; the history tells who did it", async ({
  console: page,
}) => {
  await signIn(page, "dieu-phoi", "/he-thong/moi")
  await page.getByLabel("Tên hệ thống").fill("Bảng điều hành của Văn phòng")
  await page.getByLabel("Đơn vị chủ quản").fill("Văn phòng UBND Thành phố")
  await page.getByLabel("Đầu mối liên hệ").fill("vp@hanoi.example")
  await page.getByLabel("Mục đích").fill("Đọc tiến độ hằng tháng")
  await page.getByLabel(/Đọc tiến độ nhiệm vụ/).check()
  await page.getByLabel("Hạn mức").fill("0")
  const soon = new Date(Date.now() + 30 * 24 * 3600_000).toISOString().slice(0, 10)
  await page.getByLabel("Ngày hết hạn").fill(soon)
  await page.getByRole("button", { name: "Đăng ký và tạo mã bí mật" }).click()
  await expect(page.getByLabel("Hạn mức")).toHaveAccessibleDescription(/từ 1 đến 6000 yêu cầu mỗi phút/)
  await page.getByLabel("Hạn mức").fill("120")
  await page.getByRole("button", { name: "Đăng ký và tạo mã bí mật" }).click()
  await expect(page.getByText("Mã bí mật chỉ hiện một lần này")).toBeVisible()
  const [clientId, secret] = (await page.locator("dd code").allTextContents()) as [string, string]
  expect(await askToken(page, clientId, secret)).toBe(200)

  await page.getByRole("link", { name: "Đã lưu mã, đến trang của hệ thống" }).click()
  await expect(page.getByText("Đang dùng được")).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)

  const rotation = page.getByRole("button", { name: "Đổi mã bí mật" })
  await rotation.click()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toHaveCount(0)
  await expect(rotation).toBeFocused()
  await rotation.click()
  await page.getByLabel("Mã đang dùng còn hiệu lực thêm").selectOption("0")
  await page.getByRole("button", { name: "Tạo mã mới" }).click()
  await expect(page.getByText("Mã bí mật chỉ hiện một lần này")).toBeVisible()
  const next = (await page.locator("dd code").nth(1).textContent()) as string
  expect(await askToken(page, clientId, secret)).toBe(401)
  expect(await askToken(page, clientId, next)).toBe(200)

  await page.getByRole("button", { name: "Thu hồi" }).click()
  const question = page.getByRole("dialog")
  await question.getByLabel("Lý do").fill("Đơn vị không còn dùng")
  await question.getByRole("button", { name: "Thu hồi" }).click()
  await expect(page.getByText("Đã thu hồi")).toBeVisible()
  await expect(rotation).toHaveCount(0)
  expect(await askToken(page, clientId, next)).toBe(401)

  await page.context().clearCookies()
  await signIn(page, "thanh-tra", "/nhat-ky?service=access")
  const revocation = page.getByRole("row").filter({ hasText: "Đơn vị không còn dùng" })
  await expect(revocation).toContainText("Thu hồi hệ thống kết nối")
  await expect(revocation).toContainText("Điều phối viên (Sở KH&CN)")
  await expect(page.getByRole("row").filter({ hasText: "Đổi mã bí mật" }).first()).toBeVisible()
})
