import { badInput, type RequestContext, uuidsAmong } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"

/** How far "given to an agency" reaches. */
export interface AgencyReach {
  /** Also what is given to a group that the agency belonged to. */
  throughGroups: boolean
  /** Also what the agency's predecessors were given. */
  inherited: boolean
}

/** The reach that a filter asks for. */
export function reachOf(filter: { [K in keyof AgencyReach]?: boolean | null }): AgencyReach {
  return { throughGroups: filter.throughGroups === true, inherited: filter.inherited === true }
}

function relationsWithin({ throughGroups, inherited }: AgencyReach): string[] {
  return [
    ...(throughGroups ? ["GROUP"] : []),
    ...(inherited ? ["PREDECESSOR"] : []),
    ...(throughGroups && inherited ? ["PREDECESSOR_GROUP"] : []),
  ]
}

/** The ids under which work may have been given to the agency: its own and those within reach. */
export function agencyIdsWithin(agencyId: RawBuilder<string>, reach: AgencyReach): RawBuilder<string> {
  const kinds = relationsWithin(reach)
  if (kinds.length === 0) return sql<string>`select ${agencyId}`
  return sql<string>`select ${agencyId} union all
    select related_id from agency_relation where agency_id = ${agencyId} and kind = any(${kinds}::text[])`
}

/**
 * The ids under which work may have been given to the agencies that a filter names by id or by code.
 * @param argument the field of the filter, e.g. "filter.lead"
 * @returns a subquery of ids; it has no row where no agency is named
 * @throws BAD_USER_INPUT with reason UNKNOWN_AGENCY, naming the first that does not exist
 */
export async function agenciesNamed(
  ctx: RequestContext,
  names: readonly string[],
  argument: string,
  reach: AgencyReach,
): Promise<RawBuilder<string>> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from agency_reference where code = any(${names}::text[]) or id = any(${uuidsAmong(names)}::uuid[])
  `.execute(ctx.em.getKysely<unknown>())
  const unknown = names.find((name) => !rows.some((row) => row.id === name || row.code === name))
  if (unknown !== undefined)
    throw badInput({
      reason: "UNKNOWN_AGENCY",
      argument,
      message: `Không có cơ quan nào có mã hoặc định danh “${unknown}”`,
      details: { given: unknown },
    })
  if (rows.length === 0) return sql<string>`select null::uuid where false`
  const scopes = rows.map(({ id }) => agencyIdsWithin(sql<string>`${id}::uuid`, reach))
  return sql<string>`${sql.join(scopes, sql` union all `)}`
}
