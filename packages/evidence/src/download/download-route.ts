import type { Identity } from "@plan43/authorization"
import { uuidOf, type WorkingParts } from "@plan43/subgraph"
import type { FastifyInstance } from "fastify"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { FileRefused, fileNotFound } from "../file/refusal.ts"
import { contentDisposition } from "../name/file-name.ts"
import type { EvidenceStore } from "../store/evidence-store.ts"

export interface DownloadOptions {
  /** e.g. "tasks" */
  subgraph: string
  /** Who may read a file that is attached (alias `f`): whoever may read what it is attached to. */
  readable(viewer: Identity | null): RawBuilder<SqlBool>
  store(): EvidenceStore
}

/**
 * Hands a file out to those who may read what it is attached to; one that is attached to nothing only to whoever uploaded
 * it. Never as a page of this origin: a browser keeps it, guesses nothing and runs nothing in it.
 */
export function downloadRoute(
  app: FastifyInstance,
  { orm, log }: WorkingParts,
  { subgraph, readable, store }: DownloadOptions,
): void {
  app.get(`/files/${subgraph}/:id`, { exposeHeadRoute: false }, async (request, reply) => {
    const requestId = String(request.headers["x-request-id"] ?? "")
    const viewer = request.requester?.identity ?? null
    const id = uuidOf((request.params as { id: string }).id)
    const file = id === null ? null : await find(id, viewer)
    reply.header("cache-control", "private, no-store")
    try {
      if (id === null || file === null) throw fileNotFound()
      const bytes = await store()
        .read(id)
        .catch((cause: unknown) => {
          log.error({ requestId, file: id, err: cause }, "the bytes of a file are not there")
          throw new FileRefused(500, "FILE_MISSING", "Không đọc được nội dung tệp; lỗi đã được ghi nhật ký")
        })
      return reply
        .headers({
          "content-type": file.mediaType,
          "content-length": file.size,
          "content-disposition": contentDisposition(file.name),
          "content-security-policy": "sandbox; default-src 'none'",
          "x-content-type-options": "nosniff",
        })
        .send(bytes)
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      return reply.code(error.status).type("application/json; charset=utf-8").send(error.toBody(requestId))
    }
  })

  async function find(id: string, viewer: Identity | null) {
    const { rows } = await sql<{ name: string; mediaType: string; size: string }>`
      select f.name, f.media_type as "mediaType", f.size from evidence_file f
      where f.id = ${id} and f.state = 'READY'
        and case when f.owner is null then f.uploaded_by = ${viewer?.id ?? null} else ${readable(viewer)} end`.execute(
      orm.em.fork().getKysely<unknown>(),
    )
    return rows[0] ?? null
  }
}
