import {
  type Connection,
  listPage,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import { ProgressReport } from "../progress/progress-report.ts"
import { readableReports } from "../progress/readable-reports.ts"
import { waitingSql } from "./waiting.sql.ts"

/** What waits for the Department: of each obligation, and of each period and phase of it, the last claim; the oldest first. */
export function findWaiting(ctx: RequestContext, page: PageArguments): Promise<Connection<ProgressReport>> {
  return listPage(ctx, {
    entity: ProgressReport,
    from: sql`progress_report r join task t on t.id = r.task_id`,
    columns: sql`r.*`,
    conditions: [sql<SqlBool>`t.withdrawn_at is null`, waitingSql(ctx.today), readableReports(ctx.viewer)],
    ordering: {
      name: "OLDEST_FIRST",
      direction: OrderDirection.ASC,
      keys: [{ expression: sql`r.position`, type: "bigint" }],
    },
    page: pageRequestOf(page),
  })
}
