import type { CalendarDate } from "@plan43/calendar"
import type { AssessmentState } from "@plan43/indicator-assessment"
import type { TaskStatus } from "@plan43/official-tally"
import type { ScorePeriod } from "./score-period.ts"

/** All that the scorecards of a period are counted from. It is frozen as it is: what it holds is read years later. */
export interface ScoreFacts {
  period: ScorePeriod
  /** The day up to which everything is told: the last one of the period, or today where that comes first. */
  asOf: CalendarDate
  /** What every agency owed at the end of that day, in the order of the plan. */
  obligations: readonly ScoredObligation[]
  /** Each indicator once for each agency that answers for it, in the order of the plan. */
  indicators: readonly ScoredIndicator[]
  /** Of rounds whose day for agencies is in the period, the first due first. */
  reports: readonly ScoredReport[]
  reminders: readonly ScoredReminder[]
  extensions: readonly ScoredExtension[]
  answers: readonly ScoredAnswer[]
  filledLines: readonly FilledLines[]
}

/** The task of a fact, as it was called then. */
interface OfTask {
  taskId: string
  taskCode: string
  taskTitle: string
  agencyId: string
}

/** What an agency owes of a task: its own part, whatever others did of theirs. */
export interface ScoredObligation extends OfTask {
  /** It is not named itself, but belongs to a class that is. */
  byClass: boolean
  status: TaskStatus
  /** Extensions included; null where no day is set. */
  dueOn: CalendarDate | null
}

export interface ScoredIndicator {
  indicatorId: string
  code: string
  name: string
  agencyId: string
  state: AssessmentState
  /** Why it stands so. */
  explanation: string
}

export interface ScoredReport {
  reportId: string
  roundName: string
  agencyId: string
  dueOn: CalendarDate
  /** The day on which it came first, by the platform, as a file or on paper, if that was recorded by `asOf`; null: not by then. */
  sentOn: CalendarDate | null
  lines: number
  answered: number
  /** How often it was returned by `asOf`. */
  returned: number
  /** It was returned by `asOf`, and by then not sent again. Absent in what was kept before that was told. */
  standsReturned?: boolean
}

/** A task in a letter that urged an agency. */
export interface ScoredReminder extends OfTask {
  letterId: string
  /** e.g. "12/SKHCN" */
  letterNumber: string
  sentOn: CalendarDate
  /** How often the agency had been urged about the task, this letter included. */
  ordinal: number
}

/** A later deadline that was granted. */
export interface ScoredExtension extends OfTask {
  extensionId: string
  originalDueOn: CalendarDate
  grantedDueOn: CalendarDate
  decidedOn: CalendarDate
}

/** An answer on a task that somebody signed. */
export interface ScoredAnswer extends OfTask {
  answerId: string
  /** The subject of whoever signed. */
  signedBy: string
  signedOn: CalendarDate
  /** What the Department had made of it; null: nothing yet. */
  outcome: "CONFIRMED" | "RETURNED" | null
}

/** How many lines of a report somebody filled in between two days. */
export interface FilledLines {
  reportId: string
  roundName: string
  agencyId: string
  filledBy: string
  /** The day on which they did so last. */
  filledOn: CalendarDate
  lines: number
}
