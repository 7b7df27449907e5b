import { Temporal } from "temporal-polyfill"

declare const calendarDate: unique symbol

/** A day of the calendar in Asia/Ho_Chi_Minh, ISO 8601, e.g. "2025-06-30". Compares as text. */
export type CalendarDate = string & { readonly [calendarDate]: true }

/** The text is not a day of the calendar, e.g. "2025-02-30". */
export class NotACalendarDate extends RangeError {
  constructor(readonly text: string) {
    super(`Not a calendar date (expected YYYY-MM-DD): ${JSON.stringify(text)}`)
    this.name = "NotACalendarDate"
  }
}

/** Days without a time are read as UTC, where all are this long. */
const MILLISECONDS_OF_A_DAY = 86_400_000

/** The year 0, which ISO 8601 has and calendars do not, is none. */
const ISO_DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/

/**
 * Reads an ISO 8601 day.
 * @throws NotACalendarDate when the text has another form or names a day that does not exist
 */
export function calendarDateOf(text: string): CalendarDate {
  if (!ISO_DAY.test(text) || !isOfTheCalendar(text)) throw new NotACalendarDate(text)
  return text as CalendarDate
}

/** A day too many for its month is read as one of the next month, or not at all. */
function isOfTheCalendar(isoDay: string): boolean {
  const midnight = Date.parse(isoDay)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(isoDay)
}

/** The day of that year (four digits), month (1–12) and day of the month. */
export function dayOf(year: number, month: number, day: number): CalendarDate {
  return calendarDateOf(
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  )
}

/** The last day of a month (1–12), leap years included. */
export function lastDayOfMonth(year: number, month: number): CalendarDate {
  return dayOf(year, month, Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
}

/** The day a number of days later; earlier where the number is negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate
}

/** Whole days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_OF_A_DAY
}

/** A day as Vietnamese documents print it, e.g. "31/05/2026". */
export function inFigures(date: CalendarDate): string {
  return date.split("-").reverse().join("/")
}

/** The year of a day, e.g. 2025. */
export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/**
 * The nearest of some numbers of days before a day that has been reached: 7 with three days left, of 30, 7 and 1.
 * @param thresholds in days, the nearest first
 * @returns null while more days are left than the farthest
 */
export function daysReached<Days extends number>(
  today: CalendarDate,
  dueOn: CalendarDate,
  thresholds: readonly Days[],
): Days | "OVERDUE" | null {
  const left = daysBetween(today, dueOn)
  if (left < 0) return "OVERDUE"
  return thresholds.find((days) => left <= days) ?? null
}
