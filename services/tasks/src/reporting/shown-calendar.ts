import { type ShownFunction, shownFunctionSql } from "@plan43/subgraph"
import { sql } from "kysely"

/** Days that are not what their place in the week says: when offices are open decides when agencies are told of something. */
const reportedExceptions: ShownFunction = {
  name: "reported_calendar_exceptions",
  parameters: {},
  columns: { day: "date", kind: "text" },
  body: sql`select e.day, e.kind from calendar_exception e where e.withdrawn_at is null order by e.day`,
  to: "reporting",
}

/** What the reporting subgraph may know of the working calendar, for a migration; a test says when it has to be made anew. */
export function calendarShownSql(): string[] {
  return shownFunctionSql(reportedExceptions)
}
