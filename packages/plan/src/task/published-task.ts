import type { DeadlineReading } from "../deadline/deadline-reading.ts"
import type { PublishedMilestone } from "../milestone/read-milestones.ts"
import type { Lines } from "../text/text-line.ts"

/** A phase of a task that has no deadline of its own (97). */
export interface PublishedPhase {
  name: string
  /** null where the cell is empty. */
  expectedResult: string | null
  deadline: DeadlineReading
  lines: Lines
}

/** A row of Annex II, every cell verbatim. */
export interface PublishedTask {
  /** The printed number, followed by "b", "c" … for further rows under the same number, e.g. "85b". */
  code: string
  /** As printed; null where the row has none. */
  number: string | null
  sectionNumeral: string
  /** Place in the annex, from 1. */
  position: number
  title: string
  leadText: string
  /** "" where the cell is empty. */
  coordinatorText: string
  /** null where the cell is empty. */
  expectedResult: string | null
  deadline: DeadlineReading
  phases: PublishedPhase[]
  /** Two or none. */
  milestones: PublishedMilestone[]
  /** Nothing classified may be entered about it. */
  sensitive: boolean
  /** From its first cell to its last, phases included. */
  lines: Lines
}
