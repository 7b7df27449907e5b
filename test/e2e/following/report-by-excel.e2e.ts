import { readWorkbook } from "@plan43/workbook"
import { numberChange, textChange, withParts } from "@plan43/workbook/testing"
import type { Page } from "@playwright/test"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { approval, changes, SHEETS, withAnswers, XLSX } from "./excel-form.ts"
import { confirm, downloadOf, enterFile, openReportOf } from "./round-steps.ts"
import { another, lookAt } from "./two-people.ts"

test("an agency without accounts reports in an Excel file: checked by cell, sent back, taken when it is right, sent", async ({
  console: page,
}) => {
  test.setTimeout(240_000)
  await openAs(page, "dieu-phoi", "/ky-bao-cao")
  await page.goto(await openReportOf(page, "so-noi-vu", "Báo cáo bằng Excel: so-noi-vu"))
  const { content: form } = await downloadOf(page, "Tải biểu mẫu Excel")
  await upload(page, "Bảng kê.xlsx", broken(form))
  const result = page.locator("[data-problems]")
  await expect(result.locator("[data-problem=ANSWER_UNKNOWN]")).toContainText("NhiemVu!G4")
  await expect(result.locator("[data-problem=NUMBER_EXPECTED]")).toContainText("NhiemVu!K4")
  await expect(result.locator("[data-problem=OUTSIDE_TABLE]")).toContainText("NhiemVu!T2")
  await expect(page.locator("[data-answered=true]")).toHaveCount(0)
  await lookAt(page, "report-by-excel-problems")

  const { content: annotated } = await downloadOf(page, "Tải bản có ghi chú để gửi lại")
  const [remarks] = readWorkbook(annotated).sheets
  const places = Array.from(remarks?.cells.values() ?? []).filter(({ column }) => column === 2)
  expect(places).toContainEqual(expect.objectContaining({ content: { kind: "TEXT", text: "NhiemVu!K4" } }))
  // In the copy the remarks are the first sheet, and what was right is there
  const corrected = withParts(annotated, {
    "xl/worksheets/sheet3.xml": changes(textChange("G4", "Có nội dung báo cáo"), numberChange("K4", 60)),
  })
  await page.getByRole("button", { name: "Gỡ Bảng kê.xlsx" }).click()
  await upload(page, "Bảng kê đã sửa.xlsx", corrected)
  await expect(page.locator("[data-problems='2'] [data-problem=APPROVER_MISSING]")).toBeVisible()
  await page.getByRole("button", { name: "Gỡ Bảng kê đã sửa.xlsx" }).click()
  await upload(
    page,
    "Sở Nội vụ.xlsx",
    withParts(corrected, {
      "xl/worksheets/sheet2.xml": changes(...approval("Nguyễn Thị Duyệt")),
    }),
  )
  await expect(page.locator("[data-problems='0']")).toContainText("Nguyễn Thị Duyệt")
  await lookAt(page, "report-by-excel-right")
  await confirm(page, /^Nhận \d+ dòng$/)
  await expect(page.locator("[data-answered=false]")).toHaveCount(0)
  const first = page.locator("[data-line]").filter({ hasText: "Đã rà soát" })
  await expect(first).toContainText("60%")
  await expect(first).toContainText("theo tệp Excel của cơ quan: Sở Nội vụ.xlsx")
  await lookAt(page, "report-by-excel-taken")

  await enterFile(page)
  await expect(page.locator("[data-state=SENT]")).toBeVisible()
  await expect(page.locator("[data-entered-from=FILE]")).toContainText("Sở Nội vụ.xlsx")
  await expect(page.locator("[data-workbook]")).toHaveCount(0)
  await page.getByRole("link", { name: "Biên nhận" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Biên nhận báo cáo")
  await expect(page.getByText("theo tệp Excel của cơ quan")).toBeVisible()
  await expect(page.locator("code").filter({ hasText: /^[0-9a-f]{64}$/ })).toHaveCount(2)
})

test("a file proves a line: attached while it is written, shown to whoever reads it", async ({
  console: page,
  browser,
  baseURL,
}) => {
  const coordinator = await another(browser, baseURL, "dieu-phoi", "/ky-bao-cao")
  const report = await openReportOf(coordinator, "so-khcn", "Báo cáo bằng Excel: so-khcn")
  await openAs(page, "dau-moi-khcn", report)
  const line = page.locator("[data-line]").first()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route("**/files/reporting/uploads/*", async (route) => {
    await held
    await route.continue()
  })
  await line.locator("input[type=file]").setInputFiles({
    name: "Tờ trình.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n%âãÏÓ\n%%EOF\n"),
  })
  await page.getByRole("button", { name: "Trình thủ trưởng" }).click()
  const hindrance = page.getByText("Còn 1 dòng có tệp chưa đính kèm xong.")
  await expect(hindrance).toBeVisible()
  letGo()
  await expect(line.getByText("Đã tải xong", { exact: true })).toBeVisible()
  await expect(hindrance).toBeHidden()
  await line.getByRole("radio", { name: "Không thay đổi" }).check()
  await expect(line).toHaveAttribute("data-save-state", "SAVED")
  await expect(line).toHaveAttribute("data-answered", "true")
  await coordinator.goto(report)
  const file = coordinator.locator("[data-line]").first().getByRole("link", { name: "Tờ trình.pdf" })
  await expect(file).toBeVisible()
  const answer = await coordinator.request.get((await file.getAttribute("href")) ?? "")
  expect(answer.headers()["content-type"]).toBe("application/pdf")
  await coordinator.context().close()
})

/** A form in which everything is answered, but for an answer and a figure that are none, and a word beside the table. */
function broken(form: Buffer): Buffer {
  return withParts(withAnswers(form), {
    [SHEETS.tasks]: changes(
      textChange("G4", "Đang làm"),
      textChange("H4", "Đã rà soát"),
      textChange("K4", "sáu mươi"),
      textChange("T2", "xin gia hạn"),
    ),
  })
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator("[data-workbook] input[type=file]").setInputFiles({ name, mimeType: XLSX, buffer })
}
