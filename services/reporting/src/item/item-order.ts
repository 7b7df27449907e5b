import { type RawBuilder, sql } from "kysely"
import { ReportItemKind } from "./report-item.ts"

/** By which items (with this alias) of several kinds are ordered before their positions: tasks, indicators, questions. */
export function kindRank(alias: string): RawBuilder<number> {
  return sql<number>`array_position(array[${sql.join(Object.keys(ReportItemKind))}], ${sql.ref(`${alias}.kind`)})`
}
