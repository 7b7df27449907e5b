import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { PlanItemKind } from "./report-item.ts"

/** What of the plan is asked for line by line. */
export interface ItemScope {
  /** Of which there are lines; none: only questions are asked. */
  itemKinds: readonly PlanItemKind[]
  /** Numerals of the sections whose tasks are asked for; none named: all. An indicator stands in no section. */
  sections: readonly string[]
}

/** Whether a round (alias `round`) asks for an item (alias `item`) of the plan. */
export const inScope: RawBuilder<SqlBool> = sql<SqlBool>`(item.withdrawn_at is null and item.kind = any(round.item_kinds)
  and (item.kind <> 'TASK' or cardinality(round.sections) = 0 or item.section = any(round.sections)))`
