import { batched, entityById, grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import { Trigger } from "./trigger.ts"

export const triggerById = entityById(Trigger)

/** Those that were merged into a document, in printed order. */
export const mergedInto = batched(async (ctx, ids: readonly string[]): Promise<Trigger[][]> => {
  const merged = await ctx.em.find(
    Trigger,
    { mergedInto: { $in: [...ids] }, withdrawnAt: null },
    { orderBy: { position: "ASC", id: "ASC" } },
  )
  return grouped(ids, merged, (each) => each.mergedInto ?? "")
})

/** The documents that a task waits for, in printed order. */
export const triggersOfTask = batched(async (ctx, taskIds: readonly string[]): Promise<Trigger[][]> => {
  const { rows } = await sql<{ task_ids: string[] }>`
    select g.*, array_agg(tt.task_id) as task_ids from awaited_document g
    join task_trigger tt on tt.trigger_id = g.id where tt.task_id = any(${taskIds}::uuid[])
    group by g.id order by g.position, g.id`.execute(ctx.em.getKysely<unknown>())
  const awaited = new Map<string, Trigger[]>(taskIds.map((taskId) => [taskId, []]))
  for (const { task_ids, ...columns } of rows) {
    const trigger = ctx.em.map(Trigger, columns as never)
    for (const taskId of task_ids) awaited.get(taskId)?.push(trigger)
  }
  return taskIds.map((taskId) => awaited.get(taskId) ?? [])
})
