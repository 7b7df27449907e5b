import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  type RowToRecord,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/** A row to be withdrawn. */
export interface RowToWithdraw<T extends { id: string }> extends Pick<RowToRecord<T>, "entity" | "table"> {
  standing: StandingRow
  /** Whether a standing row names the one with that identifier. */
  isNamed(id: string): RawBuilder<SqlBool>
}

/**
 * Takes a row out of every list; it stays in the history.
 * @returns the row, or refusals: those of `recordRow`, REASON_MISSING, STILL_NAMED
 */
export function withdrawRow<T extends { id: string }>(
  ctx: RecordingContext,
  request: RecordingRequest,
  { entity, table, standing, isNamed }: RowToWithdraw<T>,
): Promise<Outcome<T>> {
  return recordRow(ctx, request, {
    entity,
    table,
    standing,
    action: "withdrawn",
    reasonNeeded: "Hãy ghi lý do rút mục này",
    columns: {},
    stamped: ["withdrawn_at"],
    check: async (em, id) => {
      const { rows } = await sql<{ named: boolean }>`select ${isNamed(id)} as named`.execute(
        em.getKysely<unknown>(),
      )
      if (rows[0]?.named === true) throw new Refused([STILL_NAMED])
    },
  })
}

const STILL_NAMED = {
  reason: "STILL_NAMED",
  field: "id",
  message: "Mục này còn được một thỏa thuận hoặc hoạt động nêu tên; hãy sửa hoặc rút mục đó trước",
}
