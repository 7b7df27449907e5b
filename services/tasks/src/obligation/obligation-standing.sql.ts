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
function owedSinceSql({ agencyId }: Pick<ObligationQuestion, "agencyId">): RawBuilder<CalendarDate> {
  return sql<CalendarDate>`greatest(
    (select p.effective_on from plan p where p.id = t.plan_id), t.deadline_starts_on,
    (select named.valid_from from agency_reference named where named.id = ${agencyId}))`
}

/**
 * When it was last known that the task goes on: the start of one that waited for documents, or the day on which that was
 * recorded where it came later; the day on which one was opened again. Null where neither was. A start that is recorded anew
 * with other days was known before.
 */
function goesOnSinceSql({ viewer, asOf }: ObligationQuestion): RawBuilder<CalendarDate | null> {
  const recorded = sql`s.task_id = t.id and s.recorded_on <= ${asOf}::date`
  return sql<CalendarDate | null>`greatest(
    (select greatest((array_agg(s.starts_on order by s.id desc))[1], min(s.recorded_on)) from task_start s
      where ${recorded} and not exists (select 1 from task_start back
        where back.task_id = t.id and back.recorded_on <= ${asOf}::date and back.id >= s.id and back.event_on is null)),
    (select max(d.recorded_on) from task_decision d
      where d.task_id = t.id and d.kind = 'REOPENED' and d.recorded_on <= ${asOf}::date and ${readableFacts(viewer, "d")}))`
}

/** Since when nobody has answered for the obligation: the last answer, or from when on one is owed. */
export function unansweredSinceSql(question: ObligationQuestion): RawBuilder<CalendarDate> {
  return sql<CalendarDate>`greatest(coalesce(${lastAnswerOnSql(question)}, ${owedSinceSql(question)}), ${goesOnSinceSql(question)})`
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
 * Since when an obligation is silent: nobody has answered through the whole of the last reporting round that has ended, and since.
 * @param unansweredSince as {@link unansweredSinceSql} has it
 * @returns null where somebody has, or where the obligation began, or went on again, within that round
 */
export function silentSince(unansweredSince: CalendarDate, asOf: CalendarDate): CalendarDate | null {
  return unansweredSince < lastEndedRound(asOf).opensOn ? unansweredSince : null
}

/** {@link silentSince} in SQL, status left aside. */
export function silentSql(question: ObligationQuestion): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${unansweredSinceSql(question)} < ${lastEndedRound(question.asOf).opensOn}::date)`
}
