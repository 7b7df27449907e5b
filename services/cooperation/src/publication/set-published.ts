import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  type RowToRecord,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"

/** A row, and whether the public is to see it. */
export interface Publication<T extends { id: string }> extends Pick<RowToRecord<T>, "entity" | "table"> {
  standing: StandingRow
  published: boolean
}

/**
 * Shows a row to the public, or hides it again.
 * @returns the row, or refusals: those of `recordRow`, NOTHING_TO_CHANGE
 */
export function setPublished<T extends { id: string }>(
  ctx: RecordingContext,
  request: RecordingRequest,
  { entity, table, standing, published }: Publication<T>,
): Promise<Outcome<T>> {
  return recordRow(ctx, request, {
    entity,
    table,
    standing,
    action: published ? "published" : "unpublished",
    ...(published ? { columns: {}, stamped: ["published_at"] } : { columns: { published_at: null } }),
    check: async (em, id) => {
      const { rows } = await sql<{ published: boolean }>`
        select published_at is not null as published from ${sql.table(table)} where id = ${id}`.execute(
        em.getKysely<unknown>(),
      )
      if (rows[0]?.published === published) throw new Refused([nothingToChange(published)])
    },
  })
}

function nothingToChange(published: boolean) {
  return {
    reason: "NOTHING_TO_CHANGE",
    field: "published",
    message: published ? "Mục này đã được công khai" : "Mục này chưa được công khai",
  }
}
