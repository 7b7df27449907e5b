import type { CalendarDate } from "@plan43/calendar"
import { batched, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import { readableFacts, readableReports } from "../progress/readable-reports.ts"
import { taskStartAsOf } from "../trigger/task-start.ts"
import { confirmedSql } from "./task-status.sql.ts"
import type { Stopped } from "./task-status.ts"
import type { GrantedExtension, ReportedWork } from "./work.ts"

/** A task, the period that is meant, and the day at whose end its facts are asked for. */
export interface FactsKey {
  taskId: string
  /** null: of a task that does not recur. */
  periodKey: string | null
  asOf: CalendarDate
}

/** Of which phase something is; null: of none. */
interface OfPhase {
  phaseId: string | null
}

/** What was recorded of a task by the end of a day, as far as the viewer may read it. */
export interface TaskFacts {
  stopped: Stopped | null
  /** The agency that is marked responsible for the whole, by the name of the day on which it was marked. */
  responsibleId: string | null
  /** Anybody has answered anything, of any period. */
  reported: boolean
  /** The days of a task that waits for documents; null while they are not recorded, and of every other task. */
  start: { eventOn: CalendarDate; startsOn: CalendarDate; dueOn: CalendarDate } | null
  /** It waits, or waited, for a document. */
  waits: boolean
  works: readonly (ReportedWork & OfPhase)[]
  extensions: readonly (GrantedExtension & OfPhase)[]
}

interface FactsRow extends Pick<TaskFacts, "reported" | "waits" | "works" | "extensions"> {
  asked: string
  last_decision: string | null
  responsible_id: string | null
  event_on: CalendarDate | null
  starts_on: CalendarDate | null
  due_on: CalendarDate | null
}

/** The facts of each task that its status depends on: one statement for all that are asked about with the same day. */
export const factsOfTask = batched(
  async (ctx, keys: readonly FactsKey[]): Promise<TaskFacts[]> => {
    const facts = new Map<FactsKey, TaskFacts>()
    const byDay = Map.groupBy(keys, ({ asOf }) => asOf)
    await Promise.all(
      [...byDay].map(async ([asOf, ofDay]) => {
        for (const row of await factRows(ctx, ofDay, asOf)) {
          const key = ofDay[Number(row.asked) - 1]
          if (key !== undefined) facts.set(key, factsIn(row))
        }
      }),
    )
    return keys.map((key) => facts.get(key) as TaskFacts)
  },
  ({ taskId, periodKey, asOf }) => `${taskId} ${periodKey} ${asOf}`,
)

function factsIn({
  last_decision,
  responsible_id,
  event_on,
  starts_on,
  due_on,
  ...row
}: FactsRow): TaskFacts {
  const { reported, waits, works, extensions } = row
  const stopped = last_decision === "SUSPENDED" || last_decision === "CANCELLED" ? last_decision : null
  const start =
    event_on === null || starts_on === null || due_on === null
      ? null
      : { eventOn: event_on, startsOn: starts_on, dueOn: due_on }
  return { stopped, responsibleId: responsible_id, reported, start, waits, works, extensions }
}

async function factRows(
  ctx: RequestContext,
  keys: readonly FactsKey[],
  asOf: CalendarDate,
): Promise<FactsRow[]> {
  const { viewer } = ctx
  const day = sql`${asOf}::date`
  const ofWork = sql`r.task_id = t.id and r.answer = 'PROGRESS' and r.effective_on <= ${day}
    and r.period_key is not distinct from t.period_key and ${readableReports(viewer)}`
  const { rows } = await sql<FactsRow>`
    select t.asked, start.event_on, start.starts_on, start.due_on,
      exists (select 1 from task_trigger tt where tt.task_id = t.id) as waits,
      (select d.kind from task_decision d where d.task_id = t.id and d.recorded_on <= ${day} and ${readableFacts(viewer, "d")}
        order by d.position desc limit 1) as last_decision,
      (select m.agency_id from task_responsible m where m.task_id = t.id and m.recorded_on <= ${day}
        order by m.position desc limit 1) as responsible_id,
      exists (select 1 from progress_report r where r.task_id = t.id and r.effective_on <= ${day}
        and ${readableReports(viewer)}) as reported,
      (select coalesce(jsonb_agg(jsonb_build_object('agencyId', claim.agency_id, 'phaseId', claim.phase_id, 'claimed', claim.state,
          'completedOn', confirmed.completed_on, 'confirmedPosition', confirmed.position)), '[]')
        from (select distinct on (r.agency_id, r.phase_id) r.agency_id, r.phase_id, r.state from progress_report r
          where ${ofWork} order by r.agency_id, r.phase_id, r.position desc) claim
        left join lateral (select r.completed_on, r.position from progress_report r
          where ${ofWork} and r.agency_id = claim.agency_id and r.phase_id is not distinct from claim.phase_id
            and ${confirmedSql({ viewer, asOf })}
          order by r.position desc limit 1) confirmed on true) as works,
      (select coalesce(jsonb_agg(jsonb_build_object('agencyId', x.agency_id, 'phaseId', x.phase_id, 'dueOn', x.granted_due_on,
          'position', x.position)), '[]')
        from deadline_extension x where x.task_id = t.id and x.granted and x.decided_on <= ${day}
          and x.period_key is not distinct from t.period_key and ${readableFacts(viewer, "x")}) as extensions
    from unnest(${keys.map(({ taskId }) => taskId)}::uuid[], ${keys.map(({ periodKey }) => periodKey)}::text[])
      with ordinality as t(id, period_key, asked) ${taskStartAsOf(sql<CalendarDate>`${day}`)}`.execute(
    ctx.em.getKysely<unknown>(),
  )
  return rows
}
