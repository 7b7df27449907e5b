import type { EntityManager } from "@mikro-orm/postgresql"
import type { RecordingContext, RecordingRequest } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"
import type { DocumentAct } from "../document-recording.ts"

/** Columns that an entry of a document's record takes from the one before it unless it gives them. */
const KEPT = [
  "kind",
  "number",
  "name",
  "issuer",
  "issued_on",
  "effective_on",
  "link",
  "file_ids",
  "due_days",
] as const

type KeptColumn = (typeof KEPT)[number]
type EndColumn = "ended_on" | "successor_number" | "successor_name" | "successor_link"

/** What an entry of a document's record gives anew; absent: as it was. */
export type RecordingColumns = Readonly<
  Partial<Record<KeptColumn | EndColumn, string | number | readonly string[] | null>>
>

/** Adds an entry to a document's record: all that is known of it from now on. */
export async function appendRecording(
  em: EntityManager,
  { viewer, today }: Pick<RecordingContext, "viewer" | "today">,
  { reason }: Pick<RecordingRequest, "reason">,
  documentId: string,
  act: DocumentAct,
  given: RecordingColumns,
): Promise<void> {
  const ends = ["ended_on", "successor_number", "successor_name", "successor_link"] as const
  const columns = [...KEPT, ...ends]
  const value = (column: (typeof columns)[number]): RawBuilder<unknown> =>
    column in given || !isKept(column) ? sql`given.${sql.ref(column)}` : sql`last.${sql.ref(column)}`
  await sql`
    insert into document_recording (document_id, act, reason, recorded_on, recorded_by, recorded_by_name,
      ${sql.join(columns.map((column) => sql.ref(column)))})
    select ${documentId}::uuid, ${act}, ${reason ?? null}, ${today}::date, ${viewer.id}, ${viewer.name},
      ${sql.join(columns.map((column) => (column === "file_ids" ? sql`coalesce(${value(column)}, '{}')` : value(column))))}
    from jsonb_populate_record(null::document_recording, ${JSON.stringify(given)}::jsonb) given
    left join lateral (
      select * from document_recording r where r.document_id = ${documentId}::uuid order by r.id desc limit 1
    ) last on true`.execute(em.getKysely<unknown>())
}

function isKept(column: KeptColumn | EndColumn): column is KeptColumn {
  return (KEPT as readonly string[]).includes(column)
}
