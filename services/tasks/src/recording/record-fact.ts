import { randomUUID } from "node:crypto"
import type { EntityClass, EntityManager, FilterQuery } from "@mikro-orm/postgresql"
import {
  LONGEST_TEXT,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordAudit,
  recordOnce,
  type StandingRow,
  uuidOf,
  versionStale,
} from "@plan43/subgraph"
import { sql } from "kysely"

/** Columns of a fact, names as in the database. */
export type FactColumns = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** What is recorded, in which table, and what else goes with it. */
interface Fact<T extends { id: string }> {
  entity: EntityClass<T>
  /** Also what the history calls the row; it has the columns `id` and `version`. */
  table: FactTable
  /** What the history calls it, e.g. "confirmed". */
  action: string
  /** All that makes the request what it is: the same key with another content is refused. */
  content: unknown
  /** Writes what goes with it, and tells of it, once it is written. */
  alsoWrite?(em: EntityManager, id: string): Promise<void>
}

/** Tables of what was recorded about tasks. */
export type FactTable = "progress_report" | "task_decision" | "deadline_extension" | "task_responsible"

/** A new fact about a task. */
export interface NewFact<T extends { id: string }> extends Fact<T> {
  taskId: string
  /** Looks at what it depends on while nobody else records anything about the task; throws {@link Refused}. */
  columns(em: EntityManager): Promise<FactColumns>
}

/** What is added to a fact that stands: it keeps what it says. */
export interface FactChange<T extends { id: string }> extends Fact<T> {
  standing: StandingRow
  /** What changes about it; throws {@link Refused}. */
  columns(em: EntityManager, row: T): Promise<FactColumns>
  /** Columns that are given the time of the change. */
  stamped?: readonly string[]
}

/** By whom and on which day something is recorded: columns that every fact has. */
export function authorship({ today, viewer }: Pick<RecordingContext, "today" | "viewer">) {
  return { recorded_on: today, recorded_by: viewer.id, recorded_by_name: viewer.name }
}

/**
 * Adds a fact about a task, with its entry in the history, in one transaction; whatever else is recorded about the same
 * task waits.
 * @returns the row, or refusals: those of `columns`, NOT_FOUND, TEXT_TOO_LONG, IDEMPOTENCY_KEY_MALFORMED, IDEMPOTENCY_KEY_REUSED
 */
export async function recordFact<T extends { id: string }>(
  ctx: RecordingContext,
  request: RecordingRequest,
  { entity, table, action, content, taskId, columns, alsoWrite }: NewFact<T>,
): Promise<Outcome<T>> {
  const tooLong = lengthRefusals(request, { reason: LONGEST_TEXT })
  if (tooLong.length > 0) return { refusals: tooLong }
  const id = randomUUID()
  return recordOnce(ctx, request, [table, action, content], id, {
    write: async (em) => {
      await lockTask(em, taskId)
      const given = await columns(em)
      const names = sql.join(Object.keys(given).map((name) => sql.ref(name)))
      await sql`insert into ${sql.table(table)} (id, ${names})
        select id, ${names} from ${populated(table, { ...given, id })}`.execute(em.getKysely<unknown>())
      await alsoWrite?.(em, id)
      await audit(em, ctx, request, { table, action, id, before: null })
    },
    read: (em, recordedId) => read(em, entity, recordedId),
  })
}

/**
 * Adds to a fact that stands, as {@link recordFact} adds a fact.
 * @returns also VERSION_STALE
 */
export async function changeFact<T extends { id: string }>(
  ctx: RecordingContext,
  request: RecordingRequest,
  { entity, table, action, content, standing, columns, stamped = [], alsoWrite }: FactChange<T>,
): Promise<Outcome<T>> {
  const tooLong = lengthRefusals(request, { reason: LONGEST_TEXT })
  if (tooLong.length > 0) return { refusals: tooLong }
  const id = uuidOf(standing.id)
  if (id === null) return { refusals: [notFound("id", standing.id)] }
  return recordOnce(ctx, request, [table, action, content], id, {
    write: async (em) => {
      const db = em.getKysely<unknown>()
      const { rows } = await sql<{
        task_id: string
      }>`select task_id from ${sql.table(table)} where id = ${id}`.execute(db)
      if (rows[0] === undefined) throw new Refused([notFound("id", id)])
      await lockTask(em, rows[0].task_id)
      const before = await snapshot(em, table, id)
      if (before.version !== standing.version)
        throw new Refused([versionStale(standing.version, before.version)])
      const given = await columns(em, await read(em, entity, id))
      const names = Object.keys(given)
      const changes = [
        ...names.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`),
        ...stamped.map((name) => sql`${sql.ref(name)} = now()`),
        sql`version = stored.version + 1`,
      ]
      await sql`update ${sql.table(table)} stored set ${sql.join(changes)}
        from ${populated(table, given)} where stored.id = ${id}`.execute(db)
      await alsoWrite?.(em, id)
      await audit(em, ctx, request, { table, action, id, before: before.row })
    },
    read: (em, recordedId) => read(em, entity, recordedId),
  })
}

/** Lets nobody else record anything about the task until the transaction ends, so that facts are in one order. */
async function lockTask(em: EntityManager, taskId: string): Promise<void> {
  const { rows } =
    await sql`select 1 from task where id = ${taskId} and withdrawn_at is null for no key update`.execute(
      em.getKysely<unknown>(),
    )
  if (rows.length === 0) throw new Refused([notFound("id", taskId)])
}

function populated(table: FactTable, columns: FactColumns) {
  return sql`jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(columns)}::jsonb) given`
}

async function read<T extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
  id: string,
): Promise<T> {
  return em.findOneOrFail(entity, { id } as unknown as FilterQuery<T>, { refresh: true })
}

async function snapshot(em: EntityManager, table: FactTable, id: string) {
  const { rows } = await sql<{ version: number; row: string }>`
    select version, to_jsonb(stored)::text as row from ${sql.table(table)} stored where id = ${id}`.execute(
    em.getKysely<unknown>(),
  )
  if (rows[0] === undefined) throw new Refused([notFound("id", id)])
  return rows[0]
}

async function audit(
  em: EntityManager,
  ctx: RecordingContext,
  request: RecordingRequest,
  { table, action, id, before }: { table: FactTable; action: string; id: string; before: string | null },
): Promise<void> {
  await recordAudit(em, ctx, {
    action: `${table}.${action}`,
    entity: table,
    entityId: id,
    before,
    after: (await snapshot(em, table, id)).row,
    reason: request.reason ?? null,
  })
}
