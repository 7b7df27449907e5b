import { type CalendarDate, dayOf } from "@plan43/calendar"

/**
 * The cut-off of the next round that the plan asks for, after a day.
 * Source: DOMAIN.md, “A reporting round”: 31 May and 15 November unless a round sets another.
 */
export function nextCutOffAfter(day: CalendarDate): CalendarDate {
  const year = Number(day.slice(0, 4))
  return [dayOf(year, 5, 31), dayOf(year, 11, 15)].find((each) => each > day) ?? dayOf(year + 1, 5, 31)
}
