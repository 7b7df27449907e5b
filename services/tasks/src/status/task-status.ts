import { type CalendarDate, daysBetween, yearOf } from "@plan43/calendar"
import { registerEnumType } from "type-graphql"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { dueOnAsOf } from "../deadline/due-on.ts"

/** Where a task stands on a day; computed, never typed in. */
export const TaskStatus = {
  AWAITING_TRIGGER: "AWAITING_TRIGGER",
  NOT_STARTED: "NOT_STARTED",
  IN_PROGRESS: "IN_PROGRESS",
  DUE_SOON: "DUE_SOON",
  OVERDUE: "OVERDUE",
  COMPLETED_ON_TIME: "COMPLETED_ON_TIME",
  COMPLETED_LATE: "COMPLETED_LATE",
  ONGOING: "ONGOING",
  SUSPENDED: "SUSPENDED",
  CANCELLED: "CANCELLED",
} as const
export type TaskStatus = keyof typeof TaskStatus
export const taskStatuses = Object.keys(TaskStatus) as TaskStatus[]

registerEnumType(TaskStatus, {
  name: "TaskStatus",
  description: "Where a task stands on a day; computed from its deadline and what was reported",
})

/** A deadline within this many days is soon. */
export const SOON_DAYS = 30

/** What somebody reported, in force on the day that is asked about. */
export interface ReportedState {
  state: "NOT_STARTED" | "IN_PROGRESS" | "COMPLETED" | "SUSPENDED" | "CANCELLED"
  /** The day of completion; null in every other state. */
  completedOn: CalendarDate | null
  /** Whether the coordinator had confirmed it by then: completion counts only so. */
  confirmed: boolean
}

/** All that the status of a task, or of one of its phases, depends on. */
export interface StatusFacts {
  kind: DeadlineKind
  startsOn: CalendarDate | null
  dueOn: CalendarDate | null
  /** A document that it waits for had not been issued by then. */
  awaiting: boolean
  /** null where nobody has reported anything. */
  reported: ReportedState | null
  /** Of a phased task; empty otherwise. */
  phases: readonly Omit<StatusFacts, "phases">[]
}

/** Of several unfinished phases, the one that needs attention most speaks for the task. */
const MOST_PRESSING: readonly TaskStatus[] = [
  "OVERDUE",
  "DUE_SOON",
  "AWAITING_TRIGGER",
  "IN_PROGRESS",
  "ONGOING",
  "NOT_STARTED",
]

/**
 * Where a task stands at the end of a day.
 * @param asOf a calendar date (Asia/Ho_Chi_Minh)
 * Source: DOMAIN.md, "Status of a task as of a date".
 */
export function taskStatusOf(facts: StatusFacts, asOf: CalendarDate): TaskStatus {
  const { reported } = facts
  if (reported?.state === "SUSPENDED") return "SUSPENDED"
  if (reported?.state === "CANCELLED") return "CANCELLED"
  const completed = completionOf(facts, asOf)
  if (completed !== null) return completed
  if (facts.awaiting) return "AWAITING_TRIGGER"
  if (facts.kind === "PHASED" && facts.phases.length > 0) return mostPressing(facts, asOf)
  if (facts.startsOn !== null && asOf < facts.startsOn) return notYetDone(reported)
  if (facts.kind === "CONTINUOUS" || facts.kind === "OPEN_ENDED") return "ONGOING"
  const dueOn = dueOnAsOf(facts, asOf)
  if (dueOn === null) return notYetDone(reported)
  if (asOf > dueOn) return "OVERDUE"
  return daysBetween(asOf, dueOn) <= SOON_DAYS ? "DUE_SOON" : notYetDone(reported)
}

function completionOf(facts: StatusFacts, asOf: CalendarDate): TaskStatus | null {
  const { reported } = facts
  if (reported?.state !== "COMPLETED" || reported.completedOn === null || !reported.confirmed) return null
  if (facts.kind === "ANNUAL" && yearOf(reported.completedOn) !== yearOf(asOf)) return null
  const dueOn = dueOnAsOf(facts, asOf)
  return dueOn !== null && reported.completedOn > dueOn ? "COMPLETED_LATE" : "COMPLETED_ON_TIME"
}

function notYetDone(reported: ReportedState | null): TaskStatus {
  return reported === null || reported.state === "NOT_STARTED" ? "NOT_STARTED" : "IN_PROGRESS"
}

function mostPressing({ phases, reported }: StatusFacts, asOf: CalendarDate): TaskStatus {
  const statuses = phases.map((phase) => taskStatusOf({ ...phase, reported, phases: [] }, asOf))
  return MOST_PRESSING.find((status) => statuses.includes(status)) ?? "NOT_STARTED"
}
