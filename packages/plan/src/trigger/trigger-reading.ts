import type { CalendarDate } from "@plan43/calendar"

/** The kinds of document that a task can wait for. */
export type TriggerKind =
  | "LAW"
  | "RESOLUTION"
  | "DECREE"
  | "DECISION"
  | "SCHEME"
  | "PROGRAMME"
  | "STRATEGY"
  | "CRITERIA"
  | "POLICY"
  | "REGULATION"
  | "GUIDANCE"

/** What must have happened to the document. */
export type TriggerEvent = "ISSUED" | "APPROVED" | "IN_FORCE" | "GUIDED"

/** A document that a deadline names. */
export interface TriggerReading {
  kind: TriggerKind
  /** The document in the plan's words, e.g. "Đề án của Bộ Nội vụ". */
  title: string
  /** Who issues or approves it, where the deadline says so. */
  issuer: string | null
  event: TriggerEvent
  /** The task does not start earlier even if the document comes; null where nothing is said. */
  notBefore: CalendarDate | null
}
