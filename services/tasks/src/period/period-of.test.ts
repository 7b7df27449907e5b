import { addDays, dayOf } from "@plan43/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { periodOf, periodsBetween, periodWithKey } from "./period-of.ts"
import { lastEndedRound } from "./reporting-round.ts"

const RECURRING = ["ANNUAL", "CONTINUOUS", "OPEN_ENDED"] as const
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(dayOf(2025, 1, 1), days))
const anyKind = fc.constantFrom(...RECURRING)

describe("a period", () => {
  test("of an annual duty is a year, of what never ends a half-year that is answered by the reporting round", () => {
    expect(periodOf("ANNUAL", dayOf(2028, 2, 29))).toEqual({
      key: "2028",
      startsOn: "2028-01-01",
      endsOn: "2028-12-31",
      answerDueOn: "2028-12-31",
    })
    expect(periodOf("CONTINUOUS", dayOf(2026, 6, 30))).toEqual({
      key: "2026-H1",
      startsOn: "2026-01-01",
      endsOn: "2026-06-30",
      answerDueOn: "2026-06-14",
    })
    expect(periodOf("OPEN_ENDED", dayOf(2026, 7, 1))).toMatchObject({
      key: "2026-H2",
      answerDueOn: "2026-11-30",
    })
  })

  test.each<DeadlineKind>([
    "MONTH",
    "QUARTER",
    "YEAR",
    "YEAR_RANGE",
    "AFTER_TRIGGER",
    "ON_GUIDANCE",
    "PHASED",
  ])("is none of a task of kind %s", (kind) => {
    expect(periodOf(kind, dayOf(2026, 1, 1))).toBeNull()
    expect(periodWithKey(kind, "2026")).toBeNull()
  })

  test.each([
    ["ANNUAL", "2026-H1"],
    ["CONTINUOUS", "2026"],
    ["CONTINUOUS", "2026-H3"],
    ["ANNUAL", "026"],
    ["ANNUAL", "năm nay"],
  ] as const)("of kind %s has not the key %s", (kind, key) => {
    expect(periodWithKey(kind, key)).toBeNull()
  })

  test("holds the day that it is of, and is found again by its key", () => {
    fc.assert(
      fc.property(anyKind, anyDay, (kind, day) => {
        const period = periodOf(kind, day)
        expect(period).not.toBeNull()
        if (period === null) return
        expect(period.startsOn <= day && day <= period.endsOn).toBe(true)
        expect(period.startsOn < period.answerDueOn && period.answerDueOn <= period.endsOn).toBe(true)
        expect(periodWithKey(kind, period.key)).toEqual(period)
      }),
    )
  })

  test("follows the one before without a gap, over year ends and leap days", () => {
    fc.assert(
      fc.property(anyKind, anyDay, fc.integer({ min: 0, max: 4000 }), (kind, first, length) => {
        const periods = periodsBetween(kind, first, addDays(first, length))
        expect(periods[0]).toEqual(periodOf(kind, first))
        expect(periods.at(-1)).toEqual(periodOf(kind, addDays(first, length)))
        for (const [index, period] of periods.entries())
          if (index > 0) expect(period.startsOn).toBe(addDays(periods[index - 1]?.endsOn ?? first, 1))
      }),
    )
  })
})

describe("the last reporting round that has ended", () => {
  test.each([
    [dayOf(2026, 6, 14), "2025-06-15", "2025-11-30"],
    [dayOf(2026, 6, 15), "2025-12-01", "2026-06-14"],
    [dayOf(2026, 11, 30), "2025-12-01", "2026-06-14"],
    [dayOf(2026, 12, 1), "2026-06-15", "2026-11-30"],
    [dayOf(2027, 1, 1), "2026-06-15", "2026-11-30"],
  ])("on %s was open from %s to %s", (day, opensOn, closesOn) => {
    expect(lastEndedRound(day)).toEqual({ opensOn, closesOn })
  })
})
