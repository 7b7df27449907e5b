import { answeredOf } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { batched, connectionType, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import type { Owing } from "../status/work.ts"
import { obligationIdOf, readObligationId } from "./obligation-id.ts"
import {
  awaitingVerificationSql,
  obligationVersionSql,
  unansweredSinceSql,
} from "./obligation-standing.sql.ts"
import { owingOfTask } from "./owing.loader.ts"
import { TaskObligation } from "./task-obligation.ts"

export const TaskObligationConnection = connectionType("TaskObligation", () => TaskObligation)

/** What an agency owes of a task, as a type of the graph. */
export function obligationOf(taskId: string, agencyId: string, givenToId: string): TaskObligation {
  return Object.assign(new TaskObligation(), {
    id: obligationIdOf({ taskId, agencyId }),
    taskId,
    agencyId,
    givenToId,
  })
}

/** What each agency owes of a task on a day, in the order of the lead cell. */
export async function obligationsOfTask(
  ctx: RequestContext,
  taskId: string,
  asOf: CalendarDate,
): Promise<TaskObligation[]> {
  const owing = await owingOfTask(ctx, { taskId, asOf })
  return owing.map(({ agencyId, givenTo }) => obligationOf(taskId, agencyId, givenTo))
}

/** The obligation of an identifier: of an agency that owes the task on a day, or for which one that does so answers. */
export async function obligationById(
  ctx: RequestContext,
  id: string,
  asOf: CalendarDate,
): Promise<TaskObligation | null> {
  const key = readObligationId(id)
  if (key === null) return null
  const { taskId, agencyId } = key
  const owing = await owingOfTask(ctx, { taskId, asOf })
  const by =
    owing.find((one) => one.agencyId === agencyId) ?? owing.find((one) => one.answersFor.includes(agencyId))
  return by === undefined ? null : obligationOf(taskId, agencyId, by.givenTo)
}

/** Who owes a task, and the day that is asked about. */
interface PartyKey {
  taskId: string
  agencyId: string
  asOf: CalendarDate
}

/** An agency with all those for which it answers on a day of that task. */
export const partyOf = batched(
  async (ctx, keys: readonly PartyKey[]): Promise<Owing[]> => {
    const { rows } = await sql<{ answersFor: string[] }>`
      select array(select asked.agency_id union
          ${answeredOf(sql.ref("asked.task_id"), sql.ref<string>("asked.agency_id"), sql.ref<string>("asked.as_of"))}) as "answersFor"
      from unnest(${keys.map(({ taskId }) => taskId)}::uuid[], ${keys.map(({ agencyId }) => agencyId)}::uuid[],
        ${keys.map(({ asOf }) => asOf)}::date[])
        with ordinality as asked(task_id, agency_id, as_of, position) order by asked.position`.execute(
      ctx.em.getKysely<unknown>(),
    )
    return keys.map(({ agencyId }, index) => ({
      agencyId,
      answersFor: rows[index]?.answersFor ?? [agencyId],
    }))
  },
  ({ taskId, agencyId, asOf }) => `${taskId} ${agencyId} ${asOf}`,
)

/** How an obligation stands on a day besides its status. */
export interface ObligationStanding {
  version: number
  awaitingVerification: boolean
  unansweredSince: CalendarDate
}

/** How each obligation stands on a day, as far as the viewer may read it; `version` counts what was recorded since, too. */
export const standingOf = batched(
  async (ctx, keys: readonly PartyKey[]): Promise<ObligationStanding[]> => {
    const standings = new Map<PartyKey, ObligationStanding>()
    for (const [asOf, sameDay] of Map.groupBy(keys, (key) => key.asOf))
      for (const [index, standing] of (await standingsOn(ctx, asOf, sameDay)).entries())
        standings.set(sameDay[index] as PartyKey, standing)
    return keys.map((key) => standings.get(key) as ObligationStanding)
  },
  ({ taskId, agencyId, asOf }) => `${taskId} ${agencyId} ${asOf}`,
)

async function standingsOn(
  ctx: RequestContext,
  asOf: CalendarDate,
  obligations: readonly PartyKey[],
): Promise<ObligationStanding[]> {
  const question = { viewer: ctx.viewer, asOf, agencyId: sql.ref<string>("asked.agency_id") }
  const { rows } = await sql<ObligationStanding>`
      select ${obligationVersionSql(question)} as version, ${awaitingVerificationSql(question)} as "awaitingVerification",
        ${unansweredSinceSql(question)} as "unansweredSince"
      from unnest(${obligations.map(({ taskId }) => taskId)}::uuid[], ${obligations.map(({ agencyId }) => agencyId)}::uuid[])
        with ordinality as asked(task_id, agency_id, position)
      join task t on t.id = asked.task_id order by asked.position`.execute(ctx.em.getKysely<unknown>())
  return rows
}
