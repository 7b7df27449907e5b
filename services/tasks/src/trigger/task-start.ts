import type { CalendarDate } from "@plan43/calendar"
import { batched } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"

/**
 * That the documents which a task waits for are there, and what follows. Rows of `task_start` are added, never changed: the
 * last that was recorded by the end of a day holds on that day, and one without days takes a start back.
 */
export interface TaskStart {
  /** The day on which the last of the awaited events happened; before it the task waits, though the day may be known. */
  eventOn: CalendarDate
  /** The same day, or the later one before which the plan does not let the task start. */
  startsOn: CalendarDate
  /** By the coordinator's number of days for the document. */
  dueOn: CalendarDate
  /** The document that was recorded last. */
  documentId: string
}

/**
 * To be joined to tasks, alias `t`: at most one row `start` with `event_on`, `starts_on`, `due_on`, as recorded by the end of
 * a day. The columns are null where nothing was recorded or a start was taken back.
 */
export function taskStartAsOf(asOf: RawBuilder<CalendarDate>): RawBuilder<unknown> {
  return sql`left join lateral (
    select s.document_id, s.event_on, s.starts_on, s.due_on from task_start s
    where s.task_id = t.id and s.recorded_on <= ${asOf} order by s.id desc limit 1
  ) start on true`
}

/** A task, and the day by whose end its start was recorded. */
export interface StartOnDay {
  taskId: string
  asOf: CalendarDate
}

/** What was recorded of a task's start by the end of a day; null where it still waits or never waited. */
export const startOfTask = batched(
  async (ctx, keys: readonly StartOnDay[]): Promise<(TaskStart | null)[]> => {
    const { rows } = await sql<TaskStart & { position: string }>`
      select t.position, start.document_id as "documentId", start.event_on as "eventOn", start.starts_on as "startsOn",
        start.due_on as "dueOn"
      from unnest(${keys.map((key) => key.taskId)}::uuid[], ${keys.map((key) => key.asOf)}::date[])
        with ordinality as t(id, as_of, position) ${taskStartAsOf(sql.ref<CalendarDate>("t.as_of"))}
      where start.event_on is not null`.execute(ctx.em.getKysely<unknown>())
    const byPosition = new Map(rows.map(({ position, ...start }) => [Number(position), start]))
    return keys.map((_key, index) => byPosition.get(index + 1) ?? null)
  },
  ({ taskId, asOf }) => `${taskId} ${asOf}`,
)
