import type { EntityManager } from "@mikro-orm/postgresql"
import type { Identity } from "@plan43/authorization"
import { type Refusal, Refused, uuidOf } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/** Files at one row. */
export const MOST_FILES = 10

/** What files are attached to. */
export interface Attachment {
  /** The input that names the files, e.g. "result.fileIds". */
  field: string
  /** For the history of the file, e.g. "progress_report 12". */
  owner: string
  /** Whether whoever attaches may read a file (alias `f`) that was attached to something before. */
  readable: RawBuilder<SqlBool>
}

/**
 * Attaches files to a row, in the transaction that writes the row: complete ones, which whoever records uploaded
 * and has not used yet, or may read where they already are.
 * @returns their ids as the row keeps them, in the order given, each once
 * @throws Refused with FILE_NOT_READY or TOO_MANY_FILES; what another agency uploaded is as good as not there
 */
export async function attachFiles(
  em: EntityManager,
  viewer: Identity,
  fileIds: readonly string[],
  { field, owner, readable }: Attachment,
): Promise<string[]> {
  if (fileIds.length === 0) return []
  const ids = eachOnce(fileIds)
  if (ids.length > MOST_FILES) throw new Refused([tooMany(field, ids.length)])
  const db = em.getKysely<unknown>()
  const { rows } = await sql<{ id: string }>`
    select f.id from evidence_file f
    where f.id = any(${ids.filter((id) => uuidOf(id) !== null)}::uuid[]) and f.state = 'READY'
      and case when f.owner is null then f.uploaded_by = ${viewer.id} else ${readable} end
    for update of f`.execute(db)
  const ready = new Set(rows.map(({ id }) => id))
  const missing = ids.filter((id) => !ready.has(id))
  if (missing.length > 0) throw new Refused(missing.map((id) => notReady(field, id)))
  await sql`update evidence_file set owner = ${owner} where id = any(${ids}::uuid[]) and owner is null`.execute(
    db,
  )
  return ids
}

/** Ids of files as a row keeps them: in the order given, each once. */
export function eachOnce(fileIds: readonly string[]): string[] {
  return [...new Set(fileIds.map((id) => uuidOf(id) ?? id))]
}

function notReady(field: string, id: string): Refusal {
  return {
    reason: "FILE_NOT_READY",
    field,
    message: `Tệp “${id}” không có trong số các tệp đã tải lên xong của bạn; hãy tải tệp lên lại rồi gửi`,
  }
}

function tooMany(field: string, count: number): Refusal {
  return {
    reason: "TOO_MANY_FILES",
    field,
    message: `Có ${count} tệp; nhiều nhất là ${MOST_FILES} tệp`,
  }
}
