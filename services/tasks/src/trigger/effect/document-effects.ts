import { createHash } from "node:crypto"
import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"
import { taskStartAsOf } from "../task-start.ts"
import type { TriggerEvent } from "../trigger-kind.ts"
import {
  type AwaitedEvent,
  changeOf,
  eventDayOf,
  type IssuedDays,
  type StartChange,
  type StartDays,
  startOf,
} from "./task-start-rule.ts"

/** What a recording would make of one task. */
export interface TaskEffect {
  taskId: string
  taskCode: string
  change: StartChange
  before: StartDays | null
  after: StartDays | null
  /** The other documents that it goes on waiting for. */
  waitsFor: readonly string[]
}

/** What is recorded, as far as effects depend on it; null: that the document was not issued after all. */
export type RecordedDays = (IssuedDays & { dueDays: number }) | null

/** What a recording does, before it is done. */
export interface DocumentEffects {
  /** In the plan's order. */
  tasks: readonly TaskEffect[]
  /** The day of effect counts for one of the tasks, and is not given. */
  effectiveDayMissing: boolean
}

/** A task that waits for the document, and one of the documents that it waits for. */
interface AwaitedRow extends StartRow {
  taskId: string
  taskCode: string
  triggerId: string
  /** Whether this is the document that is recorded, or was merged into it. */
  concerned: boolean
  event: TriggerEvent
  eventOn: CalendarDate | null
  notBefore: CalendarDate | null
  dueDays: number
}

interface StartRow {
  standingEventOn: CalendarDate | null
  standingStartsOn: CalendarDate | null
  standingDueOn: CalendarDate | null
}

/** What would become of every task that waits for a document, or for one that was merged into it. */
export async function effectsOf(
  em: EntityManager,
  documentId: string,
  recorded: RecordedDays,
): Promise<DocumentEffects> {
  const everything = sql<CalendarDate>`'infinity'::date`
  const { rows } = await sql<AwaitedRow>`
    select t.id as "taskId", t.code as "taskCode", coalesce(g.merged_into, g.id) as "triggerId",
      coalesce(g.merged_into, g.id) = ${documentId}::uuid as concerned,
      g.event, g.event_on as "eventOn", g.not_before as "notBefore", g.due_days as "dueDays",
      start.event_on as "standingEventOn", start.starts_on as "standingStartsOn", start.due_on as "standingDueOn"
    from task t join task_trigger tt on tt.task_id = t.id join awaited_document g on g.id = tt.trigger_id
    ${taskStartAsOf(everything)}
    where t.withdrawn_at is null and t.id in (
      select own.task_id from task_trigger own join awaited_document d on d.id = own.trigger_id
      where d.id = ${documentId}::uuid or d.merged_into = ${documentId}::uuid)
    order by t.position, t.id, g.position, g.id`.execute(em.getKysely<unknown>())
  const tasks = [...Map.groupBy(rows, ({ taskId }) => taskId).values()]
  return {
    tasks: tasks.map((events) => effectOn(events, recorded)),
    effectiveDayMissing:
      recorded !== null &&
      rows.some(({ concerned, event }) => concerned && eventDayOf(event, recorded) === null),
  }
}

function effectOn(rows: readonly AwaitedRow[], recorded: RecordedDays): TaskEffect {
  const [first] = rows as [AwaitedRow, ...AwaitedRow[]]
  const before = startIn(first)
  const after = startOf(rows.map((row) => (row.concerned ? recordedEvent(row, recorded) : row)))
  const waitsFor = rows.flatMap(({ concerned, eventOn, triggerId }) =>
    !concerned && eventOn === null ? [triggerId] : [],
  )
  const { taskId, taskCode } = first
  return {
    taskId,
    taskCode,
    change: changeOf(before, after),
    before,
    after,
    waitsFor: [...new Set(waitsFor)],
  }
}

function startIn(row: StartRow): StartDays | null {
  const { standingEventOn: eventOn, standingStartsOn: startsOn, standingDueOn: dueOn } = row
  return eventOn === null || startsOn === null || dueOn === null ? null : { eventOn, startsOn, dueOn }
}

function recordedEvent({ event, notBefore, dueDays }: AwaitedRow, recorded: RecordedDays): AwaitedEvent {
  return recorded === null
    ? { eventOn: null, notBefore, dueDays }
    : { eventOn: eventDayOf(event, recorded), notBefore, dueDays: recorded.dueDays }
}

/**
 * What a preview is recognised by: the same only while the document stands as it did, the same is recorded and the same would
 * follow.
 * @param about all that is recorded
 */
export function previewTokenOf(
  document: { id: string; version: number },
  about: unknown,
  { tasks }: DocumentEffects,
): string {
  const { id, version } = document
  return createHash("sha256")
    .update(JSON.stringify([id, version, about, tasks]))
    .digest("base64url")
}
