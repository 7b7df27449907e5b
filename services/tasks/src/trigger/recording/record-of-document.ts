import { batched, grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import { DocumentRecording } from "../document-recording.ts"

/** The most entries that are read of one document, the newest first: its whole record but for a strange one. */
const MOST_ENTRIES = 100

/** What was recorded of a document, the newest first; of one that was merged into another, of that one. */
export const recordOfDocument = batched(
  async (ctx, documentIds: readonly string[]): Promise<DocumentRecording[][]> => {
    const { rows } = await sql<{ asked_id: string }>`
      select g.id as asked_id, r.* from awaited_document g
      cross join lateral (
        select * from document_recording r where r.document_id = coalesce(g.merged_into, g.id)
        order by r.id desc limit ${MOST_ENTRIES}
      ) r
      where g.id = any(${documentIds}::uuid[]) order by r.id desc`.execute(ctx.em.getKysely<unknown>())
    const entries = rows.map(({ asked_id, ...columns }) => ({
      askedId: asked_id,
      entry: ctx.em.map(DocumentRecording, columns as never),
    }))
    return grouped(documentIds, entries, ({ askedId }) => askedId).map((own) => own.map(({ entry }) => entry))
  },
)
