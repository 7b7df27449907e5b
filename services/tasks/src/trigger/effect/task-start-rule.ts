import { addDays, type CalendarDate } from "@plan43/calendar"
import type { TriggerEvent, TriggerKind } from "../trigger-kind.ts"

/** What a coordinator records of a document, as far as starts depend on it. */
export interface IssuedDays {
  kind: TriggerKind
  issuedOn: CalendarDate
  /** null where the document says none. */
  effectiveOn: CalendarDate | null
}

/**
 * The day on which happened what the plan waits for. A law starts its tasks when it takes effect, whatever the words wait
 * for; so does any document whose effect they wait for. Being issued, being approved and guidance given are the day of issue.
 * @returns null where the day of effect counts and is not known
 * Source: DOMAIN.md, "Deadlines as printed, and what they mean"
 */
export function eventDayOf(
  event: TriggerEvent,
  { kind, issuedOn, effectiveOn }: IssuedDays,
): CalendarDate | null {
  return event === "IN_FORCE" || kind === "LAW" ? effectiveOn : issuedOn
}

/** A document that a task waits for. */
export interface AwaitedEvent {
  /** The day on which it happened; null while that is not recorded. */
  eventOn: CalendarDate | null
  /** The plan does not let the task start before this day. */
  notBefore: CalendarDate | null
  /** From the start to the proposed due date: the coordinator's rule for this document. */
  dueDays: number
}

/** When a task that waited starts. */
export interface StartDays {
  /** The day on which the last of the events happened. */
  eventOn: CalendarDate
  startsOn: CalendarDate
  /** Proposed; it may lie in the past, the task is simply overdue then. */
  dueOn: CalendarDate
}

/**
 * When a task starts that waits for these documents: once the last of the events has happened, and not before the day that
 * the plan names. The days to the due date are those of the document that came last; of several, the most.
 * @param events at least one
 * @returns null while one of the events has not been recorded
 */
export function startOf(events: readonly AwaitedEvent[]): StartDays | null {
  const happened = events.flatMap(({ eventOn, dueDays }) => (eventOn === null ? [] : [{ eventOn, dueDays }]))
  if (happened.length === 0 || happened.length < events.length) return null
  const eventOn = latest(happened.map((each) => each.eventOn))
  const startsOn = latest([eventOn, ...events.flatMap(({ notBefore }) => notBefore ?? [])])
  const dueDays = Math.max(...happened.filter((each) => each.eventOn === eventOn).map((each) => each.dueDays))
  return { eventOn, startsOn, dueOn: addDays(startsOn, dueDays) }
}

function latest(days: readonly CalendarDate[]): CalendarDate {
  return days.toSorted().at(-1) as CalendarDate
}

/** What a recording does to a task. */
export const StartChange = {
  STARTS: "STARTS",
  STILL_WAITS: "STILL_WAITS",
  MOVES: "MOVES",
  STAYS: "STAYS",
  WAITS_AGAIN: "WAITS_AGAIN",
} as const
export type StartChange = keyof typeof StartChange

/** What becomes of a start that stood, or did not, by another that now follows. */
export function changeOf(before: StartDays | null, after: StartDays | null): StartChange {
  if (before === null) return after === null ? "STILL_WAITS" : "STARTS"
  if (after === null) return "WAITS_AGAIN"
  const same =
    before.eventOn === after.eventOn && before.startsOn === after.startsOn && before.dueOn === after.dueOn
  return same ? "STAYS" : "MOVES"
}
