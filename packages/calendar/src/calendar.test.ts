import { describe, expect, test } from "vitest"
import {
  addDays,
  calendarDateOf,
  clockAt,
  dayOf,
  daysBetween,
  daysReached,
  inFigures,
  lastDayOfMonth,
  NotACalendarDate,
  systemClock,
  todayInHanoi,
  yearOf,
} from "./index.ts"

describe("a calendar date", () => {
  test("is an ISO day that exists", () => {
    expect(calendarDateOf("2024-02-29")).toBe("2024-02-29")
  })

  test.each([
    "2025-02-29",
    "2025-13-01",
    "30/06/2025",
    "2025-6-30",
    "",
    "2025-06-30T00:00:00Z",
    "0000-01-01",
  ])("is not %j", (text) => {
    expect(() => calendarDateOf(text)).toThrow(NotACalendarDate)
    expect(() => calendarDateOf(text)).toThrow(JSON.stringify(text))
  })

  test("the last day of February depends on the year", () => {
    expect(lastDayOfMonth(2024, 2)).toBe("2024-02-29")
    expect(lastDayOfMonth(2025, 2)).toBe("2025-02-28")
    expect(lastDayOfMonth(2100, 2)).toBe("2100-02-28")
  })

  test("days are counted across year ends", () => {
    expect(addDays(dayOf(2025, 12, 31), 1)).toBe("2026-01-01")
    expect(daysBetween(dayOf(2025, 12, 31), dayOf(2025, 12, 1))).toBe(-30)
    expect(yearOf(dayOf(2045, 12, 31))).toBe(2045)
  })

  test("a day is printed as documents do", () => expect(inFigures(dayOf(2026, 5, 31))).toBe("31/05/2026"))

  test.each([
    [dayOf(2026, 4, 30), null],
    [dayOf(2026, 5, 1), 30],
    [dayOf(2026, 5, 24), 7],
    [dayOf(2026, 5, 28), 7],
    [dayOf(2026, 5, 30), 1],
    [dayOf(2026, 5, 31), 1],
    [dayOf(2026, 6, 1), "OVERDUE"],
  ])("%s has reached, of 1, 7 and 30 days before 31 May: %s", (today, reached) =>
    expect(daysReached(today, dayOf(2026, 5, 31), [1, 7, 30])).toBe(reached),
  )
})

describe("today in Hanoi", () => {
  test("changes at midnight in Hanoi, not in Greenwich", () => {
    expect(todayInHanoi(clockAt("2025-06-30T16:59:59Z"))).toBe("2025-06-30")
    expect(todayInHanoi(clockAt("2025-06-30T17:00:00Z"))).toBe("2025-07-01")
  })

  test("comes from the machine's clock when nothing else is given", () => {
    expect(todayInHanoi(systemClock)).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})
