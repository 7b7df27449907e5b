import { calendarDateOf } from "@plan43/calendar"
import { expect, test } from "vitest"
import { nextCutOffAfter } from "./next-cut-off.ts"

test.each([
  ["2026-05-30", "2026-05-31"],
  ["2026-05-31", "2026-11-15"],
  ["2026-11-15", "2027-05-31"],
  ["2026-12-31", "2027-05-31"],
])("after %s figures are next cut off on %s", (day, next) => {
  expect(nextCutOffAfter(calendarDateOf(day))).toBe(next)
})
