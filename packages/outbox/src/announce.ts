import type { EntityManager } from "@mikro-orm/postgresql"
import { sql } from "kysely"
import type { EventType } from "./event-type.ts"

/** Something that happened in a schema and that others may have to know. */
export interface DomainEvent {
  type: EventType
  /** What it happened to: the name of its type in the graph and its id. */
  subject: { kind: string; id: string }
  /** The agencies that it concerns; empty: none in particular. */
  agencyIds: readonly string[]
  /** Who did it, as the history knows them; null: a program. */
  actor: string | null
  /** What a follower needs besides; without personal data and without what was written. */
  data?: Readonly<Record<string, unknown>>
}

/**
 * Tells what happened, in the transaction of the change: it is told exactly when the change stands.
 * @param em the change's own
 */
export async function announce(
  em: EntityManager,
  { type, subject, agencyIds, actor, data = {} }: DomainEvent,
): Promise<void> {
  await sql`insert into outbox_event (type, subject_kind, subject_id, agency_ids, actor, data)
    values (${type}, ${subject.kind}, ${subject.id}, ${agencyIds}::uuid[], ${actor}, ${JSON.stringify(data)}::jsonb)`.execute(
    em.getKysely<unknown>(),
  )
}
