import { expect, test } from "vitest"
import { chartFigures, dayNumber, daysShown, valuesShown, yearsMarked } from "./chart-figures.ts"

const indicator = {
  horizonYear: 2030,
  target: { minimum: 40, maximum: null },
  directedTarget: null,
  path: [
    { on: "2024-12-31", value: 20 },
    { on: "2030-12-31", value: 40 },
  ],
  observations: {
    edges: [
      { node: { periodKey: "2026", periodEnd: "2026-12-31", value: 27.5, provisional: true } },
      { node: { periodKey: "2025", periodEnd: "2025-12-31", value: 25, provisional: false } },
      { node: { periodKey: "2024", periodEnd: "2024-12-31", value: null, provisional: false } },
    ],
  },
}

test("a chart draws the figures in the order of their days, and leaves out what has none", () => {
  const figures = chartFigures(indicator)
  expect(figures.observed.map(({ periodKey }) => periodKey)).toEqual(["2025", "2026"])
  expect([figures.least, figures.most, figures.targetDay]).toEqual([40, null, "2030-12-31"])
})

test("what was directed takes the place of the printed target", () => {
  expect(chartFigures({ ...indicator, directedTarget: { minimum: 2 } }).least).toBe(2)
})

test("it reaches from the first figure to the target, with every value inside", () => {
  const figures = chartFigures(indicator)
  expect(daysShown(figures)).toEqual([dayNumber("2024-12-31"), dayNumber("2030-12-31")])
  const [low, high] = valuesShown(figures)
  expect(low).toBeLessThan(20)
  expect(high).toBeGreaterThan(40)
  expect(
    valuesShown(
      chartFigures({ ...indicator, path: [], target: { minimum: 0 }, observations: { edges: [] } }),
    ),
  ).toEqual([0, 1])
})

test("it marks as many years as have room, the last one among them", () => {
  const days = daysShown(chartFigures(indicator))
  expect(yearsMarked(days, 20)).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030])
  expect(yearsMarked(days, 3)).toEqual([2024, 2027, 2030])
})
