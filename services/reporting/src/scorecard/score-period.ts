import { addDays, type CalendarDate, dayOf, daysBetween, inFigures, lastDayOfMonth } from "@plan43/calendar"
import { badInput } from "@plan43/subgraph"

/** Days of the calendar in Hanoi, both included. */
export interface ScorePeriod {
  from: CalendarDate
  to: CalendarDate
}

/** By which periods are told apart. */
export function keyOfPeriod({ from, to }: ScorePeriod): string {
  return `${from} ${to}`
}

/** The longest period that is scored at once: ten years, the length of the plan's first horizon and more. */
const LONGEST_DAYS = 3_653

/**
 * @throws BAD_USER_INPUT with reason PERIOD_BACKWARDS, PERIOD_TOO_LONG or PERIOD_IN_FUTURE
 */
export function requireScorable({ from, to }: ScorePeriod, today: CalendarDate): void {
  if (to < from)
    throw badInput({
      reason: "PERIOD_BACKWARDS",
      argument: "to",
      message: `Ngày cuối kỳ ${inFigures(to)} đứng trước ngày đầu kỳ ${inFigures(from)}; hãy chọn ngày cuối từ ngày đầu trở đi`,
    })
  if (daysBetween(from, to) > LONGEST_DAYS)
    throw badInput({
      reason: "PERIOD_TOO_LONG",
      argument: "to",
      message: "Kỳ đánh giá dài quá 10 năm; hãy chọn một kỳ ngắn hơn",
    })
  if (from > today)
    throw badInput({
      reason: "PERIOD_IN_FUTURE",
      argument: "from",
      message: `Kỳ đánh giá bắt đầu ngày ${inFigures(from)}, sau hôm nay ${inFigures(today)}; hãy chọn một kỳ đã bắt đầu`,
    })
}

/**
 * The period of the same length that ends on the day before. One of whole months follows one of as many months, e.g. the second half
 * of a year the first; any other one of as many days.
 */
export function periodBefore(period: ScorePeriod): ScorePeriod {
  const to = addDays(period.from, -1)
  const months = wholeMonthsOf(period)
  if (months === null) return { from: addDays(to, -daysBetween(period.from, period.to)), to }
  const first = monthOf(period.from) - months
  return { from: dayOf(Math.floor(first / 12), (first % 12) + 1, 1), to }
}

/** Months since the year 0. */
function monthOf(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** null where it does not begin and end with a month. */
function wholeMonthsOf({ from, to }: ScorePeriod): number | null {
  const ends = lastDayOfMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)))
  return from.endsWith("-01") && to === ends ? monthOf(to) - monthOf(from) + 1 : null
}

/** The days that two periods share; null where they share none. */
export function sharedDays(one: ScorePeriod, other: ScorePeriod): ScorePeriod | null {
  const from = one.from.localeCompare(other.from) > 0 ? one.from : other.from
  const to = one.to.localeCompare(other.to) < 0 ? one.to : other.to
  return from > to ? null : { from, to }
}

export function isWithin(day: CalendarDate | null, { from, to }: ScorePeriod): boolean {
  return day !== null && from <= day && day <= to
}
