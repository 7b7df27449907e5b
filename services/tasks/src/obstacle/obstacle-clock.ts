import { addDays, type CalendarDate } from "@plan43/calendar"
import { isWaiting, type ObstacleState } from "./obstacle-state.ts"

/** The fewest and the most days that a step may be given. */
export const SHORTEST_TERM = 1
export const LONGEST_TERM = 365

/**
 * The last day on which what a state waits for is in time.
 * @param days of the state's term
 * @returns null in a state that waits for nothing
 */
export function dueOnOf(state: ObstacleState, since: CalendarDate, days: number): CalendarDate | null {
  return isWaiting(state) ? addDays(since, days) : null
}

/** A step as the clock sees it. */
export interface TimedStep {
  recordedOn: CalendarDate
  /** Until when the next step was due; null where none was awaited. */
  dueOn: CalendarDate | null
}

/**
 * Whether what follows a step came late, or has not come though it is late.
 * @param next the step that followed; null: none has
 */
export function isLate({ dueOn }: TimedStep, next: TimedStep | null, today: CalendarDate): boolean {
  return dueOn !== null && (next?.recordedOn ?? today) > dueOn
}
