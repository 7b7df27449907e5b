import { badInput, type RequestContext } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"

/** How far "given to an agency" reaches. */
export interface AgencyReach {
  /** Also what is given to a group that the agency belonged to. */
  throughGroups: boolean
  /** Also what the agency's predecessors were given. */
  inherited: boolean
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
 * The ids of agencies that a filter names by id or by code.
 * @throws BAD_USER_INPUT with reason UNKNOWN_AGENCY, naming the first that does not exist
 */
export async function agencyIdsOf(
  ctx: RequestContext,
  names: readonly string[],
  argument: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from agency_reference where code = any(${names}::text[]) or id::text = any(${names}::text[])
  `.execute(ctx.em.getKysely<unknown>())
  return names.map((name) => {
    const found = rows.find((row) => row.id === name || row.code === name)
    if (found === undefined)
      throw badInput({
        reason: "UNKNOWN_AGENCY",
        argument,
        message: `Không có cơ quan nào có mã hoặc định danh “${name}”`,
        details: { given: name },
      })
    return found.id
  })
}
