import { agencyIdsWithin, answeredForBy } from "@plan43/agency-scope"
import { addDays, type CalendarDate, daysBetween } from "@plan43/calendar"
import { batched, hasScope, type RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { obligationIdOf } from "../obligation/obligation-id.ts"
import { NO_ANSWER_OWED, silentSql, unansweredSinceSql } from "../obligation/obligation-standing.sql.ts"
import { isOfAnyObligation, owingSql } from "../obligation/owing.sql.ts"
import { lastEndedRound } from "../period/reporting-round.ts"
import { PROGRESS, readableFacts, readableReports } from "../progress/readable-reports.ts"
import {
  dueOnInForceSql,
  obligationDueOnInForceSql,
  obligationPhaseCompletedOnSql,
  obligationStatusSql,
  phaseCompletedOnSql,
  taskStatusSql,
} from "../status/task-status.sql.ts"
import type { TaskStatus } from "../status/task-status.ts"
import { supersededSql } from "../verification/waiting.sql.ts"
import { Morning, MorningItem } from "./morning.ts"
import { type MorningReason, rankMorning } from "./rank-morning.ts"

/** A last day in time is near within so many days. */
const NEAR_DAYS = 7

/** An answer, or the beginning of work, is news for so many days. */
const NEWS_DAYS = 3

/**
 * So many of each reason are looked at. The page shows fifteen things once each, and a thing has no more reasons than
 * this allows for.
 */
const LOOKED_AT = 60

/** What a statement finds: of one task, of an agency's part of one, or of an agency. */
interface Found {
  taskId: string | null
  agencyId: string | null
  since: CalendarDate
}

/**
 * What needs whoever is asking, today: of the whole plan for those who read all of it, of the own agency for others. It is
 * found once for a request, however often it is asked for in it.
 */
export function findMorning(ctx: RequestContext): Promise<Morning> {
  return morningOf(ctx, ctx.today)
}

const morningOf = batched(
  async (ctx, days: readonly CalendarDate[]): Promise<Morning[]> =>
    Promise.all(days.map((asOf) => morningOn(ctx, asOf))),
)

async function morningOn(ctx: RequestContext, asOf: CalendarDate): Promise<Morning> {
  const candidates = await Promise.all(
    statementsFor(ctx).map(async ([reason, statement]) => {
      const { rows } = await statement.execute(ctx.em.getKysely<unknown>())
      return rows.map((found) => itemOf(reason, found, asOf))
    }),
  )
  return Object.assign(new Morning(), { asOf, items: rankMorning(candidates.flat()) })
}

function statementsFor(ctx: RequestContext): Statement[] {
  if (hasScope(ctx.viewer, PROGRESS.all)) return ofThePlan(ctx)
  const agencyId = ctx.viewer?.agencyId ?? null
  return agencyId === null ? [] : ofTheAgency(ctx, agencyId)
}

function itemOf(reason: MorningReason, { taskId, agencyId, since }: Found, today: CalendarDate): MorningItem {
  const subject =
    taskId !== null && agencyId !== null ? obligationIdOf({ taskId, agencyId }) : (taskId ?? agencyId ?? "")
  return Object.assign(new MorningItem(), {
    id: `${reason}:${subject}`,
    reason,
    subject,
    taskId,
    agencyId,
    since,
    days: Math.abs(daysBetween(since, today)),
  })
}

type Statement = [MorningReason, RawBuilder<Found>]

/** For those who follow the whole plan: tasks by the calendar, reports and requests one by one, silence by agency. */
function ofThePlan(ctx: RequestContext): Statement[] {
  const work = {
    from: sql`task t`,
    agencyId: onlyOwing(ctx.today),
    status: taskStatusSql(question(ctx)),
    dueOn: dueOnInForceSql(question(ctx)),
    phaseCompletedOn: phaseCompletedOnSql(question(ctx)),
  }
  return [
    ["WAITING_FOR_VERIFICATION", waitingForVerification(ctx)],
    ["EXTENSION_REQUESTED", requestedExtensions(ctx)],
    ...byTheCalendar(ctx, work),
    ["ANSWERED", answersWithoutProgress(ctx)],
    ["SILENT", silentAgencies(ctx)],
  ]
}

/** For an agency's own people: what it owes, piece by piece. */
function ofTheAgency(ctx: RequestContext, agencyId: string): Statement[] {
  const { today } = ctx
  const own = sql<string>`${agencyId}::uuid`
  const within = agencyIdsWithin(own, { throughGroups: true, inherited: true })
  // What the agency reports as completed waits for the Department, not for the agency
  const claimed = { ...question(ctx), completion: "CLAIMED" } as const
  const work: Work = {
    from: sql`(select * from task mine where mine.id in (
        select ta.task_id from task_agency ta where ta.role = 'LEAD' and ta.agency_id in (${within}))) t
      join lateral ${owingSql(sql`t.id`, today)} o on o.agency_id = ${own}`,
    agencyId: own,
    status: obligationStatusSql(claimed, own),
    dueOn: obligationDueOnInForceSql(question(ctx), own),
    phaseCompletedOn: obligationPhaseCompletedOnSql(claimed, own),
  }
  return [
    ["RETURNED", returnedReports(ctx, own)],
    ...byTheCalendar(ctx, work),
    ["ANSWERED", decidedExtensions(ctx, own)],
    ["SILENT", silentObligations(ctx, { ...work, status: obligationStatusSql(question(ctx), own) })],
  ]
}

const question = ({ viewer, today }: RequestContext) => ({ viewer, asOf: today })

/** Work whose place in time is asked about: tasks, or one agency's parts of them, under alias `t`. */
interface Work {
  from: RawBuilder<unknown>
  /** Whose it is; null where several owe it. */
  agencyId: RawBuilder<string | null>
  status: RawBuilder<TaskStatus>
  /** The last day in time, extensions included; null where phases have their own. */
  dueOn: RawBuilder<CalendarDate | null>
  /** When a phase of it (alias `p`) was completed; null where it is not. */
  phaseCompletedOn: RawBuilder<CalendarDate | null>
}

/** The one agency that owes a task (alias `t`); null where several do. */
function onlyOwing(today: CalendarDate): RawBuilder<string | null> {
  return sql<string | null>`(select case when count(*) = 1 then min(o.agency_id::text)::uuid end
    from ${owingSql(sql`t.id`, today)} o)`
}

function byTheCalendar(ctx: RequestContext, work: Work): Statement[] {
  const { from, agencyId, status, dueOn, phaseCompletedOn } = work
  const { today } = ctx
  const near = addDays(today, NEAR_DAYS)
  const due = sql`coalesce(${dueOn}, (select min(p.deadline_due_on) from task_phase p
    where p.task_id = t.id and p.withdrawn_at is null and p.deadline_due_on >= ${today}::date and ${phaseCompletedOn} is null))`
  const late = sql`coalesce(${dueOn}, (select max(p.deadline_due_on) from task_phase p
    where p.task_id = t.id and p.withdrawn_at is null and p.deadline_due_on < ${today}::date and ${phaseCompletedOn} is null))`
  // Where the day in time is not, or not alone, the one that the index of due dates knows
  const elsewhere = sql<SqlBool>`(t.deadline_kind in ('ANNUAL', 'PHASED')
    or exists (select 1 from task_start s where s.task_id = t.id)
    or exists (select 1 from deadline_extension x where x.task_id = t.id and x.granted))`
  // The day on which it was known that one can begin: the first day itself, or the later one of the recording
  const started = sql`coalesce((
    select greatest(s.starts_on, s.recorded_on) from task_start s where s.task_id = t.id and s.recorded_on <= ${today}::date
    order by s.id desc limit 1), t.deadline_starts_on)`
  const news = sql`${addDays(today, -NEWS_DAYS)}::date and ${today}::date`
  const find = (since: RawBuilder<unknown>, condition: RawBuilder<SqlBool>, order: RawBuilder<unknown>) =>
    sql<Found>`select t.id as "taskId", ${agencyId} as "agencyId", ${since} as since from ${from}
      where t.withdrawn_at is null and ${condition} order by ${order}, t.position, t.id limit ${sql.lit(LOOKED_AT)}`
  return [
    [
      "DUE",
      find(
        due,
        sql<SqlBool>`(t.deadline_due_on between ${today}::date and ${near}::date or ${elsewhere})
          and ${status} = 'DUE_SOON' and ${due} between ${today}::date and ${near}::date`,
        sql`3`,
      ),
    ],
    [
      "OVERDUE",
      find(
        late,
        sql<SqlBool>`(t.deadline_due_on < ${today}::date or ${elsewhere})
          and ${status} = 'OVERDUE' and ${late} is not null`,
        sql`3 desc`,
      ),
    ],
    [
      "STARTED",
      find(
        started,
        sql<SqlBool>`(t.deadline_starts_on between ${news} or exists (select 1 from task_start s where s.task_id = t.id))
          and ${started} between ${news}
          and ${status} <> all(${sql.val([...NO_ANSWER_OWED])}::text[])`,
        sql`3 desc`,
      ),
    ],
  ]
}

/** The last thing that an agency said of a part of its work (alias `r`), of a task that stands in the plan. */
function lastClaims({ viewer, today }: RequestContext): RawBuilder<unknown> {
  return sql`progress_report r join task t on t.id = r.task_id and t.withdrawn_at is null
    where r.answer = 'PROGRESS' and ${readableReports(viewer)} and not ${supersededSql(today)}`
}

function waitingForVerification(ctx: RequestContext): RawBuilder<Found> {
  return sql<Found>`select r.task_id as "taskId", r.agency_id as "agencyId", r.effective_on as since
    from ${lastClaims(ctx)} and not exists (select 1 from report_verification v where v.report_id = r.id)
    order by r.position limit ${sql.lit(LOOKED_AT)}`
}

function returnedReports(ctx: RequestContext, own: RawBuilder<string>): RawBuilder<Found> {
  const last = (column: RawBuilder<unknown>) =>
    sql`(select ${column} from report_verification v where v.report_id = r.id order by v.position desc limit 1)`
  return sql<Found>`select r.task_id as "taskId", ${own} as "agencyId", ${last(sql`v.recorded_on`)} as since
    from ${lastClaims(ctx)} and ${isOfAnyObligation(sql`r.agency_id`, { taskId: sql`r.task_id`, agencyId: own }, ctx.today)}
      and ${last(sql`v.outcome`)} = 'RETURNED'
    order by since limit ${sql.lit(LOOKED_AT)}`
}

function requestedExtensions({ viewer }: RequestContext): RawBuilder<Found> {
  return sql<Found>`select x.task_id as "taskId", x.agency_id as "agencyId", x.recorded_on as since
    from deadline_extension x join task t on t.id = x.task_id and t.withdrawn_at is null
    where x.granted is null and ${readableFacts(viewer, "x")}
    order by x.position limit ${sql.lit(LOOKED_AT)}`
}

function decidedExtensions({ viewer, today }: RequestContext, own: RawBuilder<string>): RawBuilder<Found> {
  return sql<Found>`select x.task_id as "taskId", ${own} as "agencyId", x.decided_on as since
    from deadline_extension x join task t on t.id = x.task_id and t.withdrawn_at is null
    where x.decided_on >= ${addDays(today, -NEWS_DAYS)}::date and ${readableFacts(viewer, "x")}
      and ${isOfAnyObligation(sql`x.agency_id`, { taskId: sql`x.task_id`, agencyId: own }, today)}
    order by x.decided_on desc, x.position desc limit ${sql.lit(LOOKED_AT)}`
}

/** Answers that need no verification, so that nobody else shows them: "no change", "nothing to report". */
function answersWithoutProgress({ viewer, today }: RequestContext): RawBuilder<Found> {
  return sql<Found>`select r.task_id as "taskId", r.agency_id as "agencyId", r.effective_on as since
    from progress_report r join task t on t.id = r.task_id and t.withdrawn_at is null
    where r.answer <> 'PROGRESS' and r.effective_on >= ${addDays(today, -NEWS_DAYS)}::date and ${readableReports(viewer)}
    order by r.position desc limit ${sql.lit(LOOKED_AT)}`
}

/**
 * Agencies that owe an answer of anything and gave none of anything, through the whole of the last round and since. Of each its
 * last answer and its tasks are looked up by index, until one is found of which an answer is owed (`offset 0`).
 */
function silentAgencies(ctx: RequestContext): RawBuilder<Found> {
  const { viewer, today } = ctx
  const agency = sql.ref<string>("a.id")
  const within = agencyIdsWithin(agency, { throughGroups: true, inherited: true })
  return sql<Found>`
    select null::uuid as "taskId", silent.id as "agencyId", silent.since from (
      select a.id, coalesce(
        (select max(r.effective_on) from progress_report r
          where r.agency_id = any(array(${answeredForBy(agency, today)})) and ${readableReports(viewer)}),
        greatest(a.valid_from, (select min(p.effective_on) from plan p where p.withdrawn_at is null))) as since
      from agency_reference a
      where a.kind <> 'GROUP' and ${today}::date between coalesce(a.valid_from, '-infinity') and coalesce(a.valid_to, 'infinity')
    ) silent join agency_reference a on a.id = silent.id
    where silent.since < ${lastEndedRound(today).opensOn}::date and exists (
      select 1 from task_agency ta join task t on t.id = ta.task_id and t.withdrawn_at is null
      where ta.role = 'LEAD' and ta.agency_id = any(array(${within}))
        and exists (select 1 from ${owingSql(sql`t.id`, today)} o where o.agency_id = ${agency})
        and ${silentSql({ ...question(ctx), agencyId: agency })}
        and ${obligationStatusSql(question(ctx), agency)} <> all(${sql.val([...NO_ANSWER_OWED])}::text[]) offset 0)
    order by silent.since, silent.id limit ${sql.lit(LOOKED_AT)}`
}

function silentObligations(ctx: RequestContext, { from, agencyId, status }: Work): RawBuilder<Found> {
  const ofOwn = { viewer: ctx.viewer, asOf: ctx.today, agencyId: agencyId as RawBuilder<string> }
  return sql<Found>`
    select t.id as "taskId", ${agencyId} as "agencyId", ${unansweredSinceSql(ofOwn)} as since
    from ${from}
    where t.withdrawn_at is null and ${silentSql(ofOwn)} and ${status} <> all(${sql.val([...NO_ANSWER_OWED])}::text[])
    order by 3, t.position, t.id limit ${sql.lit(LOOKED_AT)}`
}
