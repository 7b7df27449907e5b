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

/**
 * Writes an entry of the history in the transaction of the change.
 * @param em the change's own
 */
export async function recordAudit(
  em: EntityManager,
  { viewer, address, requestId }: Pick<RequestContext, "viewer" | "address" | "requestId">,
  { action, entity, entityId, before, after, reason }: AuditEntry,
): Promise<void> {
  await sql`insert into audit_entry (actor, actor_kind, actor_name, actor_role, actor_agency_id, address,
      action, entity, entity_id, before, after, reason, request_id)
    values (${viewer?.id ?? "anonymous"}, ${viewer?.kind ?? "ANONYMOUS"}, ${viewer?.name ?? null}, ${viewer?.role ?? null},
      ${viewer?.agencyId ?? null}::uuid, ${address}, ${action}, ${entity}, ${entityId}, ${before}::jsonb, ${after}::jsonb,
      ${reason}, ${requestId})`.execute(em.getKysely<unknown>())
}
