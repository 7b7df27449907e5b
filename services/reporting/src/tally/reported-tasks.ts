import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { grouped } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"
import type { ReportedTask } from "./reported-task.ts"

/** The day up to which a round (alias `e`) tells everything: its cut-off, or today where that comes first. */
export function toldUpTo(today: CalendarDate): RawBuilder<CalendarDate> {
  return sql<CalendarDate>`least(e.cut_off_on, ${today}::date)`
}

/** The tasks of each round in the order of the plan, as tasks shows them to this subgraph; one statement. */
export async function reportedTasks(
  em: EntityManager,
  roundIds: readonly string[],
  today: CalendarDate,
): Promise<ReportedTask[][]> {
  const { rows } = await sql<ReportedTask & { roundId: string }>`
    select e.id as "roundId", t.id, t.plan_number as "planNumber", t.plan_issued_on as "planIssuedOn",
      t.plan_issuer as "planIssuer", t.code, t.number, t.section_numeral as "sectionNumeral",
      t.section_title as "sectionTitle", t.title, t.lead_text as "leadText", t.coordinator_text as "coordinatorText",
      t.expected_result as "expectedResult", t.deadline_text as "deadlineText", t.status, t.lead_ids as "leadIds"
    from round e cross join lateral tasks.reported_tasks(${toldUpTo(today)}) with ordinality t
    where e.id = any(${roundIds}::uuid[]) order by e.id, t.ordinality`.execute(em.getKysely<unknown>())
  return grouped(roundIds, rows, ({ roundId }) => roundId).map((found) =>
    found.map(({ roundId: _ofRound, ...task }) => task),
  )
}
