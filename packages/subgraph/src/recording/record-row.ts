import { randomUUID } from "node:crypto"
import type { EntityClass, EntityManager, FilterQuery } from "@mikro-orm/postgresql"
import { sql } from "kysely"
import { recordAudit } from "../audit/record-audit.ts"
import { uuidOf } from "../loading/uuid-of.ts"
import { LONGEST_TEXT, lengthRefusals } from "./length-refusals.ts"
import { type Outcome, Refused } from "./outcome.ts"
import { type RecordingContext, type RecordingRequest, recordOnce } from "./record-once.ts"
import { notFound, versionStale } from "./standing-row-refusals.ts"

/** A row that stands, and the version of it that a change is based on. */
export interface StandingRow {
  id: string
  version: number
}

/** Rows of a linking table that belong to a row. */
export interface RowLinks {
  table: string
  /** The column that names the row. */
  owner: string
  /** The column that names what the row is linked to. */
  linked: string
  ids: readonly string[]
}

/**
 * What is to be recorded in a table that has the columns `id`, `version`, `updated_at`, `withdrawn_at` and perhaps
 * `search_text`.
 */
export interface RowToRecord<T extends { id: string }> {
  entity: EntityClass<T>
  /** Also what the history calls the row. */
  table: string
  /** null: a new row. */
  standing: StandingRow | null
  /** What the history calls the change; "created" or "updated" when absent. */
  action?: string
  /** Column name → value, names as in the database; none: what changes stands in other tables. */
  columns: Readonly<Record<string, string | readonly string[] | null>>
  /** In Vietnamese, what to do where no reason was given; absent: none is needed. */
  reasonNeeded?: string
  /** What besides the columns makes the request what it is: the same key with another is refused. */
  about?: unknown
  /** Columns that are given the time of the change. */
  stamped?: readonly string[]
  links?: RowLinks
  /**
   * Holds what a row that stands belongs to, before the row itself: where those that write hold more than one row they do so
   * in one order, and no two wait for each other.
   */
  holdFirst?(em: EntityManager, id: string): Promise<void>
  /** Looks at what the row depends on before it is written; throws {@link Refused}. */
  check?(em: EntityManager, id: string): Promise<void>
  /** Writes what belongs to the row in other tables, once it is written. */
  alsoWrite?(em: EntityManager, id: string): Promise<void>
}

/**
 * Adds or changes one row, with its links and its entry in the history, in one transaction.
 * @returns the row, or refusals: REASON_MISSING, NOT_FOUND, VERSION_STALE, TEXT_TOO_LONG, IDEMPOTENCY_KEY_MALFORMED,
 * IDEMPOTENCY_KEY_REUSED
 */
export function recordRow<T extends { id: string }>(
  ctx: RecordingContext,
  request: RecordingRequest,
  row: RowToRecord<T>,
): Promise<Outcome<T>> {
  const { entity, standing, holdFirst, check, alsoWrite, reasonNeeded, ...content } = row
  if (reasonNeeded !== undefined && (request.reason ?? "").trim() === "") {
    const missing = { reason: "REASON_MISSING", field: "reason", message: reasonNeeded }
    return Promise.resolve({ refusals: [missing] })
  }
  const id = standing === null ? randomUUID() : uuidOf(standing.id)
  const tooLong = lengthRefusals(request, { reason: LONGEST_TEXT })
  if (tooLong.length > 0) return Promise.resolve({ refusals: tooLong })
  if (id === null) return Promise.resolve({ refusals: [notFound("id", standing?.id ?? "")] })
  return recordOnce(ctx, request, { ...content, id: standing?.id, version: standing?.version }, id, {
    write: async (em) => {
      if (standing !== null) {
        await holdFirst?.(em, id)
        await lockVersion(em, row.table, id, standing.version)
      }
      await check?.(em, id)
      const before = standing === null ? null : await snapshot(em, row, id)
      await writeColumns(em, row, id)
      if (row.links !== undefined) await writeLinks(em, row.links, id)
      await alsoWrite?.(em, id)
      await recordAudit(em, ctx, {
        action: `${row.table}.${row.action ?? (standing === null ? "created" : "updated")}`,
        entity: row.table,
        entityId: id,
        before,
        after: await snapshot(em, row, id),
        reason: request.reason ?? null,
      })
    },
    // What a check has read of the row is not how it now stands.
    read: (em, recordedId) =>
      em.findOneOrFail(entity, { id: recordedId } as unknown as FilterQuery<T>, { refresh: true }),
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
  {
    table,
    standing,
    columns,
    stamped = [],
  }: Pick<RowToRecord<never>, "table" | "standing" | "columns" | "stamped">,
  id: string,
): Promise<void> {
  const stamps = sql`(select coalesce(jsonb_object_agg(name, now()), '{}') from unnest(${stamped}::text[]) as name)`
  const given = sql`jsonb_populate_record(null::${sql.table(table)},
    ${JSON.stringify({ ...columns, id })}::jsonb || ${stamps}) given`
  const names = [...Object.keys(columns), ...stamped].map((name) => sql.ref(name))
  const changed =
    names.length === 0 ? sql`` : sql`(${sql.join(names)}) = (select ${sql.join(names)} from ${given}),`
  const statement =
    standing === null
      ? sql`insert into ${sql.table(table)} (id, ${sql.join(names)}) select id, ${sql.join(names)} from ${given}`
      : sql`update ${sql.table(table)} stored
          set ${changed} version = stored.version + 1, updated_at = now()
          where stored.id = ${id}`
  await statement.execute(em.getKysely<unknown>())
}

async function writeLinks(em: EntityManager, links: RowLinks, id: string): Promise<void> {
  const db = em.getKysely<unknown>()
  const table = sql.table(links.table)
  const owner = sql.ref(links.owner)
  const linked = sql.ref(links.linked)
  await sql`delete from ${table} where ${owner} = ${id} and ${linked} <> all(${links.ids}::uuid[])`.execute(
    db,
  )
  await sql`insert into ${table} (${owner}, ${linked})
    select ${id}::uuid, linked from unnest(${links.ids}::uuid[]) as linked
    on conflict do nothing`.execute(db)
}

/** The row as the history keeps it: its columns and the identifiers that it is linked to, as JSON. */
async function snapshot(
  em: EntityManager,
  { table, links }: Pick<RowToRecord<never>, "table" | "links">,
  id: string,
): Promise<string | null> {
  const linked =
    links === undefined
      ? sql`'{}'::jsonb`
      : sql`jsonb_build_object(${`${links.linked}s`}::text, array(
          select ${sql.ref(links.linked)} from ${sql.table(links.table)}
          where ${sql.ref(links.owner)} = ${id} order by 1))`
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(stored) - 'search_text' || ${linked})::text as row from ${sql.table(table)} stored
    where id = ${id}`.execute(em.getKysely<unknown>())
  return rows[0]?.row ?? null
}
