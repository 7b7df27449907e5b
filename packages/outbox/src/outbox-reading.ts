import type { EntityManager } from "@mikro-orm/postgresql"
import { type RawBuilder, sql } from "kysely"

/** An announcement as a follower reads it. */
export interface OutboxEvent {
  /** The schema that it happened in, e.g. "tasks". */
  source: string
  /** Its key there; not the order in which events are told. */
  position: string
  /** When its transaction began, RFC 3339, to the microsecond: what happened within a millisecond keeps its order. */
  at: string
  type: string
  subject: { kind: string; id: string }
  agencyIds: string[]
  actor: string | null
  data: Record<string, unknown>
}

/** How far somebody has read: the last event's transaction and key. */
interface Place {
  transaction: string
  position: string
}

interface EventRow extends Place {
  at: string
  type: string
  subject_kind: string
  subject_id: string
  agency_ids: string[]
  actor: string | null
  data: Record<string, unknown>
}

/** Whether there is something to read now, soon (its transaction or one before it has not ended), or nothing. */
export type Waiting = "now" | "soon" | "nothing"

/** What no transaction can appear before any more. */
const SETTLED = sql`pg_snapshot_xmin(pg_current_snapshot())`

/** Looks without locking or writing anything. */
export async function whatWaits(em: EntityManager, source: string, follower: string): Promise<Waiting> {
  const { rows } = await sql<{ transaction: string; settled: boolean }>`
    select event.transaction < ${SETTLED} as settled
    from ${outboxOf(source)} event
    where (event.transaction, event.position) > (
      coalesce((select transaction from outbox_place where source = ${source} and follower = ${follower}), '0'),
      coalesce((select position from outbox_place where source = ${source} and follower = ${follower}), 0))
    order by event.transaction, event.position limit 1`.execute(em.getKysely<unknown>())
  const [next] = rows
  if (next === undefined) return "nothing"
  return next.settled ? "now" : "soon"
}

/**
 * Reads on from where the follower is and moves it there; whoever follows under the same name waits until the
 * transaction has ended.
 * @param em a transaction
 */
export async function readOn(
  em: EntityManager,
  source: string,
  follower: string,
  atMost: number,
): Promise<OutboxEvent[]> {
  const db = em.getKysely<unknown>()
  await sql`insert into outbox_place (source, follower) values (${source}, ${follower})
    on conflict do nothing`.execute(db)
  const places = await sql<Place>`select transaction, position from outbox_place
    where source = ${source} and follower = ${follower} for update`.execute(db)
  const place = places.rows[0] as Place
  const { rows } = await sql<EventRow>`
    select transaction, position, to_json(at) #>> '{}' as at, type, subject_kind, subject_id, agency_ids, actor, data
    from ${outboxOf(source)}
    where (transaction, position) > (${place.transaction}::xid8, ${place.position}::bigint) and transaction < ${SETTLED}
    order by transaction, position limit ${atMost}`.execute(db)
  const last = rows.at(-1)
  if (last !== undefined)
    await sql`update outbox_place set transaction = ${last.transaction}::xid8, position = ${last.position}::bigint
      where source = ${source} and follower = ${follower}`.execute(db)
  return rows.map(({ position, at, type, subject_kind, subject_id, agency_ids, actor, data }) => ({
    source,
    position,
    at,
    type,
    subject: { kind: subject_kind, id: subject_id },
    agencyIds: agency_ids,
    actor,
    data,
  }))
}

function outboxOf(source: string): RawBuilder<unknown> {
  return sql`${sql.id(source, "outbox_event")}`
}
