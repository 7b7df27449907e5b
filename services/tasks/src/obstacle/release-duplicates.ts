import type { EntityManager } from "@mikro-orm/postgresql"
import { type RecordingContext, recordAudits } from "@plan43/subgraph"
import { sql } from "kysely"
import type { ObstacleState } from "./obstacle-state.ts"
import { recordStep } from "./record-step.ts"

/**
 * Takes the obstacles that were merged into one that is withdrawn out of it again: those who raised them still wait for an
 * answer. Each goes back to where it was, with a new clock, and its step says why.
 */
export async function releaseDuplicates(em: EntityManager, ctx: RecordingContext, id: string): Promise<void> {
  const db = em.getKysely<unknown>()
  const { rows: duplicates } = await sql<{
    id: string
    state_before: ObstacleState
    row: string
    into: number
  }>`
    select o.id, o.state_before, (to_jsonb(o) - 'search_text')::text as row, target.number as into
    from obstacle o join obstacle target on target.id = o.merged_into
    where o.merged_into = ${id} order by o.number for update of o`.execute(db)
  for (const { id: duplicate, state_before: to, row: before, into } of duplicates) {
    const words = `VM-${into} mà vướng mắc này được gộp vào đã được rút`
    await sql`update obstacle set merged_into = null, state = ${to}, words = ${words}, document_number = null,
        document_issued_on = null, document_issuer = null, document_link = null, document_file_ids = '{}',
        version = version + 1, updated_at = now()
      where id = ${duplicate}`.execute(db)
    await recordStep(em, ctx, duplicate, { action: "UNMERGE", to, before: null })
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(o) - 'search_text')::text as row from obstacle o where o.id = ${duplicate}`.execute(db)
    await recordAudits(em, ctx, [
      {
        ...{ action: "obstacle.unmerge", entity: "obstacle", entityId: duplicate, reason: words },
        ...{ before, after: rows[0]?.row ?? null },
      },
    ])
  }
}
