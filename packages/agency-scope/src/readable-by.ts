import type { Identity, Scope } from "@plan43/authorization"
import { hasScope } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { agencyIdsWithin } from "./agency-scope.ts"

/** Rows that people record, and what decides who may read one. */
export interface RecordedRows {
  /** Whoever has it reads every row. */
  all: Scope
  /** Whoever has it reads also what concerns the own agency; null where rows concern no agency. */
  own: Scope | null
  /** Whether a row was published: then everybody reads it. */
  published: RawBuilder<SqlBool>
  /**
   * Whether a row concerns one of the agencies.
   * @param agencyIds a subquery
   */
  concerns(agencyIds: RawBuilder<string>): RawBuilder<SqlBool>
}

/**
 * The rows that somebody may read: all of them, or what was published and what concerns the own agency, its predecessors
 * and the groups of both, or what was published.
 */
export function readableBy(
  viewer: Identity | null,
  { all, own, published, concerns }: RecordedRows,
): RawBuilder<SqlBool> {
  if (hasScope(viewer, all)) return sql<SqlBool>`true`
  if (viewer === null || viewer.agencyId === null || own === null || !hasScope(viewer, own)) return published
  const agencies = agencyIdsWithin(sql<string>`${viewer.agencyId}::uuid`, {
    throughGroups: true,
    inherited: true,
  })
  return sql<SqlBool>`(${published} or ${concerns(agencies)})`
}
