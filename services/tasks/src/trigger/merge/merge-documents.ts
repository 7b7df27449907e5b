import type { EntityManager } from "@mikro-orm/postgresql"
import {
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordAudits,
  recordRow,
  type StandingRow,
  uuidOf,
  versionStale,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { Trigger } from "../trigger.ts"

/** The most documents that are merged at once. */
const MOST_MERGED = 50

/**
 * Takes documents for one and the same: recording it starts the tasks of all. Each keeps the plan's words for it.
 * @param standing the record that goes on
 * @param merged those that from now on lead to it
 * @returns the record that goes on, or refusals: those of `recordRow`, NOTHING_TO_MERGE, LIST_TOO_LONG, SAME_DOCUMENT,
 * OTHER_PLAN, ALREADY_MERGED, ALREADY_RECORDED
 */
export async function mergeDocuments(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  merged: readonly StandingRow[],
): Promise<Outcome<Trigger>> {
  const refusals = listRefusals(standing, merged)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: Trigger,
    table: "awaited_document",
    standing,
    action: "merged-with",
    columns: { merged_into: null },
    about: { merged },
    check: async (em, id) => {
      const into = await em.findOneOrFail(Trigger, { id }, { refresh: true })
      const others = await lockDocuments(em, merged)
      const wrong = merged.flatMap((each) => refusalOf(into, others.get(each.id) ?? null, each))
      if (into.mergedInto !== null) wrong.push(ALREADY_MERGED)
      if (into.issuedOn !== null) wrong.push(ALREADY_RECORDED)
      if (wrong.length > 0) throw new Refused(wrong)
    },
    alsoWrite: async (em, id) => {
      const ids = merged.map((each) => each.id)
      const { rows } = await sql<{ id: string; before: string; after: string }>`
        with before as (
          select g.id, (to_jsonb(g) - 'search_text')::text as row from awaited_document g
          where g.id = any(${ids}::uuid[]) or g.merged_into = any(${ids}::uuid[])
        )
        update awaited_document g set merged_into = ${id}::uuid, merged_at = now(), version = g.version + 1, updated_at = now()
        from before where before.id = g.id
        returning g.id, before.row as before, (to_jsonb(g) - 'search_text')::text as after`.execute(
        em.getKysely<unknown>(),
      )
      await recordAudits(
        em,
        ctx,
        rows.map(({ id: entityId, before, after }) => ({
          action: "awaited_document.merged",
          entity: "awaited_document",
          entityId,
          before,
          after,
          reason: request.reason ?? null,
        })),
      )
    },
  })
}

/**
 * Undoes a merge: the document stands by itself again. What was recorded meanwhile of the one that it was merged into stays
 * recorded of it too, and its tasks stay started.
 * @returns the document, or refusals: those of `recordRow`, NOT_MERGED
 */
export function separateDocument(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<Trigger>> {
  return recordRow(ctx, request, {
    entity: Trigger,
    table: "awaited_document",
    standing,
    action: "separated",
    columns: { merged_into: null, merged_at: null },
    check: async (em, id) => {
      const document = await em.findOneOrFail(Trigger, { id }, { refresh: true })
      if (document.mergedInto === null) throw new Refused([NOT_MERGED])
      // Before the columns say where it was merged, and since when
      await sql`insert into document_recording (document_id, act, kind, number, name, issuer, issued_on, effective_on, link,
          file_ids, due_days, ended_on, successor_number, successor_name, successor_link, reason, recorded_on, recorded_at,
          recorded_by, recorded_by_name)
        select g.id, r.act, r.kind, r.number, r.name, r.issuer, r.issued_on, r.effective_on, r.link,
          r.file_ids, r.due_days, r.ended_on, r.successor_number, r.successor_name, r.successor_link, r.reason, r.recorded_on,
          r.recorded_at, r.recorded_by, r.recorded_by_name
        from awaited_document g join document_recording r on r.document_id = g.merged_into and r.recorded_at >= g.merged_at
        where g.id = ${id}::uuid order by r.id`.execute(em.getKysely<unknown>())
    },
  })
}

/** Holds the documents until the transaction ends, by identifier as it was given. */
async function lockDocuments(
  em: EntityManager,
  documents: readonly StandingRow[],
): Promise<Map<string, LockedDocument>> {
  const { rows } = await sql<LockedDocument>`
    select id, version, plan_id as "planId", merged_into as "mergedInto", issued_on is not null as recorded
    from awaited_document where id = any(${documents.map(({ id }) => id)}::uuid[]) and withdrawn_at is null
    order by id for update`.execute(em.getKysely<unknown>())
  return new Map(rows.map((row) => [row.id, row]))
}

interface LockedDocument extends StandingRow {
  planId: string
  mergedInto: string | null
  recorded: boolean
}

function listRefusals(standing: StandingRow, merged: readonly StandingRow[]): Refusal[] {
  if (merged.length === 0) return [NOTHING_TO_MERGE]
  if (merged.length > MOST_MERGED) return [tooMany(merged.length)]
  const malformed = merged.find(({ id }) => uuidOf(id) === null)
  if (malformed !== undefined) return [notFound("merged", malformed.id)]
  const ids = [standing, ...merged].map(({ id }) => id)
  return new Set(ids).size < ids.length ? [SAME_DOCUMENT] : []
}

function refusalOf(into: Trigger, other: LockedDocument | null, given: StandingRow): Refusal[] {
  if (other === null) return [notFound("merged", given.id)]
  if (other.version !== given.version)
    return [{ ...versionStale(given.version, other.version), field: "merged" }]
  if (other.planId !== into.planId) return [OTHER_PLAN]
  if (other.mergedInto !== null) return [{ ...ALREADY_MERGED, field: "merged" }]
  return other.recorded ? [{ ...ALREADY_RECORDED, field: "merged" }] : []
}

function tooMany(given: number): Refusal {
  return {
    reason: "LIST_TOO_LONG",
    field: "merged",
    message: `Gộp một lần nhiều nhất ${MOST_MERGED} văn bản; đã chọn ${given}`,
  }
}

const NOTHING_TO_MERGE: Refusal = {
  reason: "NOTHING_TO_MERGE",
  field: "merged",
  message: "Hãy chọn ít nhất một văn bản để gộp vào",
}

const SAME_DOCUMENT: Refusal = {
  reason: "SAME_DOCUMENT",
  field: "merged",
  message: "Một văn bản được nêu hai lần",
}

const OTHER_PLAN: Refusal = {
  reason: "OTHER_PLAN",
  field: "merged",
  message: "Chỉ gộp các văn bản chờ của cùng một kế hoạch",
}

const ALREADY_MERGED: Refusal = {
  reason: "ALREADY_MERGED",
  field: "id",
  message: "Văn bản này đã được gộp vào văn bản khác; hãy tách ra trước",
}

const ALREADY_RECORDED: Refusal = {
  reason: "ALREADY_RECORDED",
  field: "id",
  message: "Văn bản đã được ghi nhận là ban hành thì không gộp được; hãy ghi nhận từng văn bản",
}

const NOT_MERGED: Refusal = {
  reason: "NOT_MERGED",
  field: "id",
  message: "Văn bản này không được gộp vào văn bản nào",
}
