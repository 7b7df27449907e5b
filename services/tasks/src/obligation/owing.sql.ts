import { answeredForBy, answeredOf } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/**
 * Who owes a task on a day, one row (`agency_id`, `given_to`, `position`) for each agency: those that the lead cell
 * names or, where they have ended, those that answer for them; in the place of a class, its members on that day, or the class
 * itself where nobody has said who belongs to it. An agency that is named and belongs to a named class owes once, by name.
 * A function of the database: see the migration "who-owes".
 * @param taskId e.g. sql`t.id`
 */
export function owingSql(
  taskId: RawBuilder<unknown>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<unknown> {
  return sql`owing_agencies(${taskId}, ${day}::date)`
}

/**
 * Those whose completion is that of the whole task on a day, one row (`agency_id`) for each: all that owe it or, where one is
 * marked as responsible, whoever answers for that one.
 */
export function decidingSql(
  taskId: RawBuilder<unknown>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<unknown> {
  return sql`deciding_agencies(${taskId}, ${day}::date)`
}

/** What an agency owes, in SQL. */
export interface Owed {
  taskId: RawBuilder<unknown>
  agencyId: RawBuilder<string>
}

/**
 * Whether a fact's agency is the one that owes, or one for which it answers on that day of that task. These are looked up once
 * for an obligation, and its facts are then found by the index of tasks and agencies.
 */
export function isOfObligation(
  factAgency: RawBuilder<unknown>,
  { taskId, agencyId }: Owed,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${factAgency} = any(array(select ${agencyId} union all ${answeredOf(taskId, agencyId, day)}))`
}

/**
 * The same of facts of whatever tasks: those of agencies for which it answers at all are found by the index of agencies, and
 * only they are held against their tasks.
 */
export function isOfAnyObligation(
  factAgency: RawBuilder<unknown>,
  owed: Owed,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<SqlBool> {
  const { agencyId } = owed
  return sql<SqlBool>`(${factAgency} = any(array(select ${agencyId} union all ${answeredForBy(agencyId, day)}))
    and ${isOfObligation(factAgency, owed, day)})`
}
