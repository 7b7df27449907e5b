import type { EntityManager } from "@mikro-orm/postgresql"
import { sql } from "kysely"
import { uuidOf } from "../reference/uuid-of.ts"
import { type Refusal, Refused } from "./outcome.ts"

/** A refusal for an identifier that leads to no standing row. */
export function notFound(field: string, id: string): Refusal {
  return {
    reason: "NOT_FOUND",
    field,
    message: `Không có mục nào với định danh “${id}”, hoặc mục đó đã được rút`,
  }
}

/** A refusal for a change that was based on what is no longer there. */
export function versionStale(given: number, current: number): Refusal {
  return {
    reason: "VERSION_STALE",
    field: "version",
    message: `Phiên bản ${given} không còn là bản hiện hành; hãy tải phiên bản ${current} rồi sửa tiếp`,
  }
}

/**
 * Keeps the partners from being withdrawn until the transaction ends.
 * @throws Refused with NOT_FOUND for every identifier that is of no standing partner
 */
export async function requirePartners(em: EntityManager, partnerIds: readonly string[]): Promise<void> {
  if (partnerIds.length === 0) return
  const { rows } = await sql<{ id: string }>`select id from partner
    where id = any(${partnerIds.map(uuidOf)}::uuid[]) and withdrawn_at is null order by id for share`.execute(
    em.getKysely<unknown>(),
  )
  const standing = new Set<string | null>(rows.map(({ id }) => id))
  const missing = partnerIds.filter((id) => !standing.has(uuidOf(id)))
  if (missing.length > 0) throw new Refused(missing.map((id) => notFound("partnerIds", id)))
}

/**
 * Keeps a row that is named from being withdrawn until the transaction ends.
 * @param field the input that names it; null names none and is right
 * @throws Refused with NOT_FOUND when no such row stands
 */
export async function requireRow(
  em: EntityManager,
  table: "agreement" | "programme",
  field: string,
  id: string | null,
): Promise<void> {
  if (id === null) return
  const { rows } = await sql`select id from ${sql.table(table)}
    where id = ${uuidOf(id)}::uuid and withdrawn_at is null for share`.execute(em.getKysely<unknown>())
  if (rows.length === 0) throw new Refused([notFound(field, id)])
}
