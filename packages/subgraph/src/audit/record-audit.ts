import type { EntityManager } from "@mikro-orm/postgresql"
import { sql } from "kysely"
import type { RequestContext } from "../context/request-context.ts"

/** What an entry of the history says besides who, when and from where. */
export interface AuditEntry {
  /** What happened, e.g. "partner.updated". */
  action: string
  /** What it happened to, e.g. "partner". */
  entity: string
  entityId: string
  /** The row as it was and as it is, as JSON; null where there was or is none. */
  before: string | null
  after: string | null
  /** Why, in words. */
  reason: string | null
}

type Author = Pick<RequestContext, "viewer" | "address" | "requestId">

/**
 * Writes an entry of the history in the transaction of the change.
 * @param em the change's own
 */
export function recordAudit(em: EntityManager, author: Author, entry: AuditEntry): Promise<void> {
  return recordAudits(em, author, [entry])
}

/** The same for changes of many rows at once, in their order: one statement for any number. */
export async function recordAudits(
  em: EntityManager,
  { viewer, address, requestId }: Author,
  entries: readonly AuditEntry[],
): Promise<void> {
  await sql`insert into audit_entry (actor, actor_kind, actor_name, actor_role, actor_agency_id, address,
      action, entity, entity_id, before, after, reason, request_id)
    select ${viewer?.id ?? "anonymous"}, ${viewer?.kind ?? "ANONYMOUS"}, ${viewer?.name ?? null}, ${viewer?.role ?? null},
      ${viewer?.agencyId ?? null}::uuid, ${address}, entry.action, entry.entity, entry."entityId", entry.before::jsonb,
      entry.after::jsonb, entry.reason, ${requestId}
    from rows from (jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as (action text, entity text, "entityId" text, before text, after text, reason text))
      with ordinality as entry (action, entity, "entityId", before, after, reason, place)
    order by entry.place`.execute(em.getKysely<unknown>())
}
