import { expect, test } from "vitest"
import { printedDate } from "./printed-date.tsx"

test("Vietnamese writes day, month and year with slashes and leading zeros", () => {
  expect(printedDate("2025-06-03", "vi")).toBe("03/06/2025")
})

test("English names the month, so that nobody mixes it up with the day", () => {
  expect(printedDate("2025-06-03", "en")).toBe("3 Jun 2025")
})
