import type { CalendarDate } from "@plan43/calendar"
import { expect, test } from "vitest"
import { dueOnOf, isLate } from "./obstacle-clock.ts"

const day = (text: string) => text as CalendarDate

test("a step of five days that begins on 26 November is due on 1 December", () => {
  expect(dueOnOf("RAISED", day("2026-11-26"), 5)).toBe("2026-12-01")
})

test("a step counts over the leap day and the turn of the year", () => {
  expect(dueOnOf("SENT_UP", day("2028-02-27"), 3)).toBe("2028-03-01")
  expect(dueOnOf("DECIDED", day("2026-12-30"), 3)).toBe("2027-01-02")
})

test.each(["ANSWERED", "DECLINED", "MERGED", "WITHDRAWN"] as const)(
  "no clock runs once it is %s",
  (state) => {
    expect(dueOnOf(state, day("2026-11-26"), 5)).toBeNull()
  },
)

test("a step is late from the day after it was due, and stays marked when the next came late", () => {
  const step = { recordedOn: day("2026-11-26"), dueOn: day("2026-12-01") }
  expect(isLate(step, null, day("2026-12-01"))).toBe(false)
  expect(isLate(step, null, day("2026-12-02"))).toBe(true)
  expect(isLate(step, { recordedOn: day("2026-12-01"), dueOn: null }, day("2027-01-01"))).toBe(false)
  expect(isLate(step, { recordedOn: day("2026-12-05"), dueOn: null }, day("2026-12-05"))).toBe(true)
})
