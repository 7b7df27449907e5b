import { addDays, type CalendarDate, daysReached } from "@plan43/calendar"

/** Days before the day of a report at which its agency is told that it has not come, the nearest first. */
const THRESHOLDS = [1, 7] as const

/** What an agency is told of a report that has not come: so many days are left, or none. */
export type ReportThreshold = (typeof THRESHOLDS)[number] | "OVERDUE"

/**
 * The nearest threshold that the day of a report has reached. One that had been reached when the round was opened is none: the
 * opening itself told the agency.
 * @returns null: nothing is to be told
 */
export function reportThresholdOf(
  { openedOn, dueOn }: { openedOn: CalendarDate; dueOn: CalendarDate },
  today: CalendarDate,
): ReportThreshold | null {
  const reached = daysReached(today, dueOn, THRESHOLDS)
  if (reached === null || reached === "OVERDUE") return reached
  return addDays(dueOn, -reached) > openedOn ? reached : null
}
