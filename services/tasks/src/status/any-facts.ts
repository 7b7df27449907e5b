import { addDays, type CalendarDate, daysBetween, yearOf } from "@plan43/calendar"
import { sql } from "kysely"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { owingSql } from "../obligation/owing.sql.ts"
import { periodOf } from "../period/period-of.ts"
import type { RunningPlan } from "../recording/testing.ts"

/** Which facts are made up: the same seed makes the same. */
export interface AnyFacts {
  seed: number
  from: CalendarDate
  to: CalendarDate
}

/** A task as facts are made up about it. */
interface TaskOfPlan {
  id: string
  kind: DeadlineKind
  agencies: string[]
  phases: string[]
  /** The first document that it waits for. */
  documentId: string | null
}

const STATES = ["NOT_STARTED", "IN_PROGRESS", "COMPLETED", "COMPLETED"] as const

/**
 * Writes facts of every sort about most tasks, in the order of their days, and past the rules of those who record: also what
 * nobody would. One class completes one task as a whole.
 */
export async function recordAnyFacts(
  plan: Pick<RunningPlan, "subgraph">,
  { seed, from, to }: AnyFacts,
): Promise<void> {
  const random = randomOf(seed)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const db = plan.subgraph.orm.em.getKysely<unknown>()
  const { rows: tasks } = await sql<TaskOfPlan>`
    select t.id, t.deadline_kind as kind,
      array(select o.agency_id from ${owingSql(sql`t.id`, to)} o order by 1) as agencies,
      array(select p.id from task_phase p where p.task_id = t.id order by p.position) as phases,
      (select tt.trigger_id from task_trigger tt where tt.task_id = t.id order by 1 limit 1) as "documentId"
    from task t order by t.position`.execute(db)
  const whole = tasks.find(({ agencies, kind }) => agencies.length > 10 && kind === "YEAR")
  const days = Array.from({ length: 900 }, () =>
    addDays(from, Math.floor(random() * daysBetween(from, to))),
  ).sort()
  const reported: string[] = []
  const waiting = tasks.filter(({ documentId }) => documentId !== null)
  for (const day of days) {
    const task = random() < 0.8 ? pick(tasks) : pick(waiting)
    const slot = {
      period_key: random() < 0.9 ? (periodOf(task.kind, day)?.key ?? null) : null,
      phase_id: task.phases.length > 0 ? pick(task.phases) : null,
    }
    const agency_id = pick(task.agencies)
    const published_at = random() < 0.3 ? "2025-01-01T00:00:00Z" : null
    const about = { task_id: task.id, published_at }
    const sort = random()
    if (task.documentId !== null && random() < 0.3) {
      const event_on = random() < 0.8 ? addDays(day, Math.floor(random() * 90) - 60) : null
      const following = event_on && { event_on, starts_on: event_on, due_on: addDays(event_on, 60) }
      const taken_back = { event_on: null, starts_on: null, due_on: null }
      await insert(plan, "task_start", {
        ...(following ?? taken_back),
        task_id: task.id,
        document_id: task.documentId,
        recorded_on: day,
      })
    } else if (sort < 0.5) {
      const state = pick(STATES)
      reported.push(
        await insert(plan, "progress_report", {
          ...about,
          ...slot,
          agency_id,
          answer: random() < 0.8 ? "PROGRESS" : "NO_CHANGE",
          state,
          completed_on: state === "COMPLETED" ? addDays(day, -Math.floor(random() * 60)) : null,
          effective_on: day,
        }),
      )
    } else if (sort < 0.8 && reported.length > 0) {
      const outcome = random() < 0.8 ? "CONFIRMED" : "RETURNED"
      const returned = outcome === "RETURNED" ? ["STATE"] : []
      await insert(plan, "report_verification", {
        report_id:
          reported[reported.length - 1 - Math.floor(random() * Math.min(5, reported.length))] ?? null,
        outcome,
        returned_fields: returned,
        returned_reasons: returned,
        recorded_on: day,
      })
    } else if (sort < 0.88) {
      const kind = pick(["SUSPENDED", "CANCELLED", "REOPENED", "REOPENED"])
      const reopens_completion = kind === "REOPENED" && random() < 0.5
      await insert(plan, "task_decision", {
        ...about,
        kind,
        reopens_completion,
        basis: "Thông báo",
        recorded_on: day,
      })
    } else if (sort < 0.95) {
      const granted = random() < 0.7
      await insert(plan, "deadline_extension", {
        ...about,
        ...slot,
        agency_id,
        original_due_on: day,
        asked_due_on: addDays(day, 30),
        asked_reason: "Chậm vốn",
        recorded_on: day,
        granted,
        granted_due_on: granted ? addDays(day, Math.floor(random() * 700)) : null,
        decided_on: addDays(day, Math.floor(random() * 20)),
      })
    } else await insert(plan, "task_responsible", { task_id: task.id, agency_id, recorded_on: day })
  }
  if (whole === undefined) throw new Error("no class owes a task of a year")
  for (const agency_id of whole.agencies) {
    const effective_on = addDays(to, -400)
    const about = { task_id: whole.id, agency_id, effective_on, completed_on: effective_on, done: "cả khối" }
    const report_id = await insert(plan, "progress_report", {
      ...about,
      state: "COMPLETED",
      published_at: null,
    })
    await insert(plan, "report_verification", {
      report_id,
      outcome: "CONFIRMED",
      recorded_on: addDays(to, -390),
    })
  }
  if (yearOf(to) <= yearOf(from)) throw new RangeError("the days must span a year")
}

async function insert(
  { subgraph }: Pick<RunningPlan, "subgraph">,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<string> {
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  const { rows } = await sql<{ id: string }>`insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb) returning id`.execute(
    subgraph.orm.em.getKysely<unknown>(),
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`nothing was written into ${table}`)
  return id
}

/** A generator of numbers from 0 to 1 (mulberry32): the same seed gives the same numbers. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
