import { planKeyOf, stableId } from "@plan43/published-rows"
import { requireAccessible } from "../accessible.ts"
import { openAs } from "../accounts.ts"
import { expect, test } from "../console-page.ts"
import { inDatabase } from "../installation-database.ts"
import { openObligation } from "./two-people.ts"

const PLAN = planKeyOf({ number: "43/KH-UBND", issuedOn: "2025-02-14" })
const task = stableId("task", PLAN, "88")
const document = stableId("trigger", PLAN, "88", "1")

test.beforeAll(async () => {
  // Recorded on 1 September: a document cannot be recorded in the past through the screens
  await inDatabase(
    `update tasks.awaited_document set issued_on = '2026-08-30', event_on = '2026-08-30', number = '88/QĐ-TTg',
       recorded_on = '2026-09-01' where id = $1`,
    [document],
  )
  await inDatabase(
    `insert into tasks.document_recording (document_id, act, kind, number, issuer, issued_on, due_days, recorded_on, recorded_by)
     values ($1, 'ISSUED', 'DECISION', '88/QĐ-TTg', 'Thủ tướng Chính phủ', '2026-08-30', 60, '2026-09-01', 'dieu-phoi')`,
    [document],
  )
  await inDatabase(
    `insert into tasks.task_start (task_id, document_id, event_on, starts_on, due_on, recorded_on)
     values ($1, $2, '2026-08-30', '2026-08-30', '2026-10-29', '2026-09-01')`,
    [task, document],
  )
})

test("a task is read as of a past day: it waits until the document was recorded, whatever the document's own date", async ({
  console: page,
}) => {
  await page.goto("/nhiem-vu/88?asOf=2026-08-31")
  await expect(page.getByText("Đang xem lại ngày 31/08/2026")).toBeVisible()
  await expect(page.getByText("Chờ văn bản").first()).toBeVisible()
  await expect(page.getByText("chưa được ghi nhận là đã ban hành")).toBeVisible()
  await requireAccessible(page, "past-day-task")
  await page.getByLabel("Xem như ngày").fill("2026-09-01")
  await expect(page.getByText("Bắt đầu 30/08/2026, hạn đề xuất 29/10/2026").first()).toBeVisible()
  await page.getByRole("button", { name: "Về hôm nay" }).click()
  await expect(page).toHaveURL("/nhiem-vu/88")
  await expect(page.getByText("Quá hạn").first()).toBeVisible()
})

test("the day goes along from the overview to the rows behind a figure, to one of them and back", async ({
  console: page,
}) => {
  await page.goto("/?asOf=2025-03-15")
  await expect(page.getByText("Đang xem lại ngày 15/03/2025")).toBeVisible()
  await expect(page.getByText("Tính đến hết ngày 15/03/2025").first()).toBeVisible()
  await requireAccessible(page, "past-day-overview")
  await page.locator("[data-figure=AWAITING_TRIGGER]").click()
  await expect(page).toHaveURL(/\/nhiem-vu\?.*asOf=2025-03-15/)
  await expect(page.getByText("Đang xem lại ngày 15/03/2025")).toBeVisible()
  await page.locator("[data-row-link]").first().click()
  await expect(page).toHaveURL(/\/nhiem-vu\/[\w]+\?asOf=2025-03-15/)
  await expect(page.getByText("Đang xem lại ngày 15/03/2025")).toBeVisible()
  await page.getByRole("main").getByRole("link", { name: "Nhiệm vụ", exact: true }).click()
  await expect(page).toHaveURL("/nhiem-vu?asOf=2025-03-15")
})

test("what an agency owes of a task is read as of that day too, and nothing is done about it then", async ({
  console: page,
}) => {
  await openAs(page, "dieu-phoi", "/nhiem-vu/88?asOf=2026-08-31")
  await expect(page.getByText("Đang xem lại ngày 31/08/2026")).toBeVisible()
  await openObligation(page)
  await expect(page).toHaveURL(/\/nhiem-vu\/88\/nghia-vu\/.+\?asOf=2026-08-31/)
  await expect(page.getByText("Đang xem lại ngày 31/08/2026")).toBeVisible()
  await expect(page.getByText("Chờ văn bản").first()).toBeVisible()
  await expect(page.getByRole("link", { name: "Báo cáo thay" })).toHaveCount(0)
  await requireAccessible(page, "past-day-obligation")
  await page.getByRole("button", { name: "Về hôm nay" }).click()
  await expect(page.getByText("Quá hạn").first()).toBeVisible()
  await expect(page.getByRole("link", { name: "Báo cáo thay" })).toBeVisible()
})

test("indicators and documents are read as of a past day too", async ({ console: page }) => {
  await page.goto("/chi-tieu?asOf=2025-12-31")
  await expect(page.getByText("Đang xem lại ngày 31/12/2025")).toBeVisible()
  await page.locator("[data-row-link]").first().click()
  await expect(page).toHaveURL(/\/chi-tieu\/[\w.]+\?asOf=2025-12-31/)
  await expect(page.getByText("Tính đến hết ngày 31/12/2025").first()).toBeVisible()
  await page.goto("/van-ban-cho?issued=yes&asOf=2026-08-31")
  await expect(page.getByText("Đang xem lại ngày 31/08/2026")).toBeVisible()
  await expect(page.getByText("88/QĐ-TTg")).toHaveCount(0)
  await page.getByLabel("Xem như ngày").fill("2026-09-01")
  await expect(page.getByText("88/QĐ-TTg")).toBeVisible()
})
