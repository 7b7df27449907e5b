import { uuidOf } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"

/** What an obligation is known by: it is worked out and stored nowhere. */
export interface ObligationKey {
  taskId: string
  agencyId: string
}

const SEPARATOR = "_"

/**
 * The identifier of what an agency owes of a task; it stays the same whatever is recorded. Addresses of the console hold it:
 * what has a dot there is taken for a file.
 */
export function obligationIdOf({ taskId, agencyId }: ObligationKey): string {
  return `${taskId}${SEPARATOR}${agencyId}`
}

/** {@link obligationIdOf} in SQL. */
export function obligationIdSql(
  taskId: RawBuilder<unknown>,
  agencyId: RawBuilder<unknown>,
): RawBuilder<string> {
  return sql<string>`(${taskId} || ${sql.lit(SEPARATOR)} || ${agencyId})`
}

/** The two identifiers in that of an obligation, in SQL. */
export function obligationKeySql(id: RawBuilder<string>): { [K in keyof ObligationKey]: RawBuilder<string> } {
  const part = (position: number) =>
    sql<string>`split_part(${id}, ${sql.lit(SEPARATOR)}, ${sql.lit(position)})::uuid`
  return { taskId: part(1), agencyId: part(2) }
}

/** @returns null for what is no identifier of an obligation */
export function readObligationId(id: string): ObligationKey | null {
  const [task = "", agency = "", ...more] = id.split(SEPARATOR)
  const [taskId, agencyId] = [uuidOf(task), uuidOf(agency)]
  return taskId === null || agencyId === null || more.length > 0 ? null : { taskId, agencyId }
}
