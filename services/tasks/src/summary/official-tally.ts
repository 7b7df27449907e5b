import type { TaskStatus } from "../status/task-status.ts"
import type { OfficialTally } from "./task-summary.ts"

/** The figure of the official tally in which a status is counted. */
const BUCKET = {
  COMPLETED_ON_TIME: "completedOnTime",
  COMPLETED_LATE: "completedLate",
  IN_PROGRESS: "inTime",
  ONGOING: "inTime",
  OVERDUE: "overdue",
  DUE_SOON: "notYetDue",
  NOT_STARTED: "notYetDue",
  AWAITING_TRIGGER: "awaitingDocument",
  SUSPENDED: "suspendedOrCancelled",
  CANCELLED: "suspendedOrCancelled",
} as const satisfies Record<TaskStatus, Exclude<keyof OfficialTally, "assigned">>

/**
 * The tally that official reports print.
 * Source: DOMAIN.md, "The usual tallies in official reports".
 */
export function officialTallyOf(counts: readonly { status: TaskStatus; count: number }[]): OfficialTally {
  const tally: OfficialTally = {
    assigned: 0,
    completedOnTime: 0,
    completedLate: 0,
    inTime: 0,
    overdue: 0,
    notYetDue: 0,
    awaitingDocument: 0,
    suspendedOrCancelled: 0,
  }
  for (const { status, count } of counts) {
    tally[BUCKET[status]] += count
    tally.assigned += count
  }
  return tally
}
