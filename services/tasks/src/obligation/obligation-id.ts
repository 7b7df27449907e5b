import { uuidOf } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"

/** What an obligation is known by: it is worked out and stored nowhere. */
export interface ObligationKey {
  taskId: string
  agencyId: string
}

/**
 * The identifier of what an agency owes of a task; it stays the same whatever is recorded. Addresses of the console hold it:
 * what has a dot there is taken for a file.
 */
export function obligationIdOf({ taskId, agencyId }: ObligationKey): string {
  return `${taskId}_${agencyId}`
}

/** {@link obligationIdOf} in SQL. */
export function obligationIdSql(
  taskId: RawBuilder<unknown>,
  agencyId: RawBuilder<unknown>,
): RawBuilder<string> {
  return sql<string>`(${taskId} || '_' || ${agencyId})`
}

/** @returns null for what is no identifier of an obligation */
export function readObligationId(id: string): ObligationKey | null {
  const [task = "", agency = "", ...more] = id.split("_")
  const [taskId, agencyId] = [uuidOf(task), uuidOf(agency)]
  return taskId === null || agencyId === null || more.length > 0 ? null : { taskId, agencyId }
}
