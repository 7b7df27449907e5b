import type { TaskStatus } from "../__generated__/graphql.ts"

/** Which tasks a figure of the official forms counts, by status; null: all of them. */
export const statusesInFigure = {
  assigned: null,
  completedOnTime: ["COMPLETED_ON_TIME"],
  completedLate: ["COMPLETED_LATE"],
  inTime: ["IN_PROGRESS", "ONGOING"],
  overdue: ["OVERDUE"],
  notYetDue: ["DUE_SOON", "NOT_STARTED"],
  awaitingDocument: ["AWAITING_TRIGGER"],
  suspendedOrCancelled: ["SUSPENDED", "CANCELLED"],
} as const satisfies Record<string, readonly TaskStatus[] | null>

/** A figure of the official forms. */
export type OfficialFigure = keyof typeof statusesInFigure
