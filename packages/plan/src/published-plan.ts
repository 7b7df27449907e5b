import type { CalendarDate } from "@plan43/calendar"
import type { PublishedIndicator } from "./indicator/published-indicator.ts"
import type { PublishedMeasure } from "./measure/read-measures.ts"
import type { PublishedObligation } from "./obligation/read-obligations.ts"
import type { PublishedSection } from "./section/published-section.ts"
import type { PublishedTask } from "./task/published-task.ts"

/** All that the product keeps of a plan as published; every piece names its lines. */
export interface PublishedPlan {
  /** As printed, e.g. "43/KH-UBND"; repeats between years. */
  number: string
  title: string
  issuedOn: CalendarDate
  effectiveOn: CalendarDate
  issuer: string
  signer: string
  /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
  textSha256: string
  sections: PublishedSection[]
  tasks: PublishedTask[]
  indicators: PublishedIndicator[]
  measures: PublishedMeasure[]
  obligations: PublishedObligation[]
}
