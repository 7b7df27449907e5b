import {
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { standingTask } from "../decision/decide-task.ts"
import { authorship, recordFact } from "../recording/record-fact.ts"
import { readObligationId } from "./obligation-id.ts"
import { TaskResponsible } from "./task-responsible.ts"

/** Which obligation, and the version of its task that the mark is based on. */
export interface ResponsibleMark {
  obligationId: string
  /** Of the task. */
  version: number
}

/**
 * Marks one of the agencies that owe a shared task as responsible for the whole: its completion is the task's.
 * @returns the mark, or refusals: those of `recordFact`, NOT_FOUND, VERSION_STALE, NOTHING_TO_CHANGE
 */
export async function markResponsible(
  ctx: RecordingContext,
  request: RecordingRequest,
  { obligationId, version }: ResponsibleMark,
): Promise<Outcome<TaskResponsible>> {
  const key = readObligationId(obligationId)
  if (key === null) return { refusals: [notFound("obligationId", obligationId)] }
  const { taskId, agencyId } = key
  return recordFact(ctx, request, {
    entity: TaskResponsible,
    table: "task_responsible",
    action: "marked",
    content: { obligationId, version },
    taskId,
    columns: async (em) => {
      const { agencyIds } = await standingTask(em, ctx, taskId, version)
      if (!agencyIds.includes(agencyId)) throw new Refused([notFound("obligationId", obligationId)])
      const { rows } = await sql<{ agency_id: string }>`select agency_id from task_responsible
        where task_id = ${taskId} order by position desc limit 1`.execute(em.getKysely<unknown>())
      if (rows[0]?.agency_id === agencyId || agencyIds.length === 1) throw new Refused([NOTHING_TO_CHANGE])
      return { task_id: taskId, agency_id: agencyId, ...authorship(ctx) }
    },
  })
}

const NOTHING_TO_CHANGE = {
  reason: "NOTHING_TO_CHANGE",
  field: "obligationId",
  message: "Cơ quan này đã chịu trách nhiệm chung về nhiệm vụ",
}
