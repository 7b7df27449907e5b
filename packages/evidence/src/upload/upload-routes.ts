import { randomUUID } from "node:crypto"
import type { EntityManager } from "@mikro-orm/postgresql"
import { LARGEST_SIGNED_BODY, type Scope } from "@plan43/authorization"
import { hasScope, recordAudit, refusal, uuidOf, type WorkingParts } from "@plan43/subgraph"
import { Server } from "@tus/server"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { sql } from "kysely"
import { type FileState, LARGEST_FILE } from "../file/file-state.ts"
import { FileRefused, fileNotFound } from "../file/refusal.ts"
import type { EvidenceStore } from "../store/evidence-store.ts"
import { beginUpload, fileTooLarge } from "./begin-upload.ts"
import { concludeUpload, type UploadContext } from "./conclude-upload.ts"

export interface UploadOptions {
  /** e.g. "tasks" */
  subgraph: string
  /** Whoever has one of them may upload. */
  scopes: readonly [Scope, ...Scope[]]
  store(): EvidenceStore
}

/**
 * Uploads by the tus protocol 1.0.0 (creation, termination): whoever lost the connection asks how far it came and goes
 * on. A file belongs to whoever began it until it is attached to something.
 */
export function uploadRoutes(
  app: FastifyInstance,
  { orm, log }: WorkingParts,
  { subgraph, scopes, store }: UploadOptions,
): void {
  const path = `/files/${subgraph}/uploads`
  let server: { tus: Server; store: EvidenceStore } | null = null

  /** Opened with the first upload: where nobody uploads, nothing is made on the disk. */
  const opened = () => {
    if (server !== null) return server
    const data = store()
    server = {
      store: data,
      tus: new Server({
        path,
        datastore: data.incoming,
        relativeLocation: true,
        maxSize: LARGEST_FILE,
        namingFunction: (request) => request.headers.get(UPLOAD_ID) ?? randomUUID(),
      }),
    }
    return server
  }

  app.route({
    method: ["POST", "HEAD", "PATCH", "DELETE"],
    url: `${path}/:id?`,
    bodyLimit: LARGEST_SIGNED_BODY,
    handler: async (request, reply) => {
      const requestId = String(request.headers["x-request-id"] ?? "")
      try {
        return await answerUpload(request, reply)
      } catch (error) {
        if (error instanceof FileRefused) return refuse(reply, error, requestId)
        log.error({ requestId, err: error }, "an upload failed")
        return refuse(reply, failed(), requestId)
      }
    },
  })

  async function answerUpload(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const viewer = request.requester?.identity ?? null
    if (viewer === null || !hasScope(viewer, ...scopes)) {
      const { message, extensions } = refusal(viewer, "việc tải tệp lên", scopes)
      throw new FileRefused(viewer === null ? 401 : 403, String(extensions.code), message)
    }
    const { tus, store: data } = opened()
    const em = orm.em.fork()
    const ctx: UploadContext = {
      viewer,
      address: request.requester?.address ?? null,
      requestId: String(request.headers["x-request-id"] ?? ""),
    }
    const asked = (request.params as { id?: string }).id
    const body = request.body instanceof Buffer && request.body.length > 0 ? request.body : null

    if (request.method === "POST") {
      if (asked !== undefined || body !== null) throw notTus()
      const id = randomUUID()
      const metadata = metadataOf(request.headers["upload-metadata"])
      const promised = Number(request.headers["upload-length"])
      await beginUpload(
        em,
        viewer,
        id,
        metadata.get("filename") ?? "",
        Number.isInteger(promised) ? promised : undefined,
      )
      return send(reply, await tus.handleWeb(asWeb(request, path, null, id)))
    }

    const id = uuidOf(asked ?? "")
    const row = id === null ? null : await ownRow(em, viewer.id, id)
    if (id === null || row === null) throw fileNotFound()
    if (request.method === "DELETE") {
      await discard(em, data, ctx, id)
      return reply.code(204).headers(TUS_VERSION).send()
    }
    if (row.state === "READY") {
      if (request.method === "PATCH") throw fileNotFound()
      return reply
        .headers({ ...TUS_VERSION, "upload-offset": row.size, "upload-length": row.size })
        .code(200)
        .send()
    }
    const answer = await tus.handleWeb(asWeb(request, `${path}/${id}`, body))
    // Whoever was cut off after the last byte asks how far it came, and waits for what was found in it.
    if (answer.ok && (await isWhole(data, id))) await concludeUpload(em, data, ctx, id)
    return send(reply, answer)
  }
}

