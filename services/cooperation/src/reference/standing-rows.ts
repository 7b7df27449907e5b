import type { EntityManager } from "@mikro-orm/postgresql"
import { notFound, Refused, uuidOf } from "@plan43/subgraph"
import { sql } from "kysely"

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

/**
 * @param id null names no agency and is right
 * @throws Refused with NOT_FOUND when the register has no such agency
 */
export async function requireAgency(em: EntityManager, id: string | null): Promise<void> {
  if (id === null) return
  const { rows } = await sql`select id from agency_reference where id = ${uuidOf(id)}::uuid`.execute(
    em.getKysely<unknown>(),
  )
  if (rows.length === 0) throw new Refused([notFound("responsibleAgencyId", id)])
}
