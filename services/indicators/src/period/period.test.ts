import { addDays, type CalendarDate, calendarDateOf, dayOf } from "@plan43/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { frequencies, type ObservationFrequency } from "./frequency.ts"
import { periodBetween, periodInWords, periodNamed, periodOn, periodsOver } from "./period.ts"

describe("a period", () => {
  test.each([
    ["2025", "2025-01-01", "2025-12-31", "năm 2025"],
    ["2025-H1", "2025-01-01", "2025-06-30", "6 tháng đầu năm 2025"],
    ["2025-H2", "2025-07-01", "2025-12-31", "6 tháng cuối năm 2025"],
    ["2025-Q3", "2025-07-01", "2025-09-30", "quý III/2025"],
    ["2028-02", "2028-02-01", "2028-02-29", "tháng 02/2028"],
    ["2100", null, null, null],
    ["2025-H3", null, null, null],
    ["2025-13", null, null, null],
    ["quý III", null, null, null],
  ])("%s runs from %s to %s", (key, start, end, words) => {
    const period = periodNamed(key)
    expect(period && [period.start, period.end, periodInWords(period)]).toEqual(start && [start, end, words])
  })

  test("that ends today is over, the one of tomorrow is not", () => {
    const keys = (day: CalendarDate) =>
      periodsOver(day, "QUARTER", { count: 2, since: day }).map(({ key }) => key)
    expect(keys(calendarDateOf("2026-03-31"))).toEqual(["2026-Q1", "2025-Q4"])
    expect(keys(calendarDateOf("2026-03-30"))).toEqual(["2025-Q4", "2025-Q3"])
  })

  test("is reached by time where that is further than their number", () => {
    const over = (frequency: ObservationFrequency) =>
      periodsOver(calendarDateOf("2026-11-26"), frequency, { count: 3, since: dayOf(2025, 1, 1) }).map(
        ({ key }) => key,
      )
    expect(over("YEAR")).toEqual(["2025", "2024", "2023"])
    expect(over("HALF")).toEqual(["2026-H1", "2025-H2", "2025-H1"])
    expect(over("MONTH")).toHaveLength(22)
    expect(over("MONTH").at(0)).toBe("2026-10")
    expect(over("MONTH").at(-1)).toBe("2025-01")
  })

  test("is found again by its key and by its days, and holds every day that it is found by", () => {
    const day = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays(dayOf(2000, 1, 1), days))
    fc.assert(
      fc.property(day, fc.constantFrom(...frequencies), (on, frequency) => {
        const period = periodOn(on, frequency)
        expect(period.start <= on && on <= period.end).toBe(true)
        expect(periodNamed(period.key)).toEqual(period)
        expect(periodBetween(period.start, period.end)).toEqual(period)
        expect(periodBetween(period.start, addDays(period.end, 40))).not.toEqual(period)
      }),
    )
  })
})
