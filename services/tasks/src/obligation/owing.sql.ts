import { answeredForBy, answeringFor, membersOn } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/**
 * Who owes a task on a day, one row (`agency_id`, `given_to`, `position`) for each agency: those that the lead cell
 * names or, where they have ended, those that answer for them; in the place of a class, its members on that day, or the class
 * itself where nobody has said who belongs to it. An agency that is named and belongs to a named class owes once, by name.
 * @param taskId e.g. sql`t.id`
 */
export function owingSql(
  taskId: RawBuilder<unknown>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<unknown> {
  return sql`(
    select distinct on (owes.agency_id) owes.agency_id, owes.given_to, owes.position from (
      select coalesce(member.member_id, body.id) as agency_id, mention.agency_id as given_to, mention.position,
        member.member_id is not null as by_class
      from task_agency mention
      left join lateral (${answeringFor(sql.ref<string>("mention.agency_id"), day)}) answers on true
      cross join lateral (select coalesce(answers.answering_id, mention.agency_id) as id) body
      left join lateral (${membersOn(sql.ref<string>("body.id"), day)}) member on true
      where mention.task_id = ${taskId} and mention.role = 'LEAD' and mention.agency_id is not null
    ) owes
    order by owes.agency_id, owes.by_class, owes.position
  )`
}

/** Whether a fact's agency is the one that owes, or one for which it answers on that day. */
export function isOfObligation(
  factAgency: RawBuilder<unknown>,
  owing: RawBuilder<string>,
  day: CalendarDate | RawBuilder<string>,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${factAgency} = ${owing} or ${factAgency} in (${answeredForBy(owing, day)}))`
}
