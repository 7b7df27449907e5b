import type { CalendarDate } from "@plan43/calendar"
import type { AssessmentState } from "@plan43/indicator-assessment"
import type { OfficialTally, TaskStatus } from "@plan43/official-tally"
import type { RoundKind } from "../round/round.ts"
import type { SectionFigures } from "../tally/tallies.ts"

/**
 * All that the public is shown of a round in one version of its publication. It is kept as it is: pages and files of years
 * ago are made of it, so whoever changes its shape has to bear with what was published before. A part that was not chosen is
 * null.
 */
export interface PublishedContent {
  round: PublishedRound
  /** The end of this day is meant. */
  asOf: CalendarDate
  /** Whether it is a simulation: whatever is made of it says so before anything else. */
  simulated: boolean
  /** In the order in which they were issued. */
  plans: readonly PublishedPlan[]
  licence: Licence
  /** The report as it was signed by then; null: none was attached. Absent in what was published before it was kept. */
  report?: SignedReport | null
  /** What the City says of it in its own words; in Vietnamese. */
  text: string | null
  tallies: OfficialTally | null
  /** In printed order; they add up to the tallies. */
  sections: readonly SectionFigures[] | null
  /** In printed order, headings included. */
  indicators: readonly PublishedIndicator[] | null
  agencies: PublishedAgencies | null
  tasks: PublishedTasks | null
}

export interface PublishedRound {
  name: string
  kind: RoundKind
  agenciesDueOn: CalendarDate
}

export interface PublishedPlan {
  /** e.g. "43/KH-UBND" */
  number: string
  issuedOn: CalendarDate
  issuer: string
}

export interface SignedReport {
  /** e.g. "120/BC-SKHCN" */
  number: string
  signedOn: CalendarDate
}

/** By which others may use it: granted once, it holds for that version. */
export interface Licence {
  /** e.g. "CC BY 4.0" */
  name: string
  url: string
}

export interface PublishedIndicator {
  code: string
  name: string
  unit: string | null
  targetText: string
  horizonYear: number
  leadText: string
  /** It heads others and has no figure itself. */
  heading: boolean
  observed: PublishedFigure | null
  /** What was known by the cut-off of the round before; null: nothing, or there was none. */
  before: PublishedFigure | null
  /** Where it stood; null of a row without a target of its own. Absent in what was published before it was kept. */
  assessment?: AssessmentState | null
}

export interface PublishedFigure {
  periodStart: CalendarDate
  periodEnd: CalendarDate
  /** As recorded, e.g. "12.5", in the unit of its indicator; null where only words were given. */
  value: string | null
  /** Instead of a value. */
  words: string | null
  provisional: boolean
  source: string
}

/** How an agency that was asked reported: not at all is no answer of zero. RETURNED: what came was returned, and not sent again. */
export type Punctuality = "IN_TIME" | "LATE" | "RETURNED" | "NOT_SENT" | "NOT_ASKED"

/** `rows` and `withoutAgency`, less `countedAgain`, add up to the tallies, figure by figure. */
export interface PublishedAgencies {
  /** By name; names of the day on which the round was locked. */
  rows: readonly { name: string; punctuality: Punctuality; tally: OfficialTally }[]
  withoutAgency: OfficialTally
  countedAgain: OfficialTally
}

export interface PublishedTasks {
  /** In the order of the plan. */
  rows: readonly PublishedTask[]
  /** How many tasks are counted in the tallies and not listed, since they are sensitive. */
  withheld: number
}

export interface PublishedTask {
  planNumber: string
  code: string
  sectionNumeral: string
  sectionTitle: string
  title: string
  leadText: string
  expectedResult: string | null
  deadlineText: string
  status: TaskStatus
  /** What agencies reported on it, where their reports were accepted; by name of the agency. */
  results: readonly PublishedResult[]
}

export interface PublishedResult {
  agency: string
  progress: string | null
  /** Number and date of the document that it stands in. */
  document: string | null
  /** 0 to 100. */
  percentage: number | null
}
