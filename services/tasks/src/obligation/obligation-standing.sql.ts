import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { lastEndedRound } from "../period/reporting-round.ts"
import { readableFacts, readableReports } from "../progress/readable-reports.ts"
import { waitingSql } from "../verification/waiting.sql.ts"
import { isOfObligation } from "./owing.sql.ts"

/** Whose obligation, in SQL: of the task under alias `t`. */
export interface ObligationQuestion {
  viewer: RequestContext["viewer"]
  /** The agency that owes, e.g. sql.ref("o.agency_id") */
  agencyId: RawBuilder<string>
  asOf: CalendarDate
}

function ofObligation(column: string, { agencyId, asOf }: ObligationQuestion): RawBuilder<SqlBool> {
  return isOfObligation(sql.ref(column), { taskId: sql`t.id`, agencyId }, asOf)
}

/** Grows with every fact about the obligation: answers, what was made of them, extensions. */
export function obligationVersionSql(question: ObligationQuestion): RawBuilder<number> {
  const { viewer } = question
  return sql<number>`(1
    + (select count(distinct r.id) + count(v.id) from progress_report r
      left join report_verification v on v.report_id = r.id
      where r.task_id = t.id and ${ofObligation("r.agency_id", question)} and ${readableReports(viewer)})
    + (select count(*) + count(x.decided_on) from deadline_extension x
      where x.task_id = t.id and ${ofObligation("x.agency_id", question)} and ${readableFacts(viewer, "x")}))::integer`
}

/** Whether the Department has neither confirmed nor returned what was claimed last of it, or of any of its periods or phases. */
export function awaitingVerificationSql(question: ObligationQuestion): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from progress_report r
    where r.task_id = t.id and ${ofObligation("r.agency_id", question)} and ${readableReports(question.viewer)}
      and ${waitingSql(question.asOf)})`
}

/** The day of the last answer of any kind; null where there was none. */
export function lastAnswerOnSql(question: ObligationQuestion): RawBuilder<CalendarDate | null> {
  return sql<CalendarDate | null>`(
    select r.effective_on from progress_report r
    where r.task_id = t.id and r.effective_on <= ${question.asOf}::date and ${ofObligation("r.agency_id", question)}
      and ${readableReports(question.viewer)}
    order by r.position desc limit 1)`
}

/** From when on an answer is owed: the plan in force, the task begun, the agency there. */
export function owedSinceSql({ agencyId }: Pick<ObligationQuestion, "agencyId">): RawBuilder<CalendarDate> {
  return sql<CalendarDate>`greatest(
    (select p.effective_on from plan p where p.id = t.plan_id), t.deadline_starts_on,
    (select named.valid_from from agency_reference named where named.id = ${agencyId}))`
}

/** Statuses in which nobody waits for an answer. */
export const NO_ANSWER_OWED = [
  "AWAITING_TRIGGER",
  "COMPLETED_ON_TIME",
  "COMPLETED_LATE",
  "SUSPENDED",
  "CANCELLED",
] as const

/**
 * Since when nobody has answered for an obligation: through the whole of the last reporting round that has ended, and since.
 * @param lastAnswerOn null where nobody ever has
 * @returns null where somebody has, or where the obligation began within that round
 */
export function silentSince(
  { lastAnswerOn, owedSince }: { lastAnswerOn: CalendarDate | null; owedSince: CalendarDate },
  asOf: CalendarDate,
): CalendarDate | null {
  const since = lastAnswerOn ?? owedSince
  return since < lastEndedRound(asOf).opensOn ? since : null
}

/** {@link silentSince} in SQL, status left aside. */
export function silentSql(question: ObligationQuestion): RawBuilder<SqlBool> {
  return sql<SqlBool>`(coalesce(${lastAnswerOnSql(question)}, ${owedSinceSql(question)}) < ${lastEndedRound(question.asOf).opensOn}::date)`
}
