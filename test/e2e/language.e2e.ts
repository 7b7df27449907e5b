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
