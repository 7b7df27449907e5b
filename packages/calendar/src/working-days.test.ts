import { describe, expect, test } from "vitest"
import {
  type CalendarDate,
  type CalendarExceptions,
  clockAt,
  isFirstWorkingDayOfWeek,
  isOfficeHour,
  isWorkingDay,
  mondayOf,
  workingDayFrom,
} from "./index.ts"

const day = (text: string) => text as CalendarDate

/** Tết 2026 from Monday 16 to Friday 20 February; 31 August in exchange for Saturday 22. */
const exceptions: CalendarExceptions = {
  off: new Set(["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-08-31"].map(day)),
  worked: new Set([day("2026-08-22")]),
}

describe("a working day", () => {
  test.each([
    ["a Thursday", "2026-11-26", true],
    ["a Saturday", "2026-11-28", false],
    ["a Sunday", "2026-11-29", false],
    ["a day of Tết", "2026-02-17", false],
    ["a Monday that is off in exchange", "2026-08-31", false],
    ["the Saturday that is worked for it", "2026-08-22", true],
  ])("%s", (_what, date, expected) => expect(isWorkingDay(day(date), exceptions)).toBe(expected))

  test("comes after the holidays and the weekend around them", () => {
    expect(workingDayFrom(day("2026-02-14"), exceptions)).toBe("2026-02-23")
    expect(workingDayFrom(day("2026-02-23"), exceptions)).toBe("2026-02-23")
  })

  test("that is the first of its week is Monday, or the first after holidays; a week of Tết has none", () => {
    expect(isFirstWorkingDayOfWeek(day("2026-11-23"), exceptions)).toBe(true)
    expect(isFirstWorkingDayOfWeek(day("2026-11-24"), exceptions)).toBe(false)
    expect(isFirstWorkingDayOfWeek(day("2026-09-01"), exceptions)).toBe(true)
    expect(isFirstWorkingDayOfWeek(day("2026-02-20"), exceptions)).toBe(false)
    expect(mondayOf(day("2027-01-03"))).toBe("2026-12-28")
  })
})

describe("office hours", () => {
  test.each([
    ["before the morning", "2026-11-26T07:59:59+07:00", false],
    ["at eight", "2026-11-26T08:00:00+07:00", true],
    ["over lunch", "2026-11-26T12:30:00+07:00", false],
    ["in the afternoon", "2026-11-26T16:59:59+07:00", true],
    ["at five", "2026-11-26T17:00:00+07:00", false],
    ["in the morning of Hanoi while Greenwich sleeps", "2026-11-26T02:00:00Z", true],
    ["on a Saturday", "2026-11-28T09:00:00+07:00", false],
    ["on a Saturday that is worked", "2026-08-22T09:00:00+07:00", true],
    ["on a holiday", "2026-02-17T09:00:00+07:00", false],
  ])("%s", (_what, instant, expected) => expect(isOfficeHour(clockAt(instant), exceptions)).toBe(expected))
})
