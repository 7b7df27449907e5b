import { historyOf, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { readableLetters } from "../reminder/readable-reminders.ts"

/** Who drafted, changed and sent a letter that urges an agency; no letter is public. */
export const historyOfReminder = historyOf(({ viewer }) => ({
  sources: [
    {
      entity: "reminder_letter",
      ids: sql`select l.id from reminder_letter l where l.id = ${parentId} and ${readableLetters(viewer)}`,
    },
  ],
  names: sql`select id, name from agency_reference union all select id, code from task`,
}))
