import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import { factsOfTask } from "../status/task-facts.loader.ts"
import { owingOfTask } from "./owing.loader.ts"

/**
 * The agency that answers for the whole task on a day: the one that is marked, or whoever answers for it by then, or the
 * only one that owes the task; null where several do and none is marked.
 */
export async function responsibleOfTask(
  ctx: RequestContext,
  taskId: string,
  asOf: CalendarDate,
): Promise<string | null> {
  const [owing, { responsibleId }] = await Promise.all([
    owingOfTask(ctx, { taskId, asOf }),
    factsOfTask(ctx, { taskId, periodKey: null, asOf }),
  ])
  if (responsibleId === null) return owing.length === 1 ? (owing[0]?.agencyId ?? null) : null
  const answering = owing.filter(({ answersFor }) => answersFor.includes(responsibleId))
  return answering.length === 1 ? (answering[0]?.agencyId ?? null) : null
}
