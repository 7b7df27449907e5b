import { addDays, type CalendarDate, dayOf, yearOf } from "@plan43/calendar"

/** From the day after the round before was due to the last day in time. */
export interface ReportingRound {
  opensOn: CalendarDate
  closesOn: CalendarDate
}

/**
 * The last reporting round whose time was over before a day.
 * Source: Plan 43/KH-UBND, part III.3: before 15 June and before 1 December.
 */
export function lastEndedRound(day: CalendarDate): ReportingRound {
  const year = yearOf(day)
  const closings = [dayOf(year - 1, 6, 14), dayOf(year - 1, 11, 30), dayOf(year, 6, 14), dayOf(year, 11, 30)]
  const last = closings.findLastIndex((closing) => closing < day)
  const [before, closesOn] = [closings[last - 1], closings[last]]
  if (before === undefined || closesOn === undefined) throw new RangeError(`no round before ${day}`)
  return { opensOn: addDays(before, 1), closesOn }
}
