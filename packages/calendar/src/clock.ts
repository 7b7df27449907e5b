import { Temporal } from "temporal-polyfill"
import type { CalendarDate } from "./calendar-date.ts"

/** The time zone in which every calendar date of the plan is meant. */
export const HANOI = "Asia/Ho_Chi_Minh"

/** Where a program takes the time from; tests give their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still, e.g. `clockAt("2025-06-30T23:59:59+07:00")`. */
export function clockAt(instant: string): Clock {
  const at = new Date(instant)
  return { now: () => new Date(at) }
}

/** The calendar day in Hanoi at the clock's instant. */
export function todayInHanoi(clock: Clock): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
    .toZonedDateTimeISO(HANOI)
    .toPlainDate()
    .toString() as CalendarDate
}
