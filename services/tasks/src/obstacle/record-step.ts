import type { EntityManager } from "@mikro-orm/postgresql"
import { type Addressed, addressees } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { announce, type EventType } from "@plan43/outbox"
import type { RecordingContext } from "@plan43/subgraph"
import { sql } from "kysely"
import { dueOnOf } from "./obstacle-clock.ts"
import { isWaiting, type ObstacleAction, type ObstacleState } from "./obstacle-state.ts"

/** A step that is taken within a change of the obstacle's row. */
export interface StepToRecord {
  action: ObstacleAction
  to: ObstacleState
  /** The state to which undoing a merge leads back; null where nothing was merged. */
  before: ObstacleState | null
}

/** What others are told happened. */
const EVENTS: Readonly<Record<ObstacleAction, EventType>> = {
  RAISE: "obstacle.raised",
  ACCEPT: "obstacle.screened",
  RETURN: "obstacle.screened",
  REPLY: "obstacle.raised",
  DECLINE: "obstacle.screened",
  SEND_UP: "obstacle.sent-up",
  DECIDE: "obstacle.decided",
  ANSWER: "obstacle.answered",
  MERGE: "obstacle.merged",
  UNMERGE: "obstacle.unmerged",
  WITHDRAW: "obstacle.withdrawn",
}

/**
 * Writes where an obstacle stands from today and until when the next step is due, keeps the step with the words and
 * the document that the row holds, and tells of it all who raised it or answer for those today, those of merged ones included.
 */
export async function recordStep(
  em: EntityManager,
  ctx: RecordingContext,
  id: string,
  { action, to, before }: StepToRecord,
): Promise<void> {
  const db = em.getKysely<unknown>()
  const dueOn = await dueOnIn(em, to, ctx.today)
  await sql`update obstacle set state = ${to}, state_before = ${before}, state_since = ${ctx.today}::date,
    due_on = ${dueOn}::date where id = ${id}`.execute(db)
  await sql`insert into obstacle_step (obstacle_id, action, state, due_on, merged_into, words, document_number,
      document_issued_on, document_issuer, document_link, document_file_ids, recorded_on, actor_name, actor_agency_id)
    select id, ${action}, state, due_on, merged_into, words, document_number, document_issued_on, document_issuer,
      document_link, document_file_ids, state_since, ${ctx.viewer.name}, ${ctx.viewer.agencyId}::uuid
    from obstacle where id = ${id}`.execute(db)
  const { rows } = await sql<{ number: number; task_code: string | null }>`
    select o.number, t.code as task_code
    from obstacle o left join task t on t.id = o.task_id where o.id = ${id}`.execute(db)
  const [told] = rows
  const { rows: raised } = await sql<Addressed>`
    select r.agency_id as "agencyId", r.id as "subjectId" from obstacle r
    where r.id = ${id} or r.merged_into = ${id}`.execute(db)
  await announce(em, {
    type: EVENTS[action],
    subject: { kind: "Obstacle", id },
    agencyIds: await addressees(em, raised, ctx.today),
    actor: ctx.viewer.id,
    data: { action, number: told?.number, taskCode: told?.task_code ?? undefined },
  })
}

async function dueOnIn(
  em: EntityManager,
  state: ObstacleState,
  since: CalendarDate,
): Promise<CalendarDate | null> {
  if (!isWaiting(state)) return null
  const { rows } = await sql<{ days: number }>`select days from obstacle_term where state = ${state}`.execute(
    em.getKysely<unknown>(),
  )
  const [term] = rows
  if (term === undefined) throw new Error(`no term is set for obstacles that are ${state}`)
  return dueOnOf(state, since, term.days)
}
