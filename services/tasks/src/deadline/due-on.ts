import { type CalendarDate, dayOf, yearOf } from "@plan43/calendar"
import type { DeadlineKind } from "./deadline-kind.ts"

/** What a due date is reckoned from. */
export interface DueDate {
  kind: DeadlineKind
  /** As read from the plan, or set when the awaited document was recorded; null where there is none. */
  dueOn: CalendarDate | null
}

/**
 * The last day on which work with this deadline is on time, as of a day.
 * An annual duty is due on 31 December of the year in which that day lies: each year is a period of its own.
 * @returns null where the deadline sets no day
 * Source: Plan 43/KH-UBND, Annex II, column 6.
 */
export function dueOnAsOf({ kind, dueOn }: DueDate, asOf: CalendarDate): CalendarDate | null {
  return kind === "ANNUAL" ? dayOf(yearOf(asOf), 12, 31) : dueOn
}
