import type { CalendarDate } from "@plan43/calendar"
import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import { DocumentRecording } from "../document-recording.ts"

/** A document, and the day by whose end it was recorded. */
export interface DocumentOnDay {
  documentId: string
  asOf: CalendarDate
}

/**
 * What was known of a document by the end of a day; null where it was not recorded as issued. Of a document that was merged
 * into another, what is known of that one.
 */
export const documentAsOf = batched(
  async (ctx, keys: readonly DocumentOnDay[]): Promise<(DocumentRecording | null)[]> => {
    const { rows } = await sql<{ asked_position: string }>`
      select asked.position as asked_position, r.* from
        unnest(${keys.map((key) => key.documentId)}::uuid[], ${keys.map((key) => key.asOf)}::date[])
          with ordinality as asked(document_id, as_of, position)
      join awaited_document g on g.id = asked.document_id
      cross join lateral (
        select * from document_recording r
        where r.document_id = coalesce(g.merged_into, g.id) and r.recorded_on <= asked.as_of
        order by r.id desc limit 1
      ) r where r.act <> 'REVOKED'`.execute(ctx.em.getKysely<unknown>())
    const byPosition = new Map(
      rows.map(({ asked_position, ...columns }) => [
        Number(asked_position),
        ctx.em.map(DocumentRecording, columns as never),
      ]),
    )
    return keys.map((_key, index) => byPosition.get(index + 1) ?? null)
  },
  ({ documentId, asOf }) => `${documentId} ${asOf}`,
)
