import type { EntityManager } from "@mikro-orm/postgresql"
import type { OutboxEvent } from "@plan43/outbox"
import { sql } from "kysely"

/** That something changed: what, and for whom it may be told. */
export interface Signal {
  /** In the order in which they may be told. */
  position: string
  at: Date
  /** The subgraph, e.g. "tasks". */
  source: string
  /** e.g. "progress.reported"; "changed" where only the history says that something did */
  what: string
  /** The name of its type in the graph, e.g. "Partner". */
  kind: string
  subjectId: string
  agencyIds: readonly string[]
  /** Of one person alone. */
  person: string | null
}

/** The channel that says that there are new signals. */
export const SIGNAL_CHANNEL = "notifications_signal"

/** Any number; held while positions are given, so that they become visible in their order. */
const IN_ORDER = 4_320_250_217

/** Tables that the graph calls by another name than their own. */
const TYPE_OF_TABLE: Readonly<Record<string, string>> = {
  activity: "CooperationActivity",
  awaited_document: "Trigger",
  programme: "CooperationProgramme",
  succession: "AgencySuccession",
}

/** What the history calls a thing is its table; the graph calls it by its type, e.g. "PersonAssignment". */
export function typeNameOf(entity: string): string {
  const words = entity.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return TYPE_OF_TABLE[entity] ?? words.join("")
}

type NewSignal = Pick<Signal, "source" | "what" | "kind" | "subjectId" | "agencyIds" | "person">

export function signalOf({ source, type, subject, agencyIds }: OutboxEvent): NewSignal {
  return {
    source,
    what: type,
    kind: typeNameOf(subject.kind),
    subjectId: subject.id,
    agencyIds,
    person: null,
  }
}

/** That somebody's inbox changed. */
export function inboxSignal(person: string): NewSignal {
  return {
    source: "notifications",
    what: "inbox.changed",
    kind: "InboxEntry",
    subjectId: "",
    agencyIds: [],
    person,
  }
}

/** @param em a transaction that ends soon: no other gives positions until then */
export async function writeSignals(em: EntityManager, signals: readonly NewSignal[]): Promise<void> {
  if (signals.length === 0) return
  const db = em.getKysely<unknown>()
  await sql`select pg_advisory_xact_lock(${IN_ORDER})`.execute(db)
  const rows = signals.map(({ source, what, kind, subjectId, agencyIds, person }) => ({
    source,
    what,
    kind,
    subject_id: subjectId,
    agency_ids: agencyIds,
    person,
  }))
  await sql`insert into signal (source, what, kind, subject_id, agency_ids, person)
    select source, what, kind, subject_id, agency_ids, person
    from jsonb_populate_recordset(null::signal, ${JSON.stringify(rows)}::jsonb)`.execute(db)
  await sql`select pg_notify(${SIGNAL_CHANNEL}, '')`.execute(db)
}

interface SignalRow {
  position: string
  at: Date
  source: string
  what: string
  kind: string
  subject_id: string
  agency_ids: string[]
  person: string | null
}

/** The signals after a position, oldest first. */
export async function signalsAfter(em: EntityManager, position: string, atMost: number): Promise<Signal[]> {
  const { rows } =
    await sql<SignalRow>`select position, at, source, what, kind, subject_id, agency_ids, person
    from signal where position > ${position}::bigint order by position limit ${atMost}`.execute(
      em.getKysely<unknown>(),
    )
  return rows.map(({ subject_id, agency_ids, at, ...signal }) => ({
    ...signal,
    at: new Date(at),
    subjectId: subject_id,
    agencyIds: agency_ids,
  }))
}

/** Where the signals begin and end now. */
export async function signalBounds(em: EntityManager): Promise<{ first: string; last: string }> {
  const { rows } = await sql<{ first: string; last: string }>`
    select coalesce(min(position), 0)::text as first, coalesce(max(position), 0)::text as last from signal`.execute(
    em.getKysely<unknown>(),
  )
  return rows[0] ?? { first: "0", last: "0" }
}
