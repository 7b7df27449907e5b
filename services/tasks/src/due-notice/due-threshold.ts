import { type CalendarDate, daysReached } from "@plan43/calendar"

/** Days before the due date at which an agency is told, the nearest first. */
export const THRESHOLDS = [1, 7, 30] as const

/** What an agency is told: so many days are left, or none. */
export type DueThreshold = (typeof THRESHOLDS)[number] | "OVERDUE"

/**
 * The nearest threshold that a due date has reached: who was not told in time, over holidays for instance, is told of
 * that one and not of those before it.
 * @returns null while more than 30 days are left
 * Source: the issue on following the work: notices before (30, 7, 1 days) and after the due date.
 */
export function dueThresholdOf(today: CalendarDate, dueOn: CalendarDate): DueThreshold | null {
  return daysReached(today, dueOn, THRESHOLDS)
}
