import { expect, test } from "vitest"
import { daysLeft } from "./days-left.ts"

test.each([
  ["2026-06-15", "2026-06-01", 14],
  ["2026-06-15", "2026-06-15", 0],
  ["2026-06-15", "2026-06-16", -1],
  ["2027-01-01", "2026-12-31", 1],
])("until %s, on %s, there are %i days left", (day, today, days) => expect(daysLeft(day, today)).toBe(days))
