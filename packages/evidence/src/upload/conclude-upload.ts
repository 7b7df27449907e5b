import { createHash } from "node:crypto"
import { buffer } from "node:stream/consumers"
import type { EntityManager } from "@mikro-orm/postgresql"
import { type RequestContext, recordAudit } from "@plan43/subgraph"
import { sql } from "kysely"
import { checkContent } from "../content/file-content.ts"
import { FILE_TYPES } from "../content/file-type.ts"
import type { FileState } from "../file/file-state.ts"
import { FileRefused, fileNotFound } from "../file/refusal.ts"
import type { EvidenceStore } from "../store/evidence-store.ts"

/** Who uploads, and through which request. */
export type UploadContext = Pick<RequestContext, "viewer" | "address" | "requestId">

/** Files are looked at one after the other: each is in memory while it is. */
let looking: Promise<unknown> = Promise.resolve()

/**
 * Looks at what was uploaded, whole, and makes it READY or REFUSED, with its entry in the history. Doing it twice does
 * it once.
 * @throws FileRefused with 422 when the content is not taken; nothing of it is kept
 */
export async function concludeUpload(
  em: EntityManager,
  store: EvidenceStore,
  ctx: UploadContext,
  id: string,
): Promise<void> {
  const turn = looking.then(() => conclude(em, store, ctx, id))
  looking = turn.catch(() => undefined)
  return turn
}

async function conclude(
  em: EntityManager,
  store: EvidenceStore,
  ctx: UploadContext,
  id: string,
): Promise<void> {
  const { rows } = await sql<{ name: string; state: FileState }>`
    select name, state from evidence_file where id = ${id}`.execute(em.getKysely<unknown>())
  const [row] = rows
  if (row?.state === "READY") return
  if (row?.state !== "UPLOADING") throw fileNotFound()
  const file = await buffer(await store.incoming.open(id))
  const checked = await checkContent(file, row.name)
  if ("fault" in checked) {
    await settle(em, ctx, id, "REFUSED", null, null)
    await store.remove(id)
    throw new FileRefused(422, checked.fault.code, checked.fault.message)
  }
  const sha256 = createHash("sha256").update(file).digest("hex")
  const { mediaType } = FILE_TYPES[checked.type]
  await store.keep(id, file, mediaType)
  await settle(em, ctx, id, "READY", mediaType, sha256)
  await store.forgetIncoming(id)
}

async function settle(
  em: EntityManager,
  ctx: UploadContext,
  id: string,
  state: "READY" | "REFUSED",
  mediaType: string | null,
  sha256: string | null,
): Promise<void> {
  await em.fork().transactional(async (own) => {
    const { rows } = await sql<{ row: string }>`
      update evidence_file f set state = ${state}, media_type = ${mediaType}, sha256 = ${sha256}
      where id = ${id} and state = 'UPLOADING' returning to_jsonb(f)::text as row`.execute(
      own.getKysely<unknown>(),
    )
    const [settled] = rows
    if (settled === undefined) return
    await recordAudit(own, ctx, {
      action: state === "READY" ? "evidence_file.uploaded" : "evidence_file.refused",
      entity: "evidence_file",
      entityId: id,
      before: null,
      after: settled.row,
      reason: null,
    })
  })
}
