import { expect, test } from "./console-page.ts"

test("the console speaks Vietnamese first and English when asked, and remembers", async ({
  console: page,
}) => {
  await page.goto("/nhiem-vu/1")
  await expect(page.locator("html")).toHaveAttribute("lang", "vi")
  await page.getByRole("button", { name: "English" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Task 1")
  await expect(page.locator("html")).toHaveAttribute("lang", "en")
  await page.reload()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Task 1")
  await page.getByRole("button", { name: "Tiếng Việt" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhiệm vụ 1")
})

/** Letters of Vietnamese that English does not have. */
const VIETNAMESE = "[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]"

for (const path of [
  "/",
  "/nhiem-vu?status=OVERDUE&lead=so-khcn",
  "/nhiem-vu/56",
  "/nhiem-vu/97",
  "/chi-tieu",
  "/chi-tieu/1",
  "/co-quan",
  "/co-quan/so-khcn",
  "/hop-tac",
  "/hop-tac/chuong-trinh/task-135",
  "/van-ban-cho",
  "/ke-hoach",
])
  test(`${path} in English: whatever stays Vietnamese says so to who reads aloud`, async ({
    console: page,
  }) => {
    await page.addInitScript(() => localStorage.setItem("plan43.language", "en"))
    await page.goto(path)
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
    await expect(page.locator("main li, main td").first()).toBeVisible()
    const unmarked = await page.evaluate((letters) => {
      const found: string[] = []
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const language = text.parentElement?.closest("[lang]")?.getAttribute("lang")
        const words = text.textContent ?? ""
        if (language !== "vi" && new RegExp(letters, "i").test(words)) found.push(words)
      }
      return found
    }, VIETNAMESE)
    expect(unmarked).toEqual([])
  })
