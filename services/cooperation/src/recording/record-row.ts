import { randomUUID } from "node:crypto"
import type { EntityClass, EntityManager, FilterQuery } from "@mikro-orm/postgresql"
import { recordAudit } from "@plan43/subgraph"
import { sql } from "kysely"
import { uuidOf } from "../reference/uuid-of.ts"
import { type Outcome, Refused } from "./outcome.ts"
import { type RecordingContext, type RecordingRequest, recordOnce } from "./record-once.ts"
import { notFound, requirePartners, requireRow, versionStale } from "./standing-rows.ts"

/** A row that stands, and the version of it that a change is based on. */
export interface StandingRow {
  id: string
  version: number
}

/** What is to be recorded in a table. */
export interface RowToRecord<T extends { id: string }> {
  entity: EntityClass<T>
  /** Also what the history calls the row. */
  table: "activity" | "agreement" | "partner"
  /** null: a new row. */
  standing: StandingRow | null
  /** Column name → value, names as in the database. */
  columns: Readonly<Record<string, string | readonly string[] | null>>
  /** The partners in it, for a table that has them. */
  partnerIds?: readonly string[]
  /** An agreement and a programme that it names, to be looked at before the row is written. */
  agreementId?: string | null
  programmeId?: string | null
}

/**
 * Adds or changes one row, with its partners and its entry in the history, in one transaction.
 * @returns the row, or refusals: NOT_FOUND, VERSION_STALE, IDEMPOTENCY_KEY_MALFORMED, IDEMPOTENCY_KEY_REUSED
 */
export function recordRow<T extends { id: string }>(
  ctx: RecordingContext,
  request: RecordingRequest,
  row: RowToRecord<T>,
): Promise<Outcome<T>> {
  const { entity, standing, ...content } = row
  const id = standing === null ? randomUUID() : uuidOf(standing.id)
  if (id === null) return Promise.resolve({ refusals: [notFound("id", standing?.id ?? "")] })
  return recordOnce(ctx, request, { ...content, id: standing?.id, version: standing?.version }, id, {
    write: async (em) => {
      if (standing !== null) await lockVersion(em, row.table, id, standing.version)
      await requirePartners(em, row.partnerIds ?? [])
      await requireRow(em, "agreement", "agreementId", row.agreementId ?? null)
      await requireRow(em, "programme", "programmeId", row.programmeId ?? null)
      const before = standing === null ? null : await snapshot(em, row, id)
      await writeColumns(em, row, id)
      if (row.partnerIds !== undefined) await writePartners(em, row.table, id, row.partnerIds)
      await recordAudit(em, ctx, {
        action: `${row.table}.${standing === null ? "created" : "updated"}`,
        entity: row.table,
        entityId: id,
        before,
        after: await snapshot(em, row, id),
        reason: request.reason,
      })
    },
    read: (em, recordedId) => em.findOneOrFail(entity, { id: recordedId } as unknown as FilterQuery<T>),
  })
}

/** Holds the row until the transaction ends, if nobody changed it since. */
async function lockVersion(em: EntityManager, table: string, id: string, version: number): Promise<void> {
  const { rows } = await sql<{ version: number }>`select version from ${sql.table(table)}
    where id = ${id} and withdrawn_at is null for update`.execute(em.getKysely<unknown>())
  const current = rows[0]?.version
  if (current === undefined) throw new Refused([notFound("id", id)])
  if (current !== version) throw new Refused([versionStale(version, current)])
}

async function writeColumns(
  em: EntityManager,
  { table, standing, columns }: Pick<RowToRecord<never>, "table" | "standing" | "columns">,
  id: string,
): Promise<void> {
  const given = sql`jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify({ ...columns, id })}::jsonb) given`
  const names = Object.keys(columns).map((name) => sql.ref(name))
  const statement =
    standing === null
      ? sql`insert into ${sql.table(table)} (id, ${sql.join(names)}) select id, ${sql.join(names)} from ${given}`
      : sql`update ${sql.table(table)} stored
          set (${sql.join(names)}) = (select ${sql.join(names)} from ${given}),
            version = stored.version + 1, updated_at = now()
          where stored.id = ${id}`
  await statement.execute(em.getKysely<unknown>())
}

async function writePartners(
  em: EntityManager,
  table: string,
  id: string,
  partnerIds: readonly string[],
): Promise<void> {
  const db = em.getKysely<unknown>()
  const links = sql.table(`${table}_partner`)
  const owner = sql.ref(`${table}_id`)
  await sql`delete from ${links} where ${owner} = ${id} and partner_id <> all(${partnerIds}::uuid[])`.execute(
    db,
  )
  await sql`insert into ${links} (${owner}, partner_id)
    select ${id}::uuid, partner_id from unnest(${partnerIds}::uuid[]) as partner_id
    on conflict do nothing`.execute(db)
}

/** The row as the history keeps it: its columns and the identifiers of its partners, as JSON. */
async function snapshot(
  em: EntityManager,
  { table, partnerIds }: Pick<RowToRecord<never>, "table" | "partnerIds">,
  id: string,
): Promise<string | null> {
  const partners =
    partnerIds === undefined
      ? sql`'{}'::jsonb`
      : sql`jsonb_build_object('partner_ids', array(
          select partner_id from ${sql.table(`${table}_partner`)} where ${sql.ref(`${table}_id`)} = ${id}
          order by partner_id))`
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(stored) - 'search_text' || ${partners})::text as row from ${sql.table(table)} stored
    where id = ${id}`.execute(em.getKysely<unknown>())
  return rows[0]?.row ?? null
}
