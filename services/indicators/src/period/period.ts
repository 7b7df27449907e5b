import { addDays, type CalendarDate, dayOf, lastDayOfMonth } from "@plan43/calendar"
import type { ObservationFrequency } from "./frequency.ts"

/** A year, or one of its equal parts, that figures are reported for. */
export interface Period {
  /** "2025", "2025-H1", "2025-Q3" or "2025-07" */
  key: string
  frequency: ObservationFrequency
  start: CalendarDate
  end: CalendarDate
}

const MONTHS: Record<ObservationFrequency, number> = { YEAR: 12, HALF: 6, QUARTER: 3, MONTH: 1 }
const KEY = /^(20\d\d)(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?$/

/** The part of a year, counted from 1. */
function partOf(year: number, frequency: ObservationFrequency, part: number): Period {
  const months = MONTHS[frequency]
  const first = (part - 1) * months + 1
  return {
    key: keyOf(year, frequency, part),
    frequency,
    start: dayOf(year, first, 1),
    end: lastDayOfMonth(year, first + months - 1),
  }
}

function keyOf(year: number, frequency: ObservationFrequency, part: number): string {
  switch (frequency) {
    case "YEAR":
      return String(year)
    case "HALF":
      return `${year}-H${part}`
    case "QUARTER":
      return `${year}-Q${part}`
    case "MONTH":
      return `${year}-${String(part).padStart(2, "0")}`
  }
}

/**
 * The period that a key names.
 * @param key e.g. "2025", "2025-H1", "2025-Q3", "2025-07"; years 2000 to 2099
 * @returns null for what names none
 */
export function periodNamed(key: string): Period | null {
  const [, year, half, halfPart, quarter, quarterPart, month] = KEY.exec(key) ?? []
  if (year === undefined) return null
  if (half !== undefined) return partOf(Number(year), "HALF", Number(halfPart))
  if (quarter !== undefined) return partOf(Number(year), "QUARTER", Number(quarterPart))
  if (month !== undefined) return partOf(Number(year), "MONTH", Number(month))
  return partOf(Number(year), "YEAR", 1)
}

/** The period with these first and last days; null where they are of no year, half, quarter or month. */
export function periodBetween(start: CalendarDate, end: CalendarDate): Period | null {
  const [year, month] = start.split("-").map(Number) as [number, number]
  for (const frequency of ["YEAR", "HALF", "QUARTER", "MONTH"] as const) {
    const period = partOf(year, frequency, Math.ceil(month / MONTHS[frequency]))
    if (period.start === start && period.end === end) return period
  }
  return null
}

/** The period of a frequency that a day falls into. */
export function periodOn(day: CalendarDate, frequency: ObservationFrequency): Period {
  const [year, month] = day.split("-").map(Number) as [number, number]
  return partOf(year, frequency, Math.ceil(month / MONTHS[frequency]))
}

function periodBefore({ start, frequency }: Period): Period {
  return periodOn(addDays(start, -1), frequency)
}

/** How far back periods reach. */
export interface Reach {
  /** At least so many. */
  count: number
  /** And all that began on this day or later. */
  since: CalendarDate
}

/** The periods of a frequency that were over on a day, as far back as asked, the latest first. */
export function periodsOver(
  day: CalendarDate,
  frequency: ObservationFrequency,
  { count, since }: Reach,
): Period[] {
  const periods: Period[] = []
  // A period that ends on the day is over by its evening, when the figures of that day are told
  let period = periodBefore(periodOn(addDays(day, 1), frequency))
  while (periods.length < count || period.start >= since) {
    periods.push(period)
    period = periodBefore(period)
  }
  return periods
}

/** A period as people name it, e.g. “quý III/2025”. */
export function periodInWords({ key, frequency }: Pick<Period, "key" | "frequency">): string {
  const year = key.slice(0, 4)
  const part = Number(key.slice(-1))
  switch (frequency) {
    case "YEAR":
      return `năm ${year}`
    case "HALF":
      return `${part === 1 ? "6 tháng đầu" : "6 tháng cuối"} năm ${year}`
    case "QUARTER":
      return `quý ${["I", "II", "III", "IV"][part - 1]}/${year}`
    case "MONTH":
      return `tháng ${key.slice(5)}/${year}`
  }
}
