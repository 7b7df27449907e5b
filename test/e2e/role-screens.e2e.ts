import { requireAccessible } from "./accessible.ts"
import { openAs, signIn } from "./accounts.ts"
import { expect, test } from "./console-page.ts"

test("a link to a screen of others says who can use it, and leads there through signing in", async ({
  console: page,
}) => {
  await page.goto("/nhat-ky?service=access")
  await expect(page.getByText("Cần đăng nhập để dùng trang này")).toBeVisible()
  await expect(page.getByText("Dành cho: Thanh tra.")).toBeVisible()
  await expect(page.getByRole("button", { name: "Quản lý" })).toHaveCount(0)
  await signIn(page, "dau-moi-khcn", "/nhat-ky")
  await expect(page.getByText("Tài khoản này không dùng được trang này")).toBeVisible()
  await expect(page.getByRole("button", { name: "Quản lý" })).toHaveCount(0)
})

test("each role finds in the navigation what is its own", async ({ console: page }) => {
  const own = [
    ["dieu-phoi", ["Phân công", "Sắp xếp cơ quan", "Lịch làm việc", "Hệ thống kết nối"]],
    ["quan-tri", ["Phân công", "Hệ thống kết nối", "Thư thông báo"]],
    ["thanh-tra", ["Phân công", "Hệ thống kết nối", "Thư thông báo", "Nhật ký"]],
  ] as const
  for (const [account, screens] of own) {
    await page.context().clearCookies()
    await openAs(page, account)
    await page.getByRole("button", { name: "Quản lý" }).click()
    const group = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Quản lý" }) })
    await expect(group.getByRole("link")).toHaveText([...screens])
  }
})

test("a coordinator assigns an officer to an agency and ends it again", async ({ console: page }) => {
  await openAs(page, "dieu-phoi", "/phan-cong/moi")
  await page.getByLabel("Họ tên").fill("Vũ Thị Đầu Mối")
  await page.getByLabel("Thư điện tử").fill(`vu.dau.moi.${Date.now()}@hanoi.example`)
  await expect(page.getByRole("option", { name: "Thanh tra" })).toHaveCount(0)
  await page.getByLabel("Vai trò").selectOption({ label: "Đầu mối của cơ quan" })
  await page.getByRole("combobox", { name: "Cơ quan" }).fill("so tai chinh")
  await page.getByRole("listbox").getByRole("option", { name: "Sở Tài chính" }).click()
  await page.getByLabel("Từ ngày").fill("2026-01-01")
  await page.getByRole("button", { name: "Phân công", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vũ Thị Đầu Mối")
  await expect(page.getByRole("link", { name: "Sở Tài chính" })).toBeVisible()
  await page.getByRole("button", { name: "Kết thúc" }).click()
  await page.getByLabel("Ngày cuối cùng").fill("2026-01-31")
  await page.getByRole("dialog").getByLabel("Lý do").fill("Chuyển công tác")
  await page.getByRole("dialog").getByRole("button", { name: "Kết thúc" }).click()
  await expect(page.getByText("không hiệu lực")).toBeVisible()
})

test("signing out leaves nothing behind", async ({ console: page }) => {
  await signIn(page, "dieu-phoi", "/hop-tac/doi-tac/moi")
  await page.getByLabel("Tên").fill("Nháp")
  await page.getByRole("button", { name: /^Tài khoản/ }).click()
  await page.getByRole("button", { name: "Đăng xuất" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Đăng xuất/)
  await page.goto("/hop-tac/doi-tac/moi")
  await expect(page.getByText("Cần đăng nhập để dùng trang này")).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft")))).toEqual(
    [],
  )
})

/** The screens of those who are signed in, and what shows that each has arrived. */
const screens = [
  { account: "dieu-phoi", path: "/he-thong", arrived: "[data-total]" },
  { account: "dieu-phoi", path: "/he-thong/moi", arrived: "form" },
  { account: "dieu-phoi", path: "/phan-cong", arrived: "[data-total]" },
  { account: "dieu-phoi", path: "/phan-cong/moi", arrived: "form" },
  { account: "dieu-phoi", path: "/hop-tac/doi-tac/moi", arrived: "form" },
  { account: "dieu-phoi", path: "/hop-tac/thoa-thuan/moi", arrived: "form" },
  { account: "dieu-phoi", path: "/hop-tac/hoat-dong/moi", arrived: "form" },
  { account: "dieu-phoi", path: "/hop-tac/chuyen-gia/moi", arrived: "form" },
  { account: "thanh-tra", path: "/nhat-ky", arrived: "[data-row-link]" },
  { account: "lanh-dao", path: "/nhat-ky", arrived: "[role=note]" },
] as const

for (const { account, path, arrived } of screens)
  test(`${path} of ${account} meets WCAG 2.2 AA, wide and narrow, by day and by night, and fits`, async ({
    console: page,
  }) => {
    await openAs(page, account, path)
    await expect(page.locator(arrived).first()).toBeVisible()
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
    if (arrived === "form") {
      await page.locator("form button[type=submit]").first().click()
      await expect(page.locator("[aria-invalid=true]").first()).toBeFocused()
    }
    await requireAccessible(page, `${account}-${path.slice(1).replaceAll("/", "-")}`)
  })
