import type { CalendarDate } from "@plan43/calendar"

/** What an agency knows of the state of its work. */
export const ReportedTaskState = {
  NOT_STARTED: "NOT_STARTED",
  IN_PROGRESS: "IN_PROGRESS",
  COMPLETED: "COMPLETED",
} as const
export type ReportedTaskState = keyof typeof ReportedTaskState

/** What reports say of a task, or of what one agency owes of it, by the end of a day. */
export interface Work {
  /** Somebody says that it was begun, or is done. */
  begun: boolean
  /** The day of completion, once the Department has confirmed it; null until then. */
  completedOn: CalendarDate | null
}

/** What one agency reported by a day of a task, or of one of its periods or phases. */
export interface ReportedWork {
  agencyId: string
  /** As it last reported. */
  claimed: ReportedTaskState
  /** Of its last report that was confirmed: the day of completion, or null where that one does not say completed. */
  completedOn: CalendarDate | null
  /** The order of that report among all; null where none was confirmed since the task was last opened again. */
  confirmedPosition: number | null
}

/** An agency that owes a task on a day, and the agencies for which it answers then, itself among them. */
export interface Owing {
  agencyId: string
  answersFor: readonly string[]
}

/** Where one agency's part stands: its own reports and those of the agencies for which it answers. */
export function workOfObligation(
  { answersFor }: Pick<Owing, "answersFor">,
  reported: readonly ReportedWork[],
): Work {
  const own = reported.filter(({ agencyId }) => answersFor.includes(agencyId))
  let last: ReportedWork | null = null
  for (const work of own)
    if (work.confirmedPosition !== null && work.confirmedPosition > (last?.confirmedPosition ?? -1))
      last = work
  return { begun: begun(own), completedOn: last?.completedOn ?? null }
}

/**
 * Where the whole task stands. It is completed when those who decide about it are, on the last of their days.
 * @param deciding those that answer for the agency that is responsible for the whole, or, where none is marked, all that owe it
 */
export function workOfTask(deciding: readonly Owing[], reported: readonly ReportedWork[]): Work {
  const days = deciding.map((owing) => workOfObligation(owing, reported).completedOn)
  const completed = days.length > 0 && days.every((day) => day !== null)
  return {
    begun: begun(reported),
    completedOn: completed ? (days.toSorted().at(-1) ?? null) : null,
  }
}

/** A granted extension of what one agency owes. */
export interface GrantedExtension {
  agencyId: string
  dueOn: CalendarDate
  /** Its order among all facts: the last one stands. */
  position: number
}

/**
 * Until when a deadline was extended: when that of everybody who decides about the task was, until the first of those
 * days; null where it was not.
 */
export function extendedDueOn(
  deciding: readonly Owing[],
  granted: readonly GrantedExtension[],
): CalendarDate | null {
  const days = deciding.map(({ answersFor }) => {
    const own = granted.filter(({ agencyId }) => answersFor.includes(agencyId))
    return own.length === 0
      ? null
      : own.reduce((last, next) => (next.position > last.position ? next : last)).dueOn
  })
  return days.every((day) => day !== null) ? (days.toSorted()[0] ?? null) : null
}

function begun(reported: readonly Pick<ReportedWork, "claimed">[]): boolean {
  return reported.some(({ claimed }) => claimed !== "NOT_STARTED")
}
