import { batched, connectionType, inOrder } from "@plan43/subgraph"
import { Task } from "./task.ts"

export const TaskConnection = connectionType("Task", () => Task)

export const taskById = batched(async (ctx, ids: readonly string[]) =>
  inOrder(ids, await ctx.em.find(Task, { id: { $in: [...ids] } }), (task) => task.id),
)
