import { expect, type Page, test } from "@playwright/test"
import { openAs } from "../accounts.ts"
import { moveRound, prepareRound, type Row } from "./round-steps.ts"
import { another, lookAt } from "./two-people.ts"

const THEIRS = "Bản của đồng nghiệp, nêu rõ từng nhóm nhiệm vụ đã hoàn thành trong kỳ."
const PDF = { mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") }

test("two people write the City's report, whose figures lead to their rows, until it is locked, signed and sent", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  await openAs(page, "dieu-phoi")
  const round = await openRound(page)
  await page.goto(`/ky-bao-cao/${round.id}`)
  const overdue = page.locator("[data-tally-row=II] a[data-figure=overdue]")
  const count = await overdue.textContent()
  await overdue.click()
  await expect(page.locator("[data-total]")).toHaveAttribute("data-total", count ?? "")
  await page.goBack()
  await page.getByRole("link", { name: "Xem và viết báo cáo" }).click()
  const part = page.locator("[data-part=ASSESSMENT]")
  await expect(part).toContainText("Tổng số nhiệm vụ được giao: 144")
  await expect(part.getByRole("textbox")).toHaveCount(1)
  for (const heading of ["I. Công tác chỉ đạo, điều hành", "VI. Kinh phí thực hiện"])
    await expect(page.getByLabel(`Lời văn: ${heading}`)).toHaveValue("")

  await part.getByLabel("Lời văn: II. Đánh giá chung").fill("Các cơ quan đã triển khai nghiêm túc.\n")
  const commentary = part.locator("[data-save-state]")
  await expect(commentary).toHaveAttribute("data-save-state", "SAVED")
  await expect(part.getByText("Các phiên bản (1)")).toBeVisible()
  await expect(part.getByRole("textbox")).toHaveValue("Các cơ quan đã triển khai nghiêm túc.\n")

  const colleague = await another(browser, baseURL, "dieu-phoi", `/ky-bao-cao/${round.id}/bao-cao`)
  const theirs = colleague.locator("[data-part=ASSESSMENT]")
  await expect(theirs.getByRole("textbox")).toHaveValue("Các cơ quan đã triển khai nghiêm túc.\n")
  // What was not sent yet when the other one wrote is asked about, with their words beside
  await page.context().setOffline(true)
  await part.getByRole("textbox").fill("Bản của tôi.")
  await expect(commentary).toHaveAttribute("data-save-state", "UNSENT")
  await theirs.getByRole("textbox").fill(THEIRS)
  await theirs.getByRole("textbox").press("Control+Enter")
  await expect(theirs.locator("[data-save-state]")).toHaveAttribute("data-save-state", "SAVED")
  await page.context().setOffline(false)
  await expect(commentary).toHaveAttribute("data-save-state", "CONTESTED")
  await expect(part.locator("[data-meanwhile=CONTESTED]")).toContainText(THEIRS)
  await lookAt(page, "city-report-contested")
  await part.getByRole("button", { name: "Giữ nội dung của tôi" }).click()
  await expect(commentary).toHaveAttribute("data-save-state", "SAVED")
  await colleague.context().close()

  await part.getByText("Các phiên bản (3)").click()
  await part.getByRole("button", { name: "Phiên bản 3" }).click()
  await expect(part.getByText("Đây là bản hiện hành.")).toBeVisible()
  // What was taken away with much in it may stand again
  await part.getByRole("button", { name: "Phiên bản 2", exact: true }).click()
  await part.getByRole("button", { name: "Khôi phục phiên bản 2" }).click()
  await expect(part.getByRole("textbox")).toHaveValue(THEIRS)
  await expect(part.getByText("(khôi phục phiên bản 2)")).toBeVisible()
  await figuresLeadToRows(page)

  await moveRound(page, "lockRound", round)
  await page.reload()
  await expect(page.locator("[data-part]").first()).toBeVisible()
  await expect(page.locator("[data-part]").getByRole("textbox")).toHaveCount(0)
  await expect(page.locator("[data-commentary=READ]")).toContainText(THEIRS)
  await expect(page.locator("[data-part=FUNDS]")).toContainText("Không có nội dung báo cáo.")

  await page.getByRole("button", { name: "Đính kèm bản đã ký" }).click()
  await page.getByRole("button", { name: "Ghi bản đã ký" }).click()
  await expect(page.getByText("Hãy đính kèm đúng một tệp PDF của bản đã ký")).toBeVisible()
  await page.getByLabel("Số, ký hiệu").fill("120/BC-SKHCN")
  await page.getByLabel("Ngày ký").fill("2026-11-20")
  await page.getByLabel("Người ký (chức vụ, họ tên)").fill("Giám đốc Nguyễn Văn A")
  await page.locator("input[type=file]").setInputFiles({ name: "Báo cáo đã ký.pdf", ...PDF })
  await expect(page.getByText("Đã tải xong", { exact: true })).toBeVisible()
  await page.getByRole("button", { name: "Ghi bản đã ký" }).click()
  await expect(page.locator("[data-signed-copy=STANDS]")).toContainText("120/BC-SKHCN")

  await page.getByRole("button", { name: "Ghi một lần gửi" }).click()
  await page.getByLabel("Nơi nhận").selectOption("NATIONAL_SYSTEM")
  await page.getByLabel("Ngày gửi").fill("2026-11-21")
  await page.getByLabel("Cách gửi").fill("Nhập trên hệ thống")
  await page.locator("input[type=file]").setInputFiles({ name: "Biểu bốn nhóm.pdf", ...PDF })
  await expect(page.getByText("Đã tải xong", { exact: true })).toBeVisible()
  await page.getByRole("button", { name: "Ghi lần gửi", exact: true }).click()
  const receipt = page.locator("[data-dispatch=NATIONAL_SYSTEM]")
  await expect(receipt.locator("code")).toHaveText(/^[0-9a-f]{64}$/)
  await page.locator("[data-form=NATIONAL_SYSTEM] summary").click()
  await expect(page.getByRole("row", { name: /Toàn Thành phố/ })).toContainText("144")
  await lookAt(page, "city-report-locked")
})

/** A round for the Department of Finance alone, whose figures are those of a past day: nothing others record changes them. */
async function openRound(page: Page): Promise<Row> {
  const days = { cutOffOn: "2026-06-30", agenciesDueOn: "2027-02-05", cityDueOn: "2027-02-10" }
  const prepared = await prepareRound(page, ["so-tai-chinh"], { name: "Kỳ thử lời văn báo cáo", ...days })
  return moveRound(page, "openRound", prepared)
}

/** A figure of a section leads to the register with as many rows; one that no register has, to its rows themselves. */
async function figuresLeadToRows(page: Page): Promise<void> {
  const overdue = page.locator("[data-part=SECTION_II] a[data-figure]").last()
  const count = await overdue.getAttribute("data-figure")
  const address = page.url()
  await overdue.click()
  await expect(page.locator("[data-total]")).toHaveAttribute("data-total", count ?? "")
  await page.goto(address)
  const silent = page.locator("[data-part=ASSESSMENT] button[data-figure]").last()
  await silent.click()
  await expect(page.locator("[data-rows]")).toHaveAttribute(
    "data-rows",
    (await silent.getAttribute("data-figure")) ?? "",
  )
}
