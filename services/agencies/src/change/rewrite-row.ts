import type { EntityManager } from "@mikro-orm/postgresql"
import { type RecordingContext, recordAudit } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"

/** One row that a change touches, and what the history says of it. */
export interface RowOfChange {
  table: "agency" | "agency_change" | "person_assignment"
  id: string
  /** e.g. "agency.ended" */
  action: string
  reason: string | null
}

/**
 * Writes a row, with its entry in the history.
 * @param statement adds or changes exactly that row
 */
export async function rewriteRow(
  em: EntityManager,
  ctx: RecordingContext,
  { table, id, action, reason }: RowOfChange,
  statement: RawBuilder<unknown>,
): Promise<void> {
  const before = await snapshot(em, table, id)
  await statement.execute(em.getKysely<unknown>())
  await recordAudit(em, ctx, {
    action,
    entity: table,
    entityId: id,
    before,
    after: await snapshot(em, table, id),
    reason,
  })
}

/** The row as the history keeps it; null where there is none. */
async function snapshot(em: EntityManager, table: string, id: string): Promise<string | null> {
  const { rows } = await sql<{ row: string }>`select (to_jsonb(stored) - 'search_text')::text as row
    from ${sql.table(table)} stored where id = ${id}`.execute(em.getKysely<unknown>())
  return rows[0]?.row ?? null
}

/** Changes are written one after the other: what one was checked against still holds when it is written. */
export async function oneAtATime(em: EntityManager): Promise<void> {
  await sql`lock table agency_change in share row exclusive mode`.execute(em.getKysely<unknown>())
}
