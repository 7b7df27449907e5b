import type { EntityManager } from "@mikro-orm/postgresql"
import { addDays, type CalendarDate, mondayOf } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import type { RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import { NO_ANSWER_OWED } from "../obligation/obligation-standing.sql.ts"
import { owingSql } from "../obligation/owing.sql.ts"
import { obligationDueOnSql, obligationStatusSql } from "../status/task-status.sql.ts"
import { type DueThreshold, dueThresholdOf } from "./due-threshold.ts"

/** Reads every report: the program that looks at deadlines is nobody's. */
export const READS_ALL: NonNullable<RequestContext["viewer"]> = {
  kind: "SYSTEM",
  id: "due-notices",
  name: "due-notices",
  role: null,
  agencyId: null,
  scopes: ["progress:read"],
}

/** What an agency has still to do of a task that is due soon or overdue. */
export interface DueWork {
  taskId: string
  taskCode: string
  agencyId: string
  dueOn: CalendarDate
}

/** The farthest threshold, in days. */
export const FARTHEST = 30
/** Codes that a digest names of each sort; more are counted by whoever looks. */
const MOST_NAMED = 60

/** What agencies have still to do that is due within 30 days or overdue, by due date. */
export async function workDue(em: EntityManager, today: CalendarDate): Promise<DueWork[]> {
  const question = { viewer: READS_ALL, asOf: today }
  const agency = sql.ref<string>("o.agency_id")
  const { rows } = await sql<DueWork>`
    select t.id as "taskId", t.code as "taskCode", o.agency_id as "agencyId", due.due_on::text as "dueOn"
    from task t
    cross join lateral ${owingSql(sql`t.id`, today)} o
    cross join lateral (
      select ${obligationDueOnSql(question, agency, { periodKey: null, phaseId: null })} as due_on offset 0
    ) due
    where t.withdrawn_at is null and due.due_on <= ${addDays(today, FARTHEST)}::date
      and ${obligationStatusSql(question, agency)} <> all(${[...NO_ANSWER_OWED]}::text[])
    order by due.due_on, t.position`.execute(em.getKysely<unknown>())
  return rows
}

/** What is due soon or overdue, with the nearest threshold that was reached. */
type DueNews = DueWork & { threshold: DueThreshold }

/**
 * Keeps that agencies know that something is due in 30, 7 or 1 days, or overdue: once for each due date and threshold.
 * @param em a transaction
 * @returns what they did not know
 */
export async function rememberDue(
  em: EntityManager,
  work: readonly DueWork[],
  today: CalendarDate,
): Promise<DueNews[]> {
  const due = work.flatMap((one) => {
    const threshold = dueThresholdOf(today, one.dueOn)
    return threshold === null ? [] : [{ ...one, threshold }]
  })
  const rows = due.map(({ taskId, agencyId, dueOn, threshold }) => ({
    task_id: taskId,
    agency_id: agencyId,
    due_on: dueOn,
    threshold: String(threshold),
  }))
  const { rows: told } = await sql<{ key: string }>`
    insert into due_notice (task_id, agency_id, due_on, threshold)
    select task_id, agency_id, due_on, threshold from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(task_id uuid, agency_id uuid, due_on date, threshold text)
    on conflict do nothing returning task_id || ' ' || agency_id as key`.execute(em.getKysely<unknown>())
  const keys = new Set(told.map(({ key }) => key))
  return due.filter(({ taskId, agencyId }) => keys.has(`${taskId} ${agencyId}`))
}

/**
 * Tells agencies so.
 * @param em a transaction
 * @returns how many were told
 */
export async function tellDue(
  em: EntityManager,
  work: readonly DueWork[],
  today: CalendarDate,
): Promise<number> {
  const news = await rememberDue(em, work, today)
  for (const { taskId, taskCode, agencyId, dueOn, threshold } of news)
    await announce(em, {
      type: threshold === "OVERDUE" ? "task.overdue" : "task.due-in",
      subject: { kind: "Task", id: taskId },
      agencyIds: [agencyId],
      actor: null,
      data: { taskCode, dueOn, ...(threshold !== "OVERDUE" && { days: threshold }) },
    })
  return news.length
}

/**
 * Tells each agency once a week what is overdue and what is due soon; one that has neither is told nothing.
 * @param em a transaction
 * @returns how many were told
 */
export async function tellWeek(
  em: EntityManager,
  work: readonly DueWork[],
  today: CalendarDate,
): Promise<number> {
  const byAgency = Map.groupBy(work, ({ agencyId }) => agencyId)
  const { rows: told } = await sql<{ agency_id: string }>`insert into weekly_digest (agency_id, monday)
    select agency_id, ${mondayOf(today)}::date from unnest(${[...byAgency.keys()]}::uuid[]) as agency_id
    on conflict do nothing returning agency_id`.execute(em.getKysely<unknown>())
  for (const { agency_id: agencyId } of told) {
    const { overdue, soon } = Object.groupBy(byAgency.get(agencyId) ?? [], ({ dueOn }) =>
      dueOn < today ? "overdue" : "soon",
    )
    await announce(em, {
      type: "agency.weekly-digest",
      subject: { kind: "Agency", id: agencyId },
      agencyIds: [agencyId],
      actor: null,
      data: { overdue: codesOf(overdue), dueSoon: codesOf(soon) },
    })
  }
  return told.length
}

function codesOf(work: readonly DueWork[] = []): string[] {
  return [...new Set(work.map(({ taskCode }) => taskCode))].slice(0, MOST_NAMED)
}
