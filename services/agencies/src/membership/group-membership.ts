import type { CalendarDate } from "@plan43/calendar"
import { batched, listBelow, type PageRequest, parentId } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Agency } from "../agency/agency.ts"
import { agencyList } from "../agency/find-agencies.ts"

/** Agencies (alias `a`) that belong to a group on a day. */
export function belongsTo(groupId: RawBuilder<string>, day: CalendarDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select 1 from group_membership m where m.group_id = ${groupId} and m.member_id = a.id
      and coalesce(m.valid_from, '-infinity') <= ${day}::date
      and ${day}::date <= least(coalesce(m.valid_to, 'infinity'), coalesce(a.valid_to, 'infinity'))
      and exists (select 1 from agency g where g.id = m.group_id and ${day}::date <= coalesce(g.valid_to, 'infinity')))`
}

/** What a list of members is asked for with. */
export interface MembersRequest {
  asOf: CalendarDate
  page: PageRequest
}

/** The members of a group on a day, by name. */
export const membersOf = listBelow(async (_ctx, { asOf, page }: MembersRequest) =>
  agencyList([sql<SqlBool>`a.withdrawn_at is null`, belongsTo(parentId, asOf)], null, page),
)

/** An agency, and the day that is asked about. */
export interface AgencyOnDay {
  agencyId: string
  asOf: CalendarDate
}

/** The groups to which an agency belongs on a day, by name. */
export const groupsOf = batched(
  async (ctx, keys: readonly AgencyOnDay[]): Promise<Agency[][]> => {
    const { rows } = await sql<{ position: string }>`
      select asked.position, a.* from unnest(${keys.map((key) => key.agencyId)}::uuid[], ${keys.map((key) => key.asOf)}::date[])
        with ordinality as asked(agency_id, as_of, position)
      join group_membership m on m.member_id = asked.agency_id
        and coalesce(m.valid_from, '-infinity') <= asked.as_of and asked.as_of <= coalesce(m.valid_to, 'infinity')
      join agency a on a.id = m.group_id and asked.as_of <= coalesce(a.valid_to, 'infinity')
      join agency member on member.id = m.member_id and asked.as_of <= coalesce(member.valid_to, 'infinity')
      order by a.name collate "vi-x-icu"`.execute(ctx.em.getKysely<unknown>())
    const groups = keys.map((): Agency[] => [])
    for (const { position, ...columns } of rows)
      groups[Number(position) - 1]?.push(ctx.em.map(Agency, columns as never))
    return groups
  },
  ({ agencyId, asOf }) => `${agencyId} ${asOf}`,
)
