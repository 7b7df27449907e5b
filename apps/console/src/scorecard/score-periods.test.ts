import { expect, test } from "vitest"
import { lastHalf, offeredPeriods, roundPeriods } from "./score-periods.ts"

test("the half that ended last is looked at first", () => {
  expect(lastHalf("2026-11-27")).toMatchObject({ from: "2026-01-01", to: "2026-06-30" })
  expect(lastHalf("2027-01-01")).toMatchObject({ from: "2026-07-01", to: "2026-12-31" })
  expect(lastHalf("2026-06-30")).toMatchObject({ from: "2025-07-01", to: "2025-12-31" })
})

test("periods are offered that have begun, the latest first", () => {
  expect(offeredPeriods("2026-03-01").map(({ kind, year }) => `${kind} ${year}`)).toEqual([
    "YEAR 2026",
    "FIRST_HALF 2026",
    "YEAR 2025",
    "SECOND_HALF 2025",
    "FIRST_HALF 2025",
  ])
})

test("a round is about the days since agencies were last due", () => {
  const rounds = [
    { id: "1", name: "Sáu tháng đầu", agenciesDueOn: "2026-06-05" },
    { id: "2", name: "Sáu tháng cuối", agenciesDueOn: "2026-11-20" },
  ]
  expect(roundPeriods(rounds).map(({ from, to }) => [from, to])).toEqual([
    ["2026-06-06", "2026-11-20"],
    ["2026-01-01", "2026-06-05"],
  ])
})
