import type { Identity, Requester } from "@plan43/authorization"
import type pg from "pg"

/** What an entry of the history says besides who, when and from where. */
export interface GatewayAuditEntry {
  /** What happened, e.g. "sign-in.succeeded". */
  action: string
  /** What it happened to, e.g. "person". */
  entity: string
  entityId: string
  /** Why, or how it failed; never a secret. */
  reason: string | null
}

/** Who does something, from where, in which request. */
export interface Author extends Requester {
  requestId: string
}

/**
 * Writes an entry of the gateway's own history.
 * @param database the transaction of the change, where there is one
 */
export async function recordGatewayAudit(
  database: Pick<pg.ClientBase, "query">,
  { identity, address, requestId }: Author,
  { action, entity, entityId, reason }: GatewayAuditEntry,
): Promise<void> {
  const { id, kind, name, role, agencyId } = identity ?? STRANGER
  await database.query(
    `insert into audit_entry (actor, actor_kind, actor_name, actor_role, actor_agency_id, address,
       action, entity, entity_id, reason, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, kind, name, role, agencyId, address, action, entity, entityId, reason, requestId],
  )
}

const STRANGER: Pick<Identity, "id" | "role" | "agencyId"> & { kind: "ANONYMOUS"; name: null } = {
  id: "anonymous",
  kind: "ANONYMOUS",
  name: null,
  role: null,
  agencyId: null,
}
