import { type CalendarDate, daysBetween } from "@plan43/calendar"
import { TaskStatus, taskStatuses } from "@plan43/official-tally"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { dueOnAsOf } from "../deadline/due-on.ts"
import type { Work } from "./work.ts"

export { TaskStatus, taskStatuses }

/** A deadline within this many days is soon. */
export const SOON_DAYS = 30

/** What a coordinator decided last about a task, as far as it stops it. */
export type Stopped = Extract<TaskStatus, "SUSPENDED" | "CANCELLED">

/** All that the status of a phase, or of one period of a task, depends on. */
export interface PhaseFacts {
  kind: DeadlineKind
  startsOn: CalendarDate | null
  dueOn: CalendarDate | null
  /** The day until which the deadline was extended by then; null where it was not, or is not to be looked at. */
  extendedDueOn: CalendarDate | null
  /** What was reported of it; of a task that recurs, of the period in which the day lies. */
  work: Work
}

/** All that the status of a task depends on. */
export interface StatusFacts extends PhaseFacts {
  /** A document that it waits for had not been issued by then. */
  awaiting: boolean
  /** null where it goes on. */
  stopped: Stopped | null
  /** Of a phased task; empty otherwise. */
  phases: readonly PhaseFacts[]
}

/** Of several unfinished phases, the one that needs attention most speaks for the task. */
export const MOST_PRESSING = ["OVERDUE", "DUE_SOON", "IN_PROGRESS", "ONGOING", "NOT_STARTED"] as const

/**
 * Where a task stands at the end of a day.
 * @param asOf a calendar date (Asia/Ho_Chi_Minh)
 * Source: DOMAIN.md, "Status of a task as of a date".
 */
export function taskStatusOf(facts: StatusFacts, asOf: CalendarDate): TaskStatus {
  if (facts.stopped !== null) return facts.stopped
  const phased = facts.kind === "PHASED" && facts.phases.length > 0
  const ofPhases = phased ? statusOfPhases(facts.phases, asOf) : null
  const completed = ofPhases === null ? completionOf(facts, asOf) : isCompleted(ofPhases) ? ofPhases : null
  if (completed !== null) return completed
  if (facts.awaiting) return "AWAITING_TRIGGER"
  return ofPhases ?? dateStatusOf(facts, asOf)
}

/** Where a phase, or one period of a task, stands at the end of a day. */
export function phaseStatusOf(facts: PhaseFacts, asOf: CalendarDate): TaskStatus {
  return completionOf(facts, asOf) ?? dateStatusOf(facts, asOf)
}

/** The last day in time: the plan's own, or the one until which it was extended. */
export function dueOnInForce(facts: Omit<PhaseFacts, "work">, asOf: CalendarDate): CalendarDate | null {
  return facts.extendedDueOn ?? dueOnAsOf(facts, asOf)
}

function completionOf(facts: PhaseFacts, asOf: CalendarDate): TaskStatus | null {
  const { completedOn } = facts.work
  if (completedOn === null) return null
  const dueOn = dueOnInForce(facts, asOf)
  return dueOn !== null && completedOn > dueOn ? "COMPLETED_LATE" : "COMPLETED_ON_TIME"
}

function dateStatusOf(facts: PhaseFacts, asOf: CalendarDate): TaskStatus {
  if (facts.startsOn !== null && asOf < facts.startsOn) return notYetDone(facts.work)
  if (facts.kind === "CONTINUOUS" || facts.kind === "OPEN_ENDED") return "ONGOING"
  const dueOn = dueOnInForce(facts, asOf)
  if (dueOn === null) return notYetDone(facts.work)
  if (asOf > dueOn) return "OVERDUE"
  return daysBetween(asOf, dueOn) <= SOON_DAYS ? "DUE_SOON" : notYetDone(facts.work)
}

function notYetDone({ begun }: Work): TaskStatus {
  return begun ? "IN_PROGRESS" : "NOT_STARTED"
}

function isCompleted(status: TaskStatus): boolean {
  return status === "COMPLETED_ON_TIME" || status === "COMPLETED_LATE"
}

/** All completed, late where one is; otherwise the most pressing, and begun where one of them is done. */
function statusOfPhases(phases: readonly PhaseFacts[], asOf: CalendarDate): TaskStatus {
  const statuses = phases.map((phase) => phaseStatusOf(phase, asOf))
  if (statuses.every(isCompleted))
    return statuses.includes("COMPLETED_LATE") ? "COMPLETED_LATE" : "COMPLETED_ON_TIME"
  const pressing = MOST_PRESSING.find((status) => statuses.includes(status)) ?? "NOT_STARTED"
  return pressing === "NOT_STARTED" && statuses.some(isCompleted) ? "IN_PROGRESS" : pressing
}
