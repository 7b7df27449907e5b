import { answeringFor } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { reopensSql } from "../status/task-status.sql.ts"

/**
 * Whether, at the end of a day, a report (alias `r`) no longer speaks for its part of the task, the same period and phase: its
 * agency, or one that answers for it then, claimed something later, or it was opened again since.
 */
export function supersededSql(asOf: CalendarDate | RawBuilder<string>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(exists (select 1 from progress_report later
      where later.task_id = r.task_id and later.answer = 'PROGRESS' and later.position > r.position and later.effective_on <= ${asOf}::date
        and later.period_key is not distinct from r.period_key and later.phase_id is not distinct from r.phase_id
        and (later.agency_id = r.agency_id or later.agency_id in (${answeringFor(sql.ref<string>("r.agency_id"), asOf)})))
    or exists (select 1 from task_decision d
      where ${reopensSql()} and d.recorded_on <= ${asOf}::date))`
}

/** Whether, by the end of a day, the Department had neither confirmed nor returned what a report (alias `r`) claims, and could do so. */
export function waitingSql(asOf: CalendarDate | RawBuilder<string>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(r.answer = 'PROGRESS' and r.effective_on <= ${asOf}::date
    and not exists (select 1 from report_verification v where v.report_id = r.id and v.recorded_on <= ${asOf}::date)
    and not ${supersededSql(asOf)})`
}
