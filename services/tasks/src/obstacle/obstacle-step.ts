import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, DateTimeScalar, grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, ObjectType } from "type-graphql"
import { isLate } from "./obstacle-clock.ts"
import { ObstacleDocument } from "./obstacle-document.ts"
import { ObstacleAction, ObstacleState } from "./obstacle-state.ts"
import { SETTLING } from "./readable-obstacles.ts"

/** What was done with an obstacle: by whom, when, with which words, resting on which document. Never changed. */
@ObjectType({ simpleResolvers: true, description: "What was done with an obstacle" })
export class ObstacleStep {
  obstacleId!: string

  @Field(() => ObstacleAction)
  action!: ObstacleAction

  @Field(() => ObstacleState, { description: "Where it led" })
  state!: ObstacleState

  @Field(() => DateScalar, { nullable: true, description: "Until when the next step was due" })
  dueOn!: CalendarDate | null

  @Field(() => Boolean, { description: "Whether the next step came late, or is late today" })
  late!: boolean

  @Field(() => String, { nullable: true, description: "The question, reason, decision or answer" })
  words!: string | null

  @Field(() => ObstacleDocument, { nullable: true })
  document!: ObstacleDocument | null

  @Field(() => DateScalar)
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  recordedAt!: Date

  @Field(() => String, { nullable: true, description: "Who recorded it, by name" })
  recordedBy!: string | null
}

interface StepRow {
  obstacle_id: string
  action: ObstacleAction
  state: ObstacleState
  due_on: CalendarDate | null
  words: string | null
  document_number: string | null
  document_issued_on: CalendarDate
  document_issuer: string
  document_link: string | null
  document_file_ids: string[]
  recorded_on: CalendarDate
  /** RFC 3339 */
  at: string
  actor_name: string | null
}

const RECORDED_AT = sql`to_json(s.recorded_at) #>> '{}' as at`

/** The steps of an obstacle that the viewer may read, the first first. */
export const stepsOfObstacle = batched(async (ctx, ids: readonly string[]): Promise<ObstacleStep[][]> => {
  const { rows } = await sql<StepRow>`select s.*, ${RECORDED_AT} from obstacle_step s
    where obstacle_id = any(${ids}::uuid[]) order by s.id`.execute(ctx.em.getKysely<unknown>())
  return grouped(ids, rows, (row) => row.obstacle_id).map((steps) =>
    steps.map((row, place) => stepOf(row, steps[place + 1] ?? null, ctx.today)),
  )
})

/**
 * What the City decided and what was answered: of the obstacle, or of the one that it was merged into, whose answer goes
 * to all who raised it.
 */
export const answersOfObstacle = batched(async (ctx, ids: readonly string[]): Promise<ObstacleStep[][]> => {
  const { rows } = await sql<
    StepRow & { asked_id: string }
  >`select asked.id as asked_id, s.*, ${RECORDED_AT} from obstacle asked
    join obstacle_step s on s.obstacle_id = coalesce(asked.merged_into, asked.id)
    where asked.id = any(${ids}::uuid[]) and s.action = any(${SETTLING}::text[]) order by s.id`.execute(
    ctx.em.getKysely<unknown>(),
  )
  return grouped(ids, rows, (row) => row.asked_id).map((steps) =>
    steps.map((row, place) => stepOf(row, steps[place + 1] ?? null, ctx.today)),
  )
})

/** An obstacle, and the day at whose end its state is asked for. */
export interface ObstacleOnDay {
  id: string
  asOf: CalendarDate
}

/** The state of an obstacle at the end of a day, from what was recorded by then; null before it was raised. */
export const stateOfObstacleOn = batched(
  async (ctx, keys: readonly ObstacleOnDay[]): Promise<(ObstacleState | null)[]> => {
    const { rows } = await sql<{ position: string; state: ObstacleState }>`select asked.position, s.state
      from unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ asOf }) => asOf)}::date[])
        with ordinality as asked(id, as_of, position)
      cross join lateral (
        select state from obstacle_step where obstacle_id = asked.id and recorded_on <= asked.as_of
        order by id desc limit 1
      ) s`.execute(ctx.em.getKysely<unknown>())
    const byPosition = new Map(rows.map(({ position, state }) => [Number(position), state]))
    return keys.map((_key, index) => byPosition.get(index + 1) ?? null)
  },
  ({ id, asOf }) => `${id} ${asOf}`,
)

function stepOf(row: StepRow, next: StepRow | null, today: CalendarDate): ObstacleStep {
  const timed = (step: StepRow) => ({ recordedOn: step.recorded_on, dueOn: step.due_on })
  return Object.assign(new ObstacleStep(), {
    obstacleId: row.obstacle_id,
    action: row.action,
    state: row.state,
    dueOn: row.due_on,
    late: isLate(timed(row), next && timed(next), today),
    words: row.words,
    document:
      row.document_number === null
        ? null
        : {
            number: row.document_number,
            issuedOn: row.document_issued_on,
            issuer: row.document_issuer,
            link: row.document_link,
            fileIds: row.document_file_ids,
          },
    recordedOn: row.recorded_on,
    recordedAt: new Date(row.at),
    recordedBy: row.actor_name,
  })
}
