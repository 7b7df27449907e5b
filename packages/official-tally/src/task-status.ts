import { registerEnumType } from "type-graphql"

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
