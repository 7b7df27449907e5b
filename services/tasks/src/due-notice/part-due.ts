import type { EntityManager } from "@mikro-orm/postgresql"
import { addDays, type CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { isOfObligation, owingSql } from "../obligation/owing.sql.ts"
import { type Period, periodsBetween } from "../period/period-of.ts"
import { confirmedSql, obligationDueOnSql } from "../status/task-status.sql.ts"
import { type DueWork, FARTHEST, READS_ALL } from "./tell-due.ts"

/** What an agency has still to do of one period or phase of a task. */
export interface DuePart extends DueWork {
  /** The key of the period or the identifier of the phase. */
  part: string
  /** What it is called, e.g. "2026", "Giai đoạn 1". */
  partName: string
  /** COMPLETION: it is to be done by then; ANSWER: somebody is to say how it stands. */
  owed: "COMPLETION" | "ANSWER"
}

/** A period of the tasks of a kind, and the day by which something is owed of it. */
interface OwedPeriod {
  kind: DeadlineKind
  key: string
  due_on: CalendarDate
  starts_on: CalendarDate
  ends_on: CalendarDate
}

/**
 * Years of annual duties stay due until they are completed; of half-years, which are answered and never overdue, only the one
 * in which the day lies and the one before are looked at.
 */
export function owedPeriods(since: CalendarDate, today: CalendarDate): OwedPeriod[] {
  const owed = (kind: DeadlineKind, { key, startsOn, endsOn }: Period, due_on: CalendarDate): OwedPeriod => ({
    kind,
    key,
    due_on,
    starts_on: startsOn,
    ends_on: endsOn,
  })
  const halfYears = (kind: DeadlineKind) =>
    periodsBetween(kind, since, today)
      .slice(-2)
      .map((period) => owed(kind, period, period.answerDueOn))
  return [
    ...periodsBetween("ANNUAL", since, today).map((period) => owed("ANNUAL", period, period.endsOn)),
    ...halfYears("CONTINUOUS"),
    ...halfYears("OPEN_ENDED"),
  ]
}

/**
 * Periods and phases that are due within 30 days, or were, and that agencies have not completed or, of half-years, not
 * answered; by due date. Nothing of a task that is suspended or cancelled.
 */
export async function partsDue(em: EntityManager, today: CalendarDate): Promise<DuePart[]> {
  const db = em.getKysely<unknown>()
  const { rows: plans } = await sql<{ since: CalendarDate | null }>`
    select min(effective_on) as since from plan where withdrawn_at is null`.execute(db)
  const since = plans[0]?.since ?? null
  if (since === null || since > today) return []
  const question = { viewer: READS_ALL, asOf: today }
  const agency = sql.ref<string>("o.agency_id")
  const slot = {
    periodKey: sql.ref<string | null>("t.period_key"),
    phaseId: sql.ref<string | null>("t.phase_id"),
  }
  const ofPart = sql`r.task_id = t.id and r.period_key is not distinct from t.period_key
    and r.phase_id is not distinct from t.phase_id and ${isOfObligation(sql`r.agency_id`, { taskId: sql`t.id`, agencyId: agency }, today)}`
  const { rows } = await sql<DuePart>`
    select t.id as "taskId", t.code as "taskCode", o.agency_id as "agencyId", due.due_on::text as "dueOn",
      coalesce(t.period_key, t.phase_id::text) as part, t.part_name as "partName", t.owed
    from (
      select task.*, null::text as period_key, p.id as phase_id, p.name as part_name, p.deadline_due_on as part_due_on,
        'COMPLETION' as owed
      from task join task_phase p on p.task_id = task.id and p.withdrawn_at is null
      where task.deadline_kind = 'PHASED'
      union all
      select task.*, k.key, null::uuid, k.key, k.due_on,
        case when k.kind = 'ANNUAL' then 'COMPLETION' else 'ANSWER' end
      from jsonb_to_recordset(${JSON.stringify(owedPeriods(since, today))}::jsonb)
        as k(kind text, key text, due_on date, starts_on date, ends_on date)
      join task on task.deadline_kind = k.kind and coalesce(task.deadline_starts_on, k.starts_on) <= k.ends_on
      join plan on plan.id = task.plan_id and plan.effective_on <= k.ends_on
    ) t
    cross join lateral ${owingSql(sql`t.id`, today)} o
    cross join lateral (
      select coalesce(${obligationDueOnSql(question, agency, slot)}, t.part_due_on) as due_on offset 0
    ) due
    where t.withdrawn_at is null and due.due_on <= ${addDays(today, FARTHEST)}::date
      and coalesce((select d.kind from task_decision d where d.task_id = t.id and d.recorded_on <= ${today}::date
        order by d.position desc limit 1), '') not in ('SUSPENDED', 'CANCELLED')
      and not case t.owed
        when 'ANSWER' then exists (select 1 from progress_report r where ${ofPart})
        else coalesce((select r.completed_on is not null from progress_report r
          where ${ofPart} and r.answer = 'PROGRESS' and ${confirmedSql(question)}
          order by r.position desc limit 1), false) end
    order by due.due_on, t.position`.execute(db)
  return rows
}
