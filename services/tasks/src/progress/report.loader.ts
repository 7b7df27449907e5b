import type { CalendarDate } from "@plan43/calendar"
import {
  batched,
  type Connection,
  connectionType,
  type List,
  listBelow,
  OrderDirection,
  type PageArguments,
  type PageRequest,
  pageRequestOf,
  parentId,
  type RequestContext,
  rowById,
} from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import { obligationKeySql } from "../obligation/obligation-id.ts"
import { isOfObligation } from "../obligation/owing.sql.ts"
import { confirmedSql } from "../status/task-status.sql.ts"
import { ProgressReport } from "./progress-report.ts"
import { readableReports } from "./readable-reports.ts"

export const ProgressReportConnection = connectionType("ProgressReport", () => ProgressReport)

/** A report that the viewer may read; null where there is none of that identifier among them. */
export const reportById = rowById(ProgressReport, ({ viewer }) => ({
  from: sql`progress_report r`,
  columns: sql`r.*`,
  id: sql`r.id`,
  conditions: [readableReports(viewer)],
}))

/** Which report of a task is asked for. */
export interface StandingReportKey {
  taskId: string
  /** The agency that owes; null: of whomever it is. */
  agencyId: string | null
  /** Of which period; null: of any. */
  periodKey: string | null
  /** Of which phase; null: of any, or of none. */
  phaseId: string | null
  asOf: CalendarDate
}

/** What an agency last claimed about its work by the end of a day; answers without progress claim nothing new. */
export const claimOf = standingReport("CLAIM")
/** The last claim that the Department had confirmed by the end of a day. */
export const verifiedOf = standingReport("VERIFIED")
/** The last answer by the end of a day, "no change" and "nothing to report" included. */
export const lastAnswerOf = standingReport("ANSWER")

function standingReport(which: "CLAIM" | "VERIFIED" | "ANSWER") {
  return batched(
    async (ctx: RequestContext, keys: readonly StandingReportKey[]): Promise<(ProgressReport | null)[]> => {
      const { viewer } = ctx
      const asOf = sql.ref<string>("asked.as_of")
      const askedFor = { taskId: sql.ref("asked.task_id"), agencyId: sql.ref<string>("asked.agency_id") }
      const conditions = {
        CLAIM: sql<SqlBool>`r.answer = 'PROGRESS'`,
        VERIFIED: sql<SqlBool>`r.answer = 'PROGRESS' and ${confirmedSql({ viewer, asOf })}`,
        ANSWER: sql<SqlBool>`true`,
      }
      const { rows } = await sql<{ asked: string }>`
        select asked.asked, r.* from unnest(${keys.map(({ taskId }) => taskId)}::uuid[],
          ${keys.map(({ agencyId }) => agencyId)}::uuid[], ${keys.map(({ periodKey }) => periodKey)}::text[],
          ${keys.map(({ phaseId }) => phaseId)}::uuid[], ${keys.map((key) => key.asOf)}::date[])
          with ordinality as asked(task_id, agency_id, period_key, phase_id, as_of, asked)
        cross join lateral (
          select r.* from progress_report r
          where r.task_id = asked.task_id and r.effective_on <= asked.as_of and ${conditions[which]}
            and (asked.agency_id is null or ${isOfObligation(sql`r.agency_id`, askedFor, asOf)})
            and (asked.period_key is null or r.period_key = asked.period_key)
            and (asked.phase_id is null or r.phase_id = asked.phase_id)
            and ${readableReports(viewer)}
          order by r.position desc limit 1
        ) r`.execute(ctx.em.getKysely<unknown>())
      const byKey = new Map(
        rows.map(({ asked, ...row }) => [Number(asked), ctx.em.map(ProgressReport, row as never)]),
      )
      return keys.map((_key, index) => byKey.get(index + 1) ?? null)
    },
    ({ taskId, agencyId, periodKey, phaseId, asOf }) =>
      `${taskId} ${agencyId} ${periodKey} ${phaseId} ${asOf}`,
  )
}

const reportsBelow = listBelow(
  async (
    { viewer },
    { asOf, page }: { asOf: CalendarDate; page: PageRequest },
  ): Promise<List<ProgressReport>> => {
    const { taskId, agencyId } = obligationKeySql(parentId)
    return {
      entity: ProgressReport,
      from: sql`progress_report r`,
      columns: sql`r.*`,
      conditions: [
        sql<SqlBool>`r.task_id = ${taskId} and r.effective_on <= ${asOf}::date`,
        isOfObligation(sql`r.agency_id`, { taskId, agencyId }, asOf),
        readableReports(viewer),
      ],
      ordering: {
        name: "LAST_FIRST",
        direction: OrderDirection.DESC,
        keys: [{ expression: sql`r.position`, type: "bigint" }],
      },
      page,
    }
  },
  "text",
)

/** Every answer that was given to an obligation by the end of a day, the last first. */
export function reportsOfObligation(
  ctx: RequestContext,
  obligationId: string,
  asOf: CalendarDate,
  page: PageArguments,
): Promise<Connection<ProgressReport>> {
  return reportsBelow(ctx, obligationId, { asOf, page: pageRequestOf(page) })
}
