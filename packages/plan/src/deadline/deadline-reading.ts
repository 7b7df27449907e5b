import type { CalendarDate } from "@plan43/calendar"
import type { TriggerReading } from "../trigger/trigger-reading.ts"

/** The forms that a deadline of the plan has. */
export type DeadlineKind =
  | "MONTH"
  | "QUARTER"
  | "YEAR"
  | "YEAR_RANGE"
  | "OPEN_ENDED"
  | "CONTINUOUS"
  | "ANNUAL"
  | "AFTER_TRIGGER"
  | "ON_GUIDANCE"
  | "PHASED"

/** A cell "Thời gian hoàn thành" and what it means; a relative deadline stays relative. */
export interface DeadlineReading {
  /** Verbatim; "" where phases have deadlines of their own. */
  text: string
  kind: DeadlineKind
  /** The first day, where the text names one. */
  startsOn: CalendarDate | null
  /** The last day on time; null where the text sets none, and for ANNUAL: 31 December of every year. */
  dueOn: CalendarDate | null
  /** The documents awaited, all of them; empty for other kinds than AFTER_TRIGGER and ON_GUIDANCE. */
  triggers: TriggerReading[]
}
