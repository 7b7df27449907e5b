import { addDays, type CalendarDate, type CalendarExceptions, dayOf, isWeekend } from "@plan43/calendar"

/** What is odd about the days off of a year, held against what the law grants. */
export const CalendarFindingKind = {
  HOLIDAY_MISSING: "HOLIDAY_MISSING",
  COMPENSATION_MISSING: "COMPENSATION_MISSING",
  TET_NOT_FIVE_DAYS: "TET_NOT_FIVE_DAYS",
  NATIONAL_DAY_NOT_TWO_DAYS: "NATIONAL_DAY_NOT_TWO_DAYS",
  UNEXPLAINED_DAY_OFF: "UNEXPLAINED_DAY_OFF",
  SWAP_UNBALANCED: "SWAP_UNBALANCED",
  LUNAR_DAYS_UNKNOWN: "LUNAR_DAYS_UNKNOWN",
} as const
export type CalendarFindingKind = keyof typeof CalendarFindingKind

export interface CalendarFinding {
  kind: CalendarFindingKind
  /** The day that it is about; null where it is about the year. */
  day: CalendarDate | null
}

/** First day of the first month, and tenth of the third, by the Vietnamese lunar calendar. */
const LUNAR_DAYS: Readonly<Record<number, { newYear: CalendarDate; kings: CalendarDate }>> = {
  2025: { newYear: dayOf(2025, 1, 29), kings: dayOf(2025, 4, 7) },
  2026: { newYear: dayOf(2026, 2, 17), kings: dayOf(2026, 4, 26) },
  2027: { newYear: dayOf(2027, 2, 6), kings: dayOf(2027, 4, 16) },
  2028: { newYear: dayOf(2028, 1, 26), kings: dayOf(2028, 4, 4) },
  2029: { newYear: dayOf(2029, 2, 13), kings: dayOf(2029, 4, 23) },
  2030: { newYear: dayOf(2030, 2, 2), kings: dayOf(2030, 4, 12) },
}

/** Tết and its compensation lie within so many days before and after the first day of the year. */
const [TET_BEFORE, TET_AFTER] = [5, 8]
/** The National Day and the day beside it, with compensation. */
const [NATIONAL_BEFORE, NATIONAL_AFTER] = [1, 4]
/** A compensation follows on the next working day; weekends and other holidays may lie between. */
const COMPENSATED_WITHIN = 5

/**
 * What of a year's days off and worked is not as the law has it; empty where nothing is. Days that fall on a weekend are
 * compensated by the next working day, and a day off that no holiday explains needs a weekend that is worked.
 * @param exceptions of that year
 * Source: Labour Code 45/2019/QH14, articles 111.3 and 112.
 */
export function calendarFindings(year: number, exceptions: CalendarExceptions): CalendarFinding[] {
  const { off, worked } = exceptions
  const lunar = LUNAR_DAYS[year] ?? null
  const single = [
    dayOf(year, 1, 1),
    ...(lunar === null ? [] : [lunar.kings]),
    dayOf(year, 4, 30),
    dayOf(year, 5, 1),
  ]
  const findings: CalendarFinding[] = lunar === null ? [{ kind: "LUNAR_DAYS_UNKNOWN", day: null }] : []
  const explained = new Set<CalendarDate>()
  for (const day of single) {
    if (!isWeekend(day)) {
      if (!off.has(day)) findings.push({ kind: "HOLIDAY_MISSING", day })
      explained.add(day)
      continue
    }
    const compensation = daysFrom(addDays(day, 1), COMPENSATED_WITHIN).find(
      (next) => off.has(next) && !isWeekend(next) && !explained.has(next) && !single.includes(next),
    )
    if (compensation === undefined) findings.push({ kind: "COMPENSATION_MISSING", day })
    else explained.add(compensation)
  }
  const around = (day: CalendarDate, before: number, after: number) =>
    daysFrom(addDays(day, -before), before + after + 1).filter((one) => off.has(one) && !isWeekend(one))
  const tet = lunar === null ? [] : around(lunar.newYear, TET_BEFORE, TET_AFTER)
  if (lunar !== null && tet.length < 5) findings.push({ kind: "TET_NOT_FIVE_DAYS", day: lunar.newYear })
  const nationalDay = dayOf(year, 9, 2)
  const national = around(nationalDay, NATIONAL_BEFORE, NATIONAL_AFTER)
  if (national.length < 2) findings.push({ kind: "NATIONAL_DAY_NOT_TWO_DAYS", day: nationalDay })
  const granted = new Set([...explained, ...tet.slice(0, 5), ...national.slice(0, 2)])
  const swapped = [...off].filter((day) => !isWeekend(day) && !granted.has(day)).sort()
  const workedWeekends = [...worked].filter(isWeekend)
  const reckoned = lunar === null ? [] : swapped.slice(workedWeekends.length)
  findings.push(...reckoned.map((day) => ({ kind: "UNEXPLAINED_DAY_OFF", day }) as const))
  if (workedWeekends.length > swapped.length) findings.push({ kind: "SWAP_UNBALANCED", day: null })
  return findings
}

function daysFrom(first: CalendarDate, count: number): CalendarDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}
