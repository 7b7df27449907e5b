import type { Identity } from "@plan43/authorization"
import { hasScope, type RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { agencyWithin, type Withheld } from "./agency-scope.ts"

/** What decides about a row that people recorded. */
export interface RecordedRow {
  /** Whether it was published. */
  published: RawBuilder<SqlBool>
  /**
   * Whether it concerns one of the agencies.
   * @param agencyIds a subquery
   * @param withheld what of it went to others: asked of rows that a split may divide
   */
  concerns(agencyIds: RawBuilder<string>, withheld: Withheld): RawBuilder<SqlBool>
}

/**
 * The rows that somebody may read by a rule: all of them, or what was published and what concerns the own agency, its
 * predecessors and the groups of both, or what was published.
 */
export function readableBy(
  viewer: Identity | null,
  { all, own }: RowRule,
  { published, concerns }: RecordedRow,
): RawBuilder<SqlBool> {
  if (hasScope(viewer, all)) return sql<SqlBool>`true`
  if (viewer === null || viewer.agencyId === null || own === null || !hasScope(viewer, own)) return published
  const { ids, withheld } = agencyWithin(sql<string>`${viewer.agencyId}::uuid`, {
    throughGroups: true,
    inherited: true,
  })
  return sql<SqlBool>`(${published} or ${concerns(ids, withheld)})`
}

/**
 * The rows that somebody may read whether they were published or not: what a history is read by, since it tells also
 * what a row was before it was published.
 */
export function readableUnpublishedBy(
  viewer: Identity | null,
  rule: RowRule,
  { concerns }: Pick<RecordedRow, "concerns">,
): RawBuilder<SqlBool> {
  return readableBy(viewer, rule, { published: sql<SqlBool>`false`, concerns })
}
