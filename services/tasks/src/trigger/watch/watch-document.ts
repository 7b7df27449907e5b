import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { dueDaysRefusals } from "../recording/document-details.ts"
import { Trigger } from "../trigger.ts"

const DOCUMENT = { entity: Trigger, table: "awaited_document" } as const

/** Whoever asks now watches over the document, instead of whoever did. */
export function watchDocument(ctx: RecordingContext, request: RecordingRequest, standing: StandingRow) {
  const { id, name } = ctx.viewer
  return recordRow(ctx, request, {
    ...DOCUMENT,
    standing,
    action: "watched",
    columns: { watcher_id: id, watcher_name: name, watcher_email: null, watcher_assignment_id: null },
  })
}

/** Nobody watches over the document. */
export function unwatchDocument(ctx: RecordingContext, request: RecordingRequest, standing: StandingRow) {
  return recordRow(ctx, request, {
    ...DOCUMENT,
    standing,
    action: "unwatched",
    columns: { watcher_id: null, watcher_name: null, watcher_email: null, watcher_assignment_id: null },
  })
}

/** Somebody looked today whether the document has been issued: it has not. */
export function markDocumentChecked(ctx: RecordingContext, request: RecordingRequest, standing: StandingRow) {
  return recordRow(ctx, request, {
    ...DOCUMENT,
    standing,
    action: "checked",
    columns: { last_checked_on: ctx.today, last_checked_by: ctx.viewer.name },
  })
}

/**
 * Sets how many days after its start a task that waits for the document is due. Of a document that was recorded already, a
 * correction sets it: due dates would change, and that is previewed.
 * @returns the document, or refusals: those of `recordRow`, DUE_DAYS_OUT_OF_RANGE, ALREADY_RECORDED
 */
export async function setDueDays(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  dueDays: number,
): Promise<Outcome<Trigger>> {
  const refusals = dueDaysRefusals(dueDays)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    ...DOCUMENT,
    standing,
    action: "due-days-set",
    columns: { due_days: String(dueDays) },
    check: async (em, id) => {
      const document = await em.findOneOrFail(Trigger, { id }, { refresh: true })
      if (document.issuedOn !== null) throw new Refused([ALREADY_RECORDED])
    },
    alsoWrite: async (em, id) => {
      await sql`update awaited_document set due_days = ${dueDays} where merged_into = ${id}::uuid`.execute(
        em.getKysely<unknown>(),
      )
    },
  })
}

const ALREADY_RECORDED: Refusal = {
  reason: "ALREADY_RECORDED",
  field: "dueDays",
  message: "Văn bản đã được ghi nhận; hãy sửa ghi nhận để đổi số ngày, sau khi xem trước tác động",
}
