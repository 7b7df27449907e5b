import type { TargetReading } from "../target/target-reading.ts"
import type { Lines } from "../text/text-line.ts"

/** The years by which Annex I sets its targets. */
export type HorizonYear = 2030 | 2045

/** A row of Annex I, every cell verbatim. */
export interface PublishedIndicator {
  /** As printed, e.g. "10.11". */
  code: string
  /** The row that heads this one, e.g. "10" for "10.11". */
  parentCode: string | null
  /** The same indicator at the other horizon, e.g. "36" for "1". */
  counterpartCode: string | null
  horizonYear: HorizonYear
  /** Place in the annex, from 1. */
  position: number
  name: string
  /** null where the cell is empty. */
  unit: string | null
  targetText: string
  target: TargetReading
  /** The target is to be met every year, not once by the horizon. */
  yearly: boolean
  /** The body that follows and evaluates; "" for a heading of sub-rows. */
  leadText: string
  lines: Lines
}
