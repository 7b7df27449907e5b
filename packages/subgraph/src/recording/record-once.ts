import { createHash } from "node:crypto"
import type { EntityManager } from "@mikro-orm/postgresql"
import type { Identity } from "@plan43/authorization"
import { sql } from "kysely"
import { refusal } from "../access/requires-scopes.ts"
import type { RequestContext } from "../context/request-context.ts"
import { type Outcome, Refused } from "./outcome.ts"

/** What a recording needs of a request, whose author is known: nobody records anonymously. */
export type RecordingContext = Pick<RequestContext, "em" | "requestId" | "address" | "today"> & {
  viewer: Identity
}

/**
 * The context of a recording.
 * @throws UNAUTHENTICATED when nobody knows who is asking; a mutation that names its scopes never comes so far
 */
export function authored({ em, requestId, address, today, viewer }: RequestContext): RecordingContext {
  if (viewer === null) throw refusal(null, "Mutation", [])
  return { em, requestId, address, today, viewer }
}

/** What every request to record carries besides its data. */
export interface RecordingRequest {
  /** Chosen by the client; the same key from the same person is carried out once. */
  idempotencyKey: string
  /** Why, in words, for the history. */
  reason?: string | null
}

/** What is done within the transaction. */
export interface RecordingWork<T> {
  /** Writes; throws {@link Refused} to undo everything, the key included. */
  write(em: EntityManager): Promise<void>
  /** Reads the row as it then stands. */
  read(em: EntityManager, entityId: string): Promise<T>
}

const LONGEST_KEY = 200

/**
 * Carries out a recording in one transaction, once for each key of a person. A repeated request changes nothing and
 * answers with the row as it now stands.
 * @param content all that makes the request what it is: the same key with another content is refused. Not the version that
 *   it was based on: whose answer got lost may ask again when the row has already moved on, by that very request
 * @param entityId the row that the request creates or changes
 */
export async function recordOnce<T>(
  ctx: RecordingContext,
  { idempotencyKey }: Pick<RecordingRequest, "idempotencyKey">,
  content: unknown,
  entityId: string,
  work: RecordingWork<T>,
): Promise<Outcome<T>> {
  if (idempotencyKey === "" || idempotencyKey.length > LONGEST_KEY) return { refusals: [KEY_MALFORMED] }
  const sha256 = createHash("sha256").update(JSON.stringify(content, withoutVersion)).digest("hex")
  try {
    return await ctx.em.fork().transactional(async (em) => {
      const claim = await claimKey(em, ctx.viewer.id, idempotencyKey, sha256, entityId)
      if (claim.isNew) await work.write(em)
      return { recorded: await work.read(em, claim.entityId) }
    })
  } catch (error) {
    if (error instanceof Refused) return { refusals: error.refusals }
    throw error
  }
}

function withoutVersion(key: string, value: unknown): unknown {
  return key === "version" ? undefined : value
}

/** A request with the same key that is still running is waited for: the key's row is locked until it ends. */
async function claimKey(
  em: EntityManager,
  actor: string,
  key: string,
  sha256: string,
  entityId: string,
): Promise<{ isNew: boolean; entityId: string }> {
  const db = em.getKysely<unknown>()
  const claimed = await sql`insert into recorded_request (actor, idempotency_key, request_sha256, entity_id)
    values (${actor}, ${key}, ${sha256}, ${entityId}) on conflict do nothing returning entity_id`.execute(db)
  if (claimed.rows.length === 1) return { isNew: true, entityId }
  const { rows } = await sql<{ request_sha256: string; entity_id: string }>`
    select request_sha256, entity_id from recorded_request
    where actor = ${actor} and idempotency_key = ${key}`.execute(db)
  const earlier = rows[0]
  if (earlier === undefined || earlier.request_sha256 !== sha256) throw new Refused([KEY_REUSED])
  return { isNew: false, entityId: earlier.entity_id }
}

const KEY_MALFORMED = {
  reason: "IDEMPOTENCY_KEY_MALFORMED",
  field: "idempotencyKey",
  message: `Mã yêu cầu phải có từ 1 đến ${LONGEST_KEY} ký tự`,
}

const KEY_REUSED = {
  reason: "IDEMPOTENCY_KEY_REUSED",
  field: "idempotencyKey",
  message: "Mã yêu cầu này đã dùng cho một nội dung khác; hãy gửi với mã mới",
}
