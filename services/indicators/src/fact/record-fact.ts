import { randomUUID } from "node:crypto"
import type { EntityClass, EntityManager, FilterQuery } from "@mikro-orm/postgresql"
import {
  LONGEST_TEXT,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordAudit,
  recordOnce,
  type StandingRow,
  uuidOf,
  versionStale,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { indicatorToRecordOf, type RecordableIndicator } from "../indicator/recordable-indicator.ts"
import type { FactTable } from "./fact-table.ts"
import type { RecordedFact } from "./recorded-fact.ts"

/** What is to be recorded, once the indicator is known that it is about. */
export interface FactContent {
  refusals: readonly Refusal[]
  /** Column name → value, names as in the database. */
  columns: Readonly<Record<string, string | number | boolean | readonly string[] | null>>
}

/** A fact to record: a new one about an indicator, or the correction of one that stands. */
export interface FactToRecord<T extends RecordedFact> {
  entity: EntityClass<T>
  table: FactTable
  /** The indicator that a new fact is about, or the fact that a correction takes the place of. */
  about: { indicatorId: string } | { corrects: StandingRow }
  /** All that makes the request what it is, besides what it is about. */
  given: object
  /** Refused under this reason where such a fact stands already: the name of the unique index and what to say. */
  once?: { index: string; refusal: Refusal }
  /**
   * What is written; runs within the transaction.
   * @param standing the row that is corrected, as the entity; null for a new one
   */
  contentOf(em: EntityManager, indicator: RecordableIndicator, standing: T | null): Promise<FactContent>
  /** Tells others, once it is written. */
  announce?(em: EntityManager, indicator: RecordableIndicator): Promise<void>
}

/**
 * Adds a fact, or the next revision of one, with its entry in the history, in one transaction.
 * @returns the new row, or refusals: NOT_FOUND, INDICATOR_NOT_YOURS, VERSION_STALE, REASON_MISSING for a correction
 * without one, TEXT_TOO_LONG, those of the content, of `once`, and of `recordOnce`
 */
export function recordFact<T extends RecordedFact>(
  ctx: RecordingContext,
  request: RecordingRequest,
  fact: FactToRecord<T>,
): Promise<Outcome<T>> {
  const { entity, table, about } = fact
  const id = randomUUID()
  const refusals = lengthRefusals(request, { reason: LONGEST_TEXT })
  if ("corrects" in about && isBlank(request.reason)) refusals.push(REASON_FOR_CORRECTION)
  if (refusals.length > 0) return Promise.resolve({ refusals })
  return recordOnce(ctx, request, { table, about, given: fact.given }, id, {
    write: async (em) => {
      const standing = "corrects" in about ? await standingFact(em, entity, table, about.corrects) : null
      const indicator = await indicatorToRecordOf(em, ctx, indicatorOf(about, standing))
      const content = await fact.contentOf(em, indicator, standing)
      if (content.refusals.length > 0) throw new Refused(content.refusals)
      const before = standing === null ? null : await snapshot(em, table, standing.id)
      if (standing !== null) await supersede(em, table, standing.id)
      await insertFact(em, ctx, request, fact, { id, standing, indicator, columns: content.columns })
      await recordAudit(em, ctx, {
        action: `${table}.${standing === null ? "recorded" : "corrected"}`,
        entity: table,
        entityId: id,
        before,
        after: await snapshot(em, table, id),
        reason: request.reason ?? null,
      })
      await fact.announce?.(em, indicator)
    },
    read: (em, recordedId) => em.findOneOrFail(entity, { id: recordedId } as FilterQuery<T>),
  })
}

/**
 * Withdraws a fact with all its revisions, from today on; what was known before stays known as of then.
 * @returns the row, or refusals: NOT_FOUND, INDICATOR_NOT_YOURS, VERSION_STALE, REASON_MISSING, TEXT_TOO_LONG, those of
 * `check`, and of `recordOnce`
 */
export function withdrawFact<T extends RecordedFact>(
  ctx: RecordingContext,
  request: RecordingRequest,
  fact: Pick<FactToRecord<T>, "entity" | "table"> & {
    standing: StandingRow
    /** Looks at what stands against it; throws {@link Refused}. */
    check?(em: EntityManager, standing: T): Promise<void>
  },
): Promise<Outcome<T>> {
  const { entity, table, standing: asked } = fact
  const refusals = lengthRefusals(request, { reason: LONGEST_TEXT })
  if (isBlank(request.reason)) refusals.push(REASON_FOR_WITHDRAWAL)
  if (refusals.length > 0) return Promise.resolve({ refusals })
  return changeFact(
    ctx,
    request,
    { entity, table, standing: asked, given: {} },
    "withdrawn",
    async (em, standing) => {
      await indicatorToRecordOf(em, ctx, standing.indicatorId)
      await fact.check?.(em, standing)
      await sql`update ${sql.table(table)} set withdrawn_on = ${ctx.today}::date, withdrawal_reason = ${request.reason},
        version = version + 1
      where chain_id = ${standing.chainId}`.execute(em.getKysely<unknown>())
    },
  )
}

/** A fact, and whether the public is to see it. */
export interface FactToPublish<T extends RecordedFact> extends Pick<FactToRecord<T>, "entity" | "table"> {
  standing: StandingRow
  published: boolean
}

/**
 * Shows a revision to the public, or hides it and all before it.
 * @returns the row, or refusals: NOT_FOUND, VERSION_STALE, NOTHING_TO_CHANGE, TEXT_TOO_LONG, and of `recordOnce`
 */
export function publishFact<T extends RecordedFact>(
  ctx: RecordingContext,
  request: RecordingRequest,
  { entity, table, standing: asked, published }: FactToPublish<T>,
): Promise<Outcome<T>> {
  const refusals = lengthRefusals(request, { reason: LONGEST_TEXT })
  if (refusals.length > 0) return Promise.resolve({ refusals })
  const action = published ? "published" : "unpublished"
  return changeFact(
    ctx,
    request,
    { entity, table, standing: asked, given: { published } },
    action,
    async (em, standing) => {
      const db = em.getKysely<unknown>()
      if (published) {
        if (standing.publishedAt !== null) throw new Refused([nothingToChange("Mục này đã được công khai")])
        await sql`update ${sql.table(table)} set published_at = now(), version = version + 1
        where id = ${standing.id}`.execute(db)
        return
      }
      const { rows } = await sql`select 1 from ${sql.table(table)}
      where chain_id = ${standing.chainId} and published_at is not null`.execute(db)
      if (rows.length === 0) throw new Refused([nothingToChange("Mục này chưa được công khai")])
      await sql`update ${sql.table(table)} set published_at = null, version = version + 1
      where chain_id = ${standing.chainId}`.execute(db)
    },
  )
}

interface FactToChange<T extends RecordedFact> extends Pick<FactToRecord<T>, "entity" | "table" | "given"> {
  standing: StandingRow
}

function changeFact<T extends RecordedFact>(
  ctx: RecordingContext,
  request: RecordingRequest,
  { entity, table, standing: asked, given }: FactToChange<T>,
  action: "withdrawn" | "published" | "unpublished",
  change: (em: EntityManager, standing: T) => Promise<void>,
): Promise<Outcome<T>> {
  const id = uuidOf(asked.id)
  if (id === null) return Promise.resolve({ refusals: [notFound("id", asked.id)] })
  const content = { table, action, id: asked.id, version: asked.version, ...given }
  return recordOnce(ctx, request, content, id, {
    write: async (em) => {
      const standing = await standingFact(em, entity, table, asked)
      const before = await snapshot(em, table, id)
      await change(em, standing)
      await recordAudit(em, ctx, {
        action: `${table}.${action}`,
        entity: table,
        entityId: id,
        before,
        after: await snapshot(em, table, id),
        reason: request.reason ?? null,
      })
    },
    read: (em, recordedId) =>
      em.findOneOrFail(entity, { id: recordedId } as FilterQuery<T>, { refresh: true }),
  })
}

function indicatorOf(about: FactToRecord<RecordedFact>["about"], standing: RecordedFact | null): string {
  return "indicatorId" in about ? about.indicatorId : (standing?.indicatorId ?? "")
}

/** Holds the row until the transaction ends, if it is the latest revision and nobody changed it since. */
async function standingFact<T extends RecordedFact>(
  em: EntityManager,
  entity: EntityClass<T>,
  table: FactTable,
  { id, version }: StandingRow,
): Promise<T> {
  const { rows } = await sql<{ version: number; current: number; standing: boolean }>`
    select r.version, r.superseded_at is null and r.withdrawn_on is null as standing
    from ${sql.table(table)} r where r.id = ${uuidOf(id)}::uuid for update`.execute(em.getKysely<unknown>())
  const [row] = rows
  if (row === undefined) throw new Refused([notFound("id", id)])
  if (!row.standing) throw new Refused([NO_LONGER_STANDS])
  if (row.version !== version) throw new Refused([versionStale(version, row.version)])
  return em.findOneOrFail(entity, { id } as FilterQuery<T>, { refresh: true })
}

async function supersede(em: EntityManager, table: FactTable, id: string): Promise<void> {
  await sql`update ${sql.table(table)} set superseded_at = clock_timestamp(), version = version + 1
    where id = ${id}`.execute(em.getKysely<unknown>())
}

async function insertFact<T extends RecordedFact>(
  em: EntityManager,
  { viewer, today }: RecordingContext,
  request: RecordingRequest,
  { table, once }: FactToRecord<T>,
  written: {
    id: string
    standing: T | null
    indicator: RecordableIndicator
    columns: FactContent["columns"]
  },
): Promise<void> {
  const { id, standing, indicator } = written
  const columns = {
    ...written.columns,
    id,
    indicator_id: indicator.id,
    chain_id: standing?.chainId ?? id,
    revision: (standing?.revision ?? 0) + 1,
    recorded_on: today,
    recorded_by: viewer.name,
    agency_id: indicator.inNameOf,
    on_behalf: indicator.onBehalf,
    reason: isBlank(request.reason) ? null : request.reason,
  }
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  try {
    await sql`insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(columns)}::jsonb)`.execute(
      em.getKysely<unknown>(),
    )
  } catch (error) {
    if (once !== undefined && constraintOf(error) === once.index) throw new Refused([once.refusal])
    throw error
  }
}

function constraintOf(error: unknown): string | null {
  return typeof error === "object" && error !== null && "constraint" in error
    ? String(error.constraint)
    : null
}

/** The row as the history keeps it, as JSON. */
async function snapshot(em: EntityManager, table: FactTable, id: string): Promise<string | null> {
  const { rows } = await sql<{ row: string }>`select to_jsonb(stored)::text as row
    from ${sql.table(table)} stored where id = ${id}`.execute(em.getKysely<unknown>())
  return rows[0]?.row ?? null
}

function isBlank(text: string | null | undefined): boolean {
  return text == null || text.trim() === ""
}

function nothingToChange(message: string): Refusal {
  return { reason: "NOTHING_TO_CHANGE", field: "published", message }
}

const REASON_FOR_CORRECTION = {
  reason: "REASON_MISSING",
  field: "reason",
  message: "Hãy ghi lý do đính chính: số liệu cũ sai ở đâu, căn cứ nào",
}

const REASON_FOR_WITHDRAWAL = {
  reason: "REASON_MISSING",
  field: "reason",
  message: "Hãy ghi lý do rút mục này",
}

const NO_LONGER_STANDS = {
  reason: "VERSION_STALE",
  field: "version",
  message: "Mục này đã được đính chính hoặc rút; hãy tải bản mới nhất rồi làm tiếp",
}
