import type { CalendarDate } from "@plan43/calendar"
import type { AssessmentState } from "@plan43/indicator-assessment"
import type { LineAnswer } from "../line/line-field.ts"
import type { ReportState } from "../report/report-state.ts"
import type { RoundKind } from "../round/round.ts"
import type { ReportedTask } from "../tally/reported-task.ts"
import type { ActivityKind, AgreementLevel, AgreementState } from "./cooperation-words.ts"
import type { ObstacleAddressee, ObstacleCategory, ObstacleState } from "./obstacle-words.ts"
import type { PartKey } from "./outline/report-part.ts"

/** All that the report of a round is written from. It is frozen as it is when the round is locked: what it holds is read years later. */
export interface SynthesisContent {
  round: ReportedRound
  /** The day up to which everything is told: the cut-off, or today where that comes first. */
  asOf: CalendarDate
  /** Whether it is a simulation: whatever is made of it says so before anything else. */
  simulated: boolean
  /** In the order of the plan. */
  tasks: readonly ReportedTask[]
  /** In the order of the plan, headings included. */
  indicators: readonly ReportedIndicator[]
  /** What agencies were asked for and answered, by name. */
  reports: readonly ReportedReport[]
  /** Lines in the order of reports, then of the plan, then of questions. */
  lines: readonly ReportedLine[]
  /** What was asked besides the plan, in its order. Absent where a round was locked before there were any. */
  questions?: readonly ReportedQuestion[]
  /** The names of that day of all agencies that are named above, by name. */
  agencies: readonly NamedAgency[]
  /** What stood in the way by then, in the order in which it was raised. Absent where a round was locked before it was kept. */
  obstacles?: readonly ReportedObstacle[]
  /** What was agreed and done with partners abroad since the cut-off of the regular round before. Absent as above. */
  cooperation?: ReportedCooperation
  /** The cut-off of the round after; what falls due until then is told. Absent as above. */
  nextCutOffOn?: CalendarDate
  /** By which outline it is told: by the second, direction and management, and funds are parts of it. Absent where it is the first. */
  outline?: 2
  /** What people wrote to the parts of the report. Absent as above. */
  commentary?: readonly ReportedCommentary[]
}

/** What people wrote to a part of the report, in the version that stood. */
export interface ReportedCommentary {
  part: PartKey
  version: number
  body: string
  writtenBy: string | null
}

/** What keeps somebody from doing their part. */
export interface ReportedObstacle {
  id: string
  number: number
  /** Who raised it, by themselves or in one that was merged into it. */
  agencyIds: readonly string[]
  /** What it is about: a task, an indicator, or neither. */
  taskId: string | null
  indicatorId: string | null
  title: string
  category: ObstacleCategory
  proposal: string
  addressee: ObstacleAddressee
  addressedAgencyId: string | null
  state: ObstacleState
  /** What was decided or answered last; null: nothing yet. */
  settled: string | null
}

/** By day each. People are not named in it. */
export interface ReportedCooperation {
  agreements: readonly ReportedAgreement[]
  activities: readonly ReportedActivity[]
}

/** An agreement that was signed or in force in the period. */
export interface ReportedAgreement {
  id: string
  title: string
  number: string | null
  level: AgreementLevel
  state: AgreementState
  partners: readonly string[]
  signedOn: CalendarDate | null
  inForceOn: CalendarDate | null
  expiresOn: CalendarDate | null
  commitments: string | null
  /** Who answers for it. */
  agencyId: string | null
}

/** A delegation, an event, a training that was going on in the period. */
export interface ReportedActivity {
  id: string
  title: string
  kind: ActivityKind
  partners: readonly string[]
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  place: string | null
  purpose: string | null
  outputs: string | null
  /** Who answers for it. */
  agencyId: string | null
}

export interface NamedAgency {
  id: string
  name: string
}

export interface ReportedRound {
  name: string
  kind: RoundKind
  questions: string | null
  cutOffOn: CalendarDate
  agenciesDueOn: CalendarDate
  cityDueOn: CalendarDate
  governmentDueOn: CalendarDate | null
}

export interface ReportedIndicator {
  id: string
  code: string
  name: string
  unit: string | null
  targetText: string
  horizonYear: number
  leadText: string
  /** It heads others and is not observed itself. */
  heading: boolean
  observed: Observed | null
  /** What was known by the cut-off of the round before; null: nothing, or there was none. */
  before: Observed | null
  /** Where it stands, and why; null of a row without a target of its own. Absent where a round was locked before it was kept. */
  assessment?: { state: AssessmentState; explanation: string } | null
  /** How many per cent of its target were reached; null where that says nothing. Absent as above. */
  shareOfTarget?: number | null
}

/** A figure that was observed, in the unit of its indicator. */
export interface Observed {
  id: string
  recordedOn: CalendarDate
  periodStart: CalendarDate
  periodEnd: CalendarDate
  /** As recorded, e.g. "12.5"; null where only words were given. */
  value: string | null
  provisional: boolean
  source: string
  note: string | null
}

export interface ReportedReport {
  id: string
  agencyId: string
  state: ReportState
  sentOn: CalendarDate | null
  /** Where it was first entered on behalf of its agency: when its file or paper came. Absent in rounds that were locked before. */
  receivedOn?: CalendarDate | null
  /** What it was entered from; null: it was sent on the platform. Absent in rounds that were locked before. */
  enteredFrom?: "FILE" | "PAPER" | null
  approvedBy: string | null
  late: boolean
  /** It came, was returned, and was not sent again. Absent in rounds that were locked before. */
  standsReturned?: boolean
  lines: number
  answered: number
}

/** What a round asked of everybody who reports in it. */
export interface ReportedQuestion {
  id: string
  /** e.g. "CH1" */
  code: string
  text: string
}

export interface ReportedLine {
  reportId: string
  agencyId: string
  itemId: string
  /** Whether the Department accepted it; what stands in others is not yet the City's. */
  accepted: boolean
  answer: LineAnswer | null
  progress: string | null
  resultDocument: string | null
  /** 0 to 100. */
  percentage: number | null
  difficulties: string | null
  proposal: string | null
  nextPlan: string | null
  /** What was recorded before; nobody signed it in this round. */
  prefill: { progress: string | null; resultDocument: string | null; recordedOn: CalendarDate | null } | null
}
