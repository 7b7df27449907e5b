import { type RawBuilder, sql } from "kysely"
import type { Connection } from "../connection/connection-type.ts"
import { listBelow } from "../connection/list.ts"
import { OrderDirection } from "../connection/order-direction.ts"
import { type PageArguments, type PageRequest, pageRequestOf } from "../connection/page-arguments.ts"
import type { RequestContext } from "../context/request-context.ts"
import { Change } from "./change.ts"

/** The rows of one table whose entries belong to an object's history. */
export interface HistorySource {
  /** As the history calls the table, e.g. "progress_report". */
  entity: string
  /**
   * A query of one column with the ids of those that somebody may read: also where they were not published, for a history
   * tells what they were before. It names the object by `parentId`.
   */
  ids: RawBuilder<unknown>
}

/** What the history of an object is made of. */
export interface HistoryParts {
  sources: readonly [HistorySource, ...HistorySource[]]
  /** A query of the columns `id` (uuid) and `name`: what the rows point to; absent: nothing that has a name. */
  names?: RawBuilder<unknown>
}

const UUIDS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

/**
 * Makes a loader for the history of objects, the newest change first: for all objects of a request one statement, and
 * one more for all their totals.
 * @example
 * const historyOfPlan = historyOf(() => ({ sources: [{ entity: "plan", ids: sql`select ${parentId}` }] }))
 * @param idType in the database, of the objects' identifiers
 */
export function historyOf(
  parts: (ctx: RequestContext) => HistoryParts,
  idType: "uuid" | "text" = "uuid",
): (ctx: RequestContext, id: string, page: PageArguments) => Promise<Connection<Change>> {
  const history = listBelow(async (ctx, page: PageRequest) => {
    const { sources, names } = parts(ctx)
    const entries = sources.map(
      ({ entity, ids }) => sql`
        select entry.* from (${ids}) as touched(id)
        join audit_entry entry on entry.entity = ${entity} and entry.entity_id = touched.id::text`,
    )
    const named =
      names === undefined
        ? sql`null::jsonb`
        : sql`(select jsonb_object_agg(named.id, named.name)
            from regexp_matches(coalesce(a.before::text, '') || coalesce(a.after::text, ''), ${UUIDS}, 'g') as found(match)
            join (${names}) named on named.id = found.match[1]::uuid)`
    return {
      entity: Change,
      from: sql`(${sql.join(entries, sql` union all `)}) a`,
      columns: sql`current_schema() || ':' || a.id as id, a.at, a.action, a.entity, a.actor, a.actor_kind, a.actor_name, a.actor_role, a.reason,
        a.before, a.after, ${named} as names`,
      conditions: [],
      ordering: {
        name: "AT",
        direction: OrderDirection.DESC,
        keys: [{ expression: sql`a.id`, type: "bigint" }],
      },
      page,
    }
  }, idType)
  return (ctx, id, page) => history(ctx, id, pageRequestOf(page))
}
