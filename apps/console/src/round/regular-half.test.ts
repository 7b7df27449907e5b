import { expect, test } from "vitest"
import { comingHalves, halfOf, halfOfCutOff } from "./regular-half.ts"

test("the plan asks before 15 June and before 1 December; data are cut off on 31 May and 15 November", () => {
  expect(halfOf(2026, 1)).toMatchObject({ cutOffOn: "2026-05-31", governmentDueOn: "2026-06-14" })
  expect(halfOf(2026, 2)).toMatchObject({ cutOffOn: "2026-11-15", governmentDueOn: "2026-11-30" })
})

test.each([
  ["2026-01-01", ["2026/1", "2026/2", "2027/1"]],
  ["2026-06-14", ["2026/1", "2026/2", "2027/1"]],
  ["2026-06-15", ["2026/2", "2027/1", "2027/2"]],
  ["2026-11-30", ["2026/2", "2027/1", "2027/2"]],
  ["2026-12-01", ["2027/1", "2027/2"]],
])("on %s the halves %j can still be reported in time", (today, halves) =>
  expect(comingHalves(today).map(({ year, half }) => `${year}/${half}`)).toEqual(halves),
)

test("a round is for the half in which its data are cut off", () => {
  expect(halfOfCutOff("2026-06-30")).toMatchObject({ year: 2026, half: 1 })
  expect(halfOfCutOff("2026-07-01")).toMatchObject({ year: 2026, half: 2 })
  expect(halfOfCutOff("")).toBeNull()
})