const TUS_VERSION = { "tus-resumable": "1.0.0" }

/** How the id of a new upload gets to where tus names it; it comes from no client. */
const UPLOAD_ID = "x-plan43-upload"

function asWeb(request: FastifyRequest, path: string, body: Buffer | null, id?: string): Request {
  const headers = new Headers({ "content-type": "application/offset+octet-stream" })
  for (const name of ["tus-resumable", "upload-length", "upload-metadata", "upload-offset"]) {
    const value = request.headers[name]
    if (typeof value === "string") headers.set(name, value)
  }
  if (request.method !== "PATCH") headers.delete("content-type")
  if (id !== undefined) headers.set(UPLOAD_ID, id)
  return new Request(new URL(path, "http://evidence"), {
    method: request.method,
    headers,
    body: body === null ? null : new Uint8Array(body),
  })
}

async function isWhole(store: EvidenceStore, id: string): Promise<boolean> {
  const upload = await store.incoming.getUpload(id)
  return upload.offset === upload.size
}

/** A file that somebody uploads or uploaded; theirs until it is attached. */
async function ownRow(
  em: EntityManager,
  viewer: string,
  id: string,
): Promise<{ state: FileState; size: string } | null> {
  const { rows } = await sql<{ state: FileState; size: string }>`
    select state, size from evidence_file
    where id = ${id} and uploaded_by = ${viewer} and owner is null and state in ('UPLOADING', 'READY')`.execute(
    em.getKysely<unknown>(),
  )
  return rows[0] ?? null
}

async function discard(
  em: EntityManager,
  store: EvidenceStore,
  ctx: UploadContext,
  id: string,
): Promise<void> {
  await em.transactional(async (own) => {
    const { rows } = await sql<{ row: string }>`
      update evidence_file f set state = 'DISCARDED'
      where id = ${id} and owner is null and state in ('UPLOADING', 'READY') returning to_jsonb(f)::text as row`.execute(
      own.getKysely<unknown>(),
    )
    if (rows[0] === undefined) throw fileNotFound()
    await recordAudit(own, ctx, {
      action: "evidence_file.discarded",
      entity: "evidence_file",
      entityId: id,
      before: rows[0].row,
      after: null,
      reason: null,
    })
  })
  await store.remove(id)
  await sql`delete from evidence_file where id = ${id} and state = 'DISCARDED'`.execute(
    em.getKysely<unknown>(),
  )
}

/** @returns texts by their names; what is no text in base64 is left out */
function metadataOf(header: string | string[] | undefined): Map<string, string> {
  const pairs = typeof header === "string" ? header.split(",") : []
  return new Map(
    pairs.map((pair) => {
      const [key = "", value = ""] = pair.trim().split(" ")
      return [key, Buffer.from(value, "base64").toString("utf8")]
    }),
  )
}

const PASSED_ON = ["tus-resumable", "upload-offset", "upload-length", "location", "cache-control"]

async function send(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  if (!answer.ok) throw tusRefusal(answer.status)
  for (const name of PASSED_ON) {
    const value = answer.headers.get(name)
    if (value !== null) reply.header(name, value)
  }
  return reply.code(answer.status).send()
}

function refuse(reply: FastifyReply, refused: FileRefused, requestId: string): FastifyReply {
  return reply
    .code(refused.status)
    .headers({ ...TUS_VERSION, "content-type": "application/json; charset=utf-8" })
    .send(refused.toBody(requestId))
}

/** What the protocol says with a status alone, in words. Source: tus 1.0.0, “Core protocol”. */
function tusRefusal(status: number): FileRefused {
  switch (status) {
    case 404:
    case 410:
      return fileNotFound()
    case 409:
    case 423:
      return new FileRefused(
        status,
        "UPLOAD_ELSEWHERE",
        "Tệp đang được tải lên ở chỗ khác hoặc đã đi xa hơn; hãy hỏi lại vị trí rồi tiếp tục",
      )
    case 413:
      return fileTooLarge()
    default:
      return status < 500 ? notTus() : failed()
  }
}

function notTus(): FileRefused {
  return new FileRefused(400, "BAD_REQUEST", "Yêu cầu không đúng giao thức tus 1.0.0")
}

function failed(): FileRefused {
  return new FileRefused(
    500,
    "INTERNAL_SERVER_ERROR",
    "Hệ thống gặp lỗi khi nhận tệp; phần đã tải lên vẫn còn, hãy thử tiếp tục",
  )
}
