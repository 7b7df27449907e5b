import { env } from "node:process"
import type { Page } from "@playwright/test"
import { superuserOf } from "../../superuser.ts"
import { askAs, openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { answeredForm, withAnswers, XLSX } from "./excel-form.ts"
import { confirm, moveRound, openReportOf, prepareRound } from "./round-steps.ts"
import { lookAt } from "./two-people.ts"

const SCAN = {
  name: "Báo cáo giấy.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7\n%%EOF\n"),
}

/** Today in Hanoi, and so many days later. */
function day(later = 0): string {
  const instant = new Date(Date.now() + later * 86_400_000)
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(instant)
}

test("a report on paper is entered line by line, and sent with its scan, its day and the head who signed it", async ({
  console: page,
}) => {
  test.setTimeout(180_000)
  await openAs(page, "dieu-phoi", "/ky-bao-cao")
  const address = await openReportOf(page, "so-y-te", "Báo cáo bằng bản giấy")
  await answerItself(address)
  await page.goto(address)
  await expect(page.locator("[data-line]").first()).toBeVisible()
  await expect(page.locator("[data-line] form")).toHaveCount(0)
  await page.getByRole("button", { name: "Nhập từ bản giấy" }).click()
  for (const line of await page.locator("[data-line]").all()) {
    if ((await line.getAttribute("data-answered")) === "true") continue
    await line.getByRole("radio", { name: "Không thay đổi" }).check()
    await line.getByRole("radio", { name: "Không thay đổi" }).press("Control+Enter")
  }
  await expect(page.locator("[data-answered=false]")).toHaveCount(0)
  // What the agency wrote itself is the paper's only once somebody has compared it
  await expect(
    page.locator("[data-paper]").getByText("Còn 1 dòng do cơ quan tự ghi", { exact: false }),
  ).toBeVisible()
  await page.getByRole("button", { name: /^Bản giấy ghi đúng như vậy, dòng/ }).click()
  const first = page.locator("[data-line]").first()
  await expect(first).toContainText("Nhập thay từ bản giấy:")
  await first.getByText("Ai đã thay đổi gì, khi nào và vì sao").click()
  await expect(first.getByText("Nhập dòng báo cáo thay cơ quan từ bản giấy")).toBeVisible()

  const paper = page.locator("[data-paper]")
  await paper.getByLabel("Ngày bản giấy đến Sở").fill(day(2))
  await paper.getByLabel("Thủ trưởng đã ký").fill("Nguyễn Thị Ký")
  await paper.getByRole("button", { name: "Gửi thay cơ quan" }).click()
  await expect(paper.getByText("Hãy đính kèm bản chụp của báo cáo giấy đã ký")).toBeVisible()
  await paper.locator("input[type=file]").setInputFiles(SCAN)
  await expect(paper.getByText("Đã tải xong", { exact: true })).toBeVisible()
  await paper.getByRole("button", { name: "Gửi thay cơ quan" }).click()
  await expect(paper.getByText("không được sau hôm nay")).toBeVisible()
  await lookAt(page, "report-on-paper")
  await paper.getByLabel("Ngày bản giấy đến Sở").fill(day())
  await paper.getByRole("button", { name: "Gửi thay cơ quan" }).click()

  await expect(page.locator("[data-state=SENT]")).toBeVisible()
  await expect(page.locator("[data-entered-from=PAPER]")).toContainText("Báo cáo giấy.pdf")
  await lookAt(page, "report-on-paper-sent")
  await page.getByRole("link", { name: "Báo cáo bằng bản giấy" }).click()
  await expect(page.locator("[data-entered=PAPER]")).toHaveText("nhập thay từ bản giấy")
  await page.locator("[data-entered=PAPER]").scrollIntoViewIfNeeded()
  await lookAt(page, "board-with-paper")
  await page.goto(address)
  await page.getByRole("link", { name: "Biên nhận" }).click()
  await expect(page.locator("[data-entered-from=PAPER]")).toBeVisible()
  await expect(page.locator("code").filter({ hasText: /^[0-9a-f]{64}$/ })).toBeVisible()
  await lookAt(page, "receipt-of-paper")
})

test("Excel forms that come back are uploaded together: each says whose it is, is taken or is to be corrected", async ({
  console: page,
}) => {
  test.setTimeout(180_000)
  await openAs(page, "dieu-phoi", "/ky-bao-cao")
  const round = await moveRound(
    page,
    "openRound",
    await prepareRound(page, ["so-y-te", "so-xay-dung"], { name: "Tệp Excel gửi về cùng lúc" }),
  )
  const [health, building] = await formsOf(page, round.id, ["so-y-te", "so-xay-dung"])
  await page.goto(`/ky-bao-cao/${round.id}`)
  const returned = page.locator("[data-returned-forms]")
  await returned.getByText("Tệp Excel các cơ quan gửi lại").click()
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: XLSX, buffer })
  await returned
    .locator("input[type=file]")
    .setInputFiles([
      file("Y tế.xlsx", answeredForm(health, "Nguyễn Thị Duyệt")),
      file("Xây dựng.xlsx", withAnswers(building)),
      { ...SCAN, name: "Công văn.pdf" },
    ])
  const right = returned.locator("[data-returned='Y tế.xlsx']")
  await expect(right.locator("[data-problems='0']")).toBeVisible()
  await expect(right.getByRole("link", { name: "Sở Y tế" })).toBeVisible()
  const incomplete = returned.locator("[data-returned='Xây dựng.xlsx']")
  await expect(incomplete.locator("[data-problem=APPROVER_MISSING]")).toBeVisible()
  await expect(incomplete.getByRole("button", { name: "Tải bản có ghi chú để gửi lại" })).toBeVisible()
  await expect(returned.locator("[data-problem=NOT_A_WORKBOOK]")).toBeVisible()
  await lookAt(page, "returned-forms")

  await confirm(page, /^Nhận \d+ dòng$/)
  await expect(returned.getByText("Đã nhận các dòng từ Y tế.xlsx.")).toBeVisible()
  await expect(right).toHaveCount(0)
  await expect(incomplete.locator("[data-problem=APPROVER_MISSING]")).toBeVisible()
})

/** Before its paper came, the agency answered one line on the platform. */
async function answerItself(address: string): Promise<void> {
  const connection = await superuserOf(env.E2E_DATA_DIRECTORY ?? "")
  try {
    await connection.query(
      `update reporting.report_line set answer = 'NOTHING_TO_REPORT'
       where id = (select id from reporting.report_line where report_id = $1 order by id limit 1)`,
      [address.split("/").at(-1)],
    )
  } finally {
    await connection.end()
  }
}

/** The Excel forms of agencies in a round, by their codes. */
async function formsOf(
  page: Page,
  roundId: string,
  codes: readonly [string, string],
): Promise<[Buffer, Buffer]> {
  const { round } = await askAs<{
    round: {
      reports: { edges: { node: { agency: { code: string }; fillableWorkbook: { base64: string } } }[] }
    }
  }>(
    page,
    "query ($id: ID!) { round: reportingRound(id: $id) { reports(first: 10) { edges { node { agency { code } fillableWorkbook { base64 } } } } } }",
    { id: roundId },
  )
  const formOf = (code: string) => {
    const found = round.reports.edges.find(({ node }) => node.agency.code === code)
    return Buffer.from(found?.node.fillableWorkbook.base64 ?? "", "base64")
  }
  return [formOf(codes[0]), formOf(codes[1])]
}
