import { expect, test } from "vitest"
import { clocksOf } from "./round-clocks.ts"

const days = {
  cutOffOn: "2026-05-31",
  agenciesDueOn: "2026-06-05",
  cityDueOn: "2026-06-10",
  governmentDueOn: "2026-06-14",
}

test("a round has four clocks in the order in which they run down", () => {
  const clocks = clocksOf(days, "OPEN", 3, "2026-06-01")
  expect(clocks.map(({ key, left }) => [key, left])).toEqual([
    ["cutOffOn", -1],
    ["agenciesDueOn", 4],
    ["cityDueOn", 9],
    ["governmentDueOn", 13],
  ])
  expect(clocks.filter(({ next }) => next).map(({ key }) => key)).toEqual(["agenciesDueOn"])
  expect(clocks.some(({ late }) => late)).toBe(false)
})

test("the agencies' day is late while a report is missing, and only then", () => {
  const lateWith = (missing: number) =>
    clocksOf(days, "OPEN", missing, "2026-06-06").filter(({ late }) => late)
  expect(lateWith(1).map(({ key }) => key)).toEqual(["agenciesDueOn"])
  expect(lateWith(0)).toEqual([])
})

test("a round in between has no Government's day, and a locked one waits for nothing", () => {
  const clocks = clocksOf({ ...days, governmentDueOn: null }, "LOCKED", 2, "2026-07-01")
  expect(clocks).toHaveLength(3)
  expect(clocks.some(({ late, next }) => late || next)).toBe(false)
})
