import { Temporal } from "temporal-polyfill"
import { addDays, type CalendarDate } from "./calendar-date.ts"
import { type Clock, HANOI, todayInHanoi } from "./clock.ts"

/** Days that are not what their place in the week says: holidays, and Saturdays worked in exchange for another day. */
export interface CalendarExceptions {
  /** Nobody works, whatever day of the week it is. */
  off: ReadonlySet<CalendarDate>
  /** Offices work although it is a Saturday or Sunday. */
  worked: ReadonlySet<CalendarDate>
}

const FRIDAY = 5

/** Whether a day is a Saturday or Sunday. */
export function isWeekend(date: CalendarDate): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek > FRIDAY
}

/** Whether offices work on a day: Monday to Friday, but for exceptions. */
export function isWorkingDay(date: CalendarDate, { off, worked }: CalendarExceptions): boolean {
  if (off.has(date)) return false
  return worked.has(date) || !isWeekend(date)
}

/** The first working day from a day on, that day included. */
export function workingDayFrom(date: CalendarDate, exceptions: CalendarExceptions): CalendarDate {
  let day = date
  while (!isWorkingDay(day, exceptions)) day = addDays(day, 1)
  return day
}

/** Monday of the week that a day is in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
}

/** Whether a day is the first of its week on which offices work. */
export function isFirstWorkingDayOfWeek(date: CalendarDate, exceptions: CalendarExceptions): boolean {
  return workingDayFrom(mondayOf(date), exceptions) === date
}

/** Office hours of the City's administration; between them is lunch. In minutes after midnight. */
const OFFICE_HOURS = [
  [8 * 60, 12 * 60],
  [13 * 60 + 30, 17 * 60],
] as const

/** Whether offices in Hanoi are open at the clock's instant. */
export function isOfficeHour(clock: Clock, exceptions: CalendarExceptions): boolean {
  if (!isWorkingDay(todayInHanoi(clock), exceptions)) return false
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()).toZonedDateTimeISO(
    HANOI,
  )
  const now = hour * 60 + minute
  return OFFICE_HOURS.some(([from, to]) => from <= now && now < to)
}
