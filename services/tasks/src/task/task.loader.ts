import { connectionType, entityById } from "@plan43/subgraph"
import { Task } from "./task.ts"

export const TaskConnection = connectionType("Task", () => Task)

export const taskById = entityById(Task)
