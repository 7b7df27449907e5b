import { randomUUID } from "node:crypto"
import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  recordAudit,
  recordOnce,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { inboxSignal, writeSignals } from "../live/signal.ts"
import { personKeysOf } from "../recipient/person-keys.ts"

/** Marked at once at most. */
export const MOST_MARKED = 200

/**
 * Notes that the viewer has read notices: those named, or all that there are now.
 * @param ids null: all; those of other people are passed over
 * @returns how many the viewer has still not read, or refusals: TOO_MANY
 */
export async function markRead(
  ctx: RecordingContext,
  request: RecordingRequest,
  ids: readonly string[] | null,
): Promise<Outcome<number>> {
  if (ids !== null && ids.length > MOST_MARKED) return { refusals: [TOO_MANY] }
  const keys = personKeysOf(ctx.viewer)
  const known = ids?.flatMap((id) => uuidOf(id) ?? []) ?? null
  return recordOnce(ctx, request, { read: known }, randomUUID(), {
    write: async (em) => {
      const { rows } = await sql<{ id: string; person: string }>`update inbox_entry set read_at = now()
        where person = any(${keys}::text[]) and read_at is null and (${known}::uuid[] is null or id = any(${known}::uuid[]))
        returning id, person`.execute(em.getKysely<unknown>())
      if (rows.length === 0) return
      await recordAudit(em, ctx, {
        action: "inbox.read",
        entity: "inbox",
        entityId: ctx.viewer.id,
        before: null,
        after: JSON.stringify({ read: rows.length }),
        reason: request.reason ?? null,
      })
      await writeSignals(em, [...new Set(rows.map(({ person }) => person))].map(inboxSignal))
    },
    read: async (em) => {
      const { rows } = await sql<{ unread: number }>`select count(*)::integer as unread from inbox_entry
        where person = any(${keys}::text[]) and read_at is null`.execute(em.getKysely<unknown>())
      return rows[0]?.unread ?? 0
    },
  })
}

const TOO_MANY = {
  reason: "TOO_MANY",
  field: "ids",
  message: `Mỗi lần đánh dấu nhiều nhất ${MOST_MARKED} thông báo; bỏ trống để đánh dấu tất cả`,
}
