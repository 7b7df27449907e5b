import type { CalendarDate } from "@plan43/calendar"
import type { TaskStatus } from "@plan43/official-tally"

/** A task as a round reports it: its cells as printed, and where it stood at the end of the cut-off. */
export interface ReportedTask {
  id: string
  planNumber: string
  planIssuedOn: CalendarDate
  planIssuer: string
  code: string
  /** As printed; null where the row has none. */
  number: string | null
  sectionNumeral: string
  sectionTitle: string
  title: string
  leadText: string
  coordinatorText: string
  expectedResult: string | null
  deadlineText: string
  status: TaskStatus
  /** The last day in time, extensions included; null: it has none. Absent where a round was locked before it was kept. */
  dueOn?: CalendarDate | null
  /** Who then answered for the bodies of the lead cell; a class stands for itself. */
  leadIds: readonly string[]
}
