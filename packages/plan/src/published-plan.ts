import type { CalendarDate } from "@plan43/calendar"
import type { DeadlineReading } from "./deadline/read-deadline.ts"
import type { TargetReading } from "./target/read-target.ts"

/** First and last line in the published text, counted from 1. */
export interface Lines {
  first: number
  last: number
}

/** A plan as published: every cell verbatim with its line, and what cells were understood as. */
export interface PublishedPlan {
  /** As printed, e.g. "43/KH-UBND". */
  number: string
  title: string
  issuedOn: CalendarDate
  effectiveOn: CalendarDate
  issuer: string
  signer: string
  /** Of the text that was read, hexadecimal. */
  textSha256: string
  sections: PublishedSection[]
  tasks: PublishedTask[]
  indicators: PublishedIndicator[]
  measures: PublishedMeasure[]
  obligations: PublishedObligation[]
}

/** A section of Annex II. */
export interface PublishedSection {
  /** "I" to "VII". */
  numeral: string
  title: string
  /** From 1. */
  position: number
  lines: Lines
}

/** A row of Annex II. */
export interface PublishedTask {
  /** The printed number, with b, c … for further rows under it, e.g. "85b". */
  code: string
  /** As printed; null where the row has none. */
  number: string | null
  sectionNumeral: string
  /** From 1, over all sections. */
  position: number
  title: string
  leadText: string
  /** May be empty. */
  coordinatorText: string
  /** null where the cell is empty. */
  expectedResult: string | null
  deadline: DeadlineReading
  /** Empty but for a row without a deadline of its own. */
  phases: PublishedPhase[]
  /** Empty but for a row of two stages. */
  milestones: PublishedMilestone[]
  /** No classified content may be written about it. */
  sensitive: boolean
  lines: Lines
}

/** A phase of a task. */
export interface PublishedPhase {
  name: string
  expectedResult: string | null
  deadline: DeadlineReading
  lines: Lines
}

/** One of the two stages of “Tham mưu góp ý …, triển khai khi … có hiệu lực”. */
export interface PublishedMilestone {
  kind: "CONTRIBUTION" | "IMPLEMENTATION"
  /** The plan's words. */
  text: string
}

/** A row of Annex I. */
export interface PublishedIndicator {
  /** As printed, e.g. "10.11". */
  code: string
  /** The heading it stands under; null for a numbered row. */
  parentCode: string | null
  /** The same indicator at the other horizon; null where there is none. */
  counterpartCode: string | null
  horizonYear: number
  /** From 1, over both horizons. */
  position: number
  name: string
  /** null where the cell is empty. */
  unit: string | null
  targetText: string
  target: TargetReading
  /** The target is for every year, not for the horizon's end. */
  yearly: boolean
  leadText: string
  lines: Lines
}

/** A measure of part II. */
export interface PublishedMeasure {
  /** "1.1" to "7.5". */
  number: string
  /** Of the paragraph it stands under. */
  heading: string
  /** Without the number. */
  text: string
  lines: Lines
}

/** An obligation of part III. */
export interface PublishedObligation {
  /** "1" to "6". */
  number: string
  /** Without the number. */
  text: string
  lines: Lines
}
