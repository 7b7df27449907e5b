import { type ShownFunction, shownFunctionSql } from "@plan43/subgraph"
import { sql } from "kysely"

/** Who acted for an agency on any day between two, both included: as its head or as its officer. */
const scoredPeople: ShownFunction = {
  name: "scored_people",
  parameters: { from_day: "date", to_day: "date" },
  columns: {
    id: "uuid",
    subject: "text",
    email: "text",
    name: "text",
    role: "text",
    agency_id: "uuid",
    valid_from: "date",
    valid_to: "date",
  },
  body: sql`
    select p.id, p.subject, p.email, p.name, p.role, p.agency_id, p.valid_from, p.valid_to from person_assignment p
    where p.withdrawn_at is null and p.role in ('AGENCY_HEAD', 'AGENCY_OFFICER')
      and daterange(p.valid_from, p.valid_to, '[]') && daterange(from_day, to_day, '[]')
    order by p.name collate "vi-x-icu", p.valid_from, p.id`,
  to: "reporting",
}

/** Whose work scorecards tell, for a migration. */
export function shownToScorecardsSql(): string[] {
  return shownFunctionSql(scoredPeople)
}
