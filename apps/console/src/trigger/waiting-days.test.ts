import { expect, test } from "vitest"
import { waitingDays } from "./waiting-days.ts"

test("days are counted over leap days and year ends", () => {
  expect(waitingDays("2025-02-14", "2025-02-14")).toBe(0)
  expect(waitingDays("2024-02-28", "2024-03-01")).toBe(2)
  expect(waitingDays("2025-12-31", "2026-01-01")).toBe(1)
})

test("a document that was issued before the plan was never waited for", () => {
  expect(waitingDays("2025-02-14", "2025-02-01")).toBe(0)
})
