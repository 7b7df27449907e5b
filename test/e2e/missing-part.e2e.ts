import { env } from "node:process"
import { expect, test } from "./console-page.ts"

const processes: Record<string, number> = JSON.parse(env.E2E_PROCESSES ?? "{}")

/** Holds a subgraph still, so that it answers nothing and is not restarted either. */
function silence(name: string): () => void {
  const pid = processes[name]
  if (pid === undefined) throw new Error(`no process of ${name} is known`)
  process.kill(pid, "SIGSTOP")
  return () => process.kill(pid, "SIGCONT")
}

test.skip(processes.agencies === undefined, "needs a system that these tests started themselves")

test("with a part silent the rest stays, the notice names the part, and all comes back", async ({ page }) => {
  test.setTimeout(120_000)
  const speakAgain = silence("indicators")
  try {
    await page.goto("/")
    await expect(page.locator("[data-figure=total]")).toContainText("144", { timeout: 60_000 })
    const notice = page
      .getByRole("alert")
      .filter({ hasText: "Phần dữ liệu chỉ tiêu tạm thời không truy cập được" })
    await expect(notice).toBeVisible({ timeout: 60_000 })
    await expect(notice.locator("code")).not.toBeEmpty()
    await page.screenshot({ path: "test/screenshots/part-missing.png", fullPage: true })
  } finally {
    speakAgain()
  }
  await page.getByRole("button", { name: "Thử lại" }).first().click()
  await expect(page.getByRole("link", { name: "54 dòng chỉ tiêu" })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole("alert")).toHaveCount(0)
})

test("a task stands without the agencies: its cells are there, their reading is missing", async ({
  page,
}) => {
  test.setTimeout(120_000)
  const speakAgain = silence("agencies")
  try {
    await page.goto("/nhiem-vu/1")
    const notice = page.getByRole("alert").filter({ hasText: "cơ quan, đơn vị tạm thời không truy cập được" })
    await expect(notice).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText("Những phần khác trên trang vẫn đúng")).toBeVisible()
    await expect(page.getByText("Cơ quan chủ trì")).toBeVisible()
  } finally {
    speakAgain()
  }
})

test("a subgraph that dies is started again", async ({ page }) => {
  test.setTimeout(120_000)
  process.kill(processes.cooperation as number, "SIGKILL")
  await expect.poll(async () => (await page.request.get("/ready")).status(), { timeout: 60_000 }).toBe(200)
  await page.goto("/hop-tac")
  await expect(page.locator("[data-row-link]").first()).toBeVisible()
})
