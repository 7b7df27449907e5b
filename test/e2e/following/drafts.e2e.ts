import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { another, lookAt, openObligation } from "./two-people.ts"

test("a draft survives a closed browser, and is gone once it is sent", async ({
  console: page,
  browser,
  baseURL,
}) => {
  await openAs(page, "dau-moi-khcn", "/nhiem-vu/3")
  await page.getByRole("link", { name: "Báo cáo", exact: true }).click()
  await page.getByLabel("Tình trạng").selectOption({ label: "Đang thực hiện" })
  await page.getByLabel("Việc đã làm").fill("Đã họp với các phòng")
  const address = new URL(page.url()).pathname
  // What a browser keeps when it is closed: cookies and local storage, not the storage of its windows
  const kept = await page.context().storageState()
  await page.close()

  const reopened = await (await browser.newContext({ baseURL: baseURL ?? "", storageState: kept })).newPage()
  await reopened.goto(address)
  await expect(reopened.getByText("Nội dung đang nhập dở đã được khôi phục")).toBeVisible()
  await expect(reopened.getByLabel("Việc đã làm")).toHaveValue("Đã họp với các phòng")
  await reopened.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(reopened).toHaveURL("/nhiem-vu/3")
  await expect(reopened.getByText("Đã họp với các phòng").first()).toBeVisible()
  expect(
    await reopened.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft"))),
  ).toEqual([])
  await reopened.context().close()
})

test("a lost network costs nothing: what was typed stays, and is recorded once when it is back", async ({
  page,
}) => {
  await openAs(page, "dau-moi-khcn", "/nhiem-vu/4")
  await page.getByRole("link", { name: "Báo cáo", exact: true }).click()
  await page.getByLabel("Tình trạng").selectOption({ label: "Đang thực hiện" })
  await page.getByLabel("Việc tiếp theo").fill("Trình lãnh đạo")
  await page.context().setOffline(true)
  await expect(page.getByText("Mất kết nối mạng")).toBeVisible()
  await page.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(page.getByLabel("Việc tiếp theo")).toHaveValue("Trình lãnh đạo")
  await page.context().setOffline(false)
  // The request arrives and is carried out; only its answer is lost
  let lost = 0
  await page.route("**/graphql", async (route) => {
    if (lost === 0 && route.request().postData()?.includes("Trình lãnh đạo")) {
      lost += 1
      await route.fetch()
      return route.abort("connectionreset")
    }
    return route.continue()
  })
  await page.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect.poll(() => lost).toBe(1)
  await page.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(page).toHaveURL("/nhiem-vu/4")
  await openObligation(page)
  await expect(page.locator("[data-reports]")).toHaveAttribute("data-reports", "1")
})

test("of two people who report of the same work, the second sees what changed and decides field by field", async ({
  console: officer,
  browser,
  baseURL,
}) => {
  const coordinator = await another(browser, baseURL, "dieu-phoi", "/nhiem-vu/14")
  await coordinator.getByRole("link", { name: "Báo cáo thay" }).click()
  await coordinator.getByLabel("Tình trạng").selectOption({ label: "Đang thực hiện" })
  await coordinator.getByLabel("Việc đã làm").fill("Đã gửi lấy ý kiến")

  await openAs(officer, "dau-moi-khcn", new URL(coordinator.url()).pathname)
  await officer.getByLabel("Tình trạng").selectOption({ label: "Đang thực hiện" })
  await officer.getByLabel("Việc đã làm").fill("Đã trình Sở")
  await officer.getByLabel("Khó khăn, vướng mắc").fill("Thiếu kinh phí")
  await officer.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(officer).toHaveURL("/nhiem-vu/14")

  await coordinator.getByRole("button", { name: "Ghi báo cáo" }).click()
  const fetchAgain = coordinator.getByRole("button", { name: "Lấy bản mới nhất" })
  const contested = coordinator.locator("[data-meanwhile=CONTESTED]")
  // Unless the live update has already brought what the other person recorded
  await expect(fetchAgain.or(contested).first()).toBeVisible()
  if (await fetchAgain.isVisible()) await fetchAgain.click()
  await expect(contested).toContainText("Đã trình Sở")
  // Where nothing was typed, the field follows; nothing is sent before the person has decided about the other
  await expect(coordinator.getByLabel("Khó khăn, vướng mắc")).toHaveValue("Thiếu kinh phí")
  await coordinator.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(coordinator.getByLabel("Việc đã làm")).toBeFocused()
  await lookAt(coordinator, "report-contested")
  await coordinator.getByRole("button", { name: "Giữ nội dung của tôi" }).click()
  await coordinator.getByRole("button", { name: "Ghi báo cáo" }).click()
  await expect(coordinator).toHaveURL("/nhiem-vu/14")
  await openObligation(coordinator)
  await expect(coordinator.locator("[data-reports='2'] > li").first()).toContainText("Đã gửi lấy ý kiến")
  await coordinator.context().close()
})
