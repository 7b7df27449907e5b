import { badInput, type RequestContext, uuidsAmong } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { THE_REST } from "./divided-agencies.ts"

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
 * What was given to one whom an agency followed, but went to another successor: part of a condition beside
 * {@link agencyIdsWithin}.
 * @param subject the id of a task, an indicator or an obstacle, e.g. sql`ta.task_id`
 * @param given the agency whose it was, e.g. sql`ta.agency_id`
 */
export type Withheld = (subject: RawBuilder<unknown>, given: RawBuilder<unknown>) => RawBuilder<SqlBool>

/** What is withheld from an agency: nothing, where nothing was divided. */
export function withheldFrom(agencyId: RawBuilder<string>): Withheld {
  return (subject, given) => sql<SqlBool>`exists (select 1 from agency_withheld kept
    where kept.agency_id = ${agencyId} and kept.given_id = ${given}
      and kept.subject_id = case when exists (select 1 from agency_subject divided where divided.id = ${subject})
        then ${subject} else ${THE_REST}::uuid end)`
}

/** The ids under which work may have been given to agencies, and what of it went to others. */
export interface AgenciesWithin {
  /** A subquery of ids; it has no row where no agency is named. */
  ids: RawBuilder<string>
  withheld: Withheld
}

/** What one agency may have been given. */
export function agencyWithin(agencyId: RawBuilder<string>, reach: AgencyReach): AgenciesWithin {
  return { ids: agencyIdsWithin(agencyId, reach), withheld: withheldFrom(agencyId) }
}

/**
 * What the agencies may have been given that a filter names by id or by code.
 * @param argument the field of the filter, e.g. "filter.lead"
 * @throws BAD_USER_INPUT with reason UNKNOWN_AGENCY, naming the first that does not exist
 */
export async function agenciesWithin(
  ctx: RequestContext,
  names: readonly string[],
  argument: string,
  reach: AgencyReach,
): Promise<AgenciesWithin> {
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
  const each = rows.map(({ id }) => agencyWithin(sql<string>`${id}::uuid`, reach))
  const [only, ...others] = each
  if (only === undefined)
    return { ids: sql<string>`select null::uuid where false`, withheld: () => sql<SqlBool>`false` }
  if (others.length === 0) return only
  return {
    ids: sql<string>`${sql.join(
      each.map(({ ids }) => ids),
      sql` union all `,
    )}`,
    withheld: (subject, given) =>
      sql<SqlBool>`(${sql.join(
        each.map(({ ids, withheld }) => sql`(${given} not in (${ids}) or ${withheld(subject, given)})`),
        sql` and `,
      )})`,
  }
}

/** The ids alone: of rows that no split divides. */
export async function agenciesNamed(
  ...asked: Parameters<typeof agenciesWithin>
): Promise<RawBuilder<string>> {
  return (await agenciesWithin(...asked)).ids
}
