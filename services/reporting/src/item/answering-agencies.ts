import { membersOn } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { type RawBuilder, sql } from "kysely"

/**
 * Items (alias `item`) with the agencies (alias `agency`) that answer for them on a day, for a from clause; one that its cell names
 * several times comes several times, with the places of the cell (alias `mention`). It is the agency that the cell of leads names,
 * or whoever answers for it, after a split whom the item went to; in the place of a class its members of that day, and nobody for
 * one whose members nobody listed.
 */
export function itemsWithAnsweringAgencies(day: CalendarDate): RawBuilder<unknown> {
  return sql`report_item item join report_item_agency mention on mention.item_id = item.id
    left join lateral answering_agencies(item.id, mention.agency_id, ${day}::date) answering on true
    cross join lateral (select coalesce(answering.answering_id, mention.agency_id) as id) body
    left join lateral (${membersOn(sql<string>`body.id`, day)}) member on true
    join agency_reference agency on agency.id = coalesce(member.member_id, body.id) and agency.kind <> 'GROUP'`
}
