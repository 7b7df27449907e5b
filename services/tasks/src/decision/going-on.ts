import type { EntityManager } from "@mikro-orm/postgresql"
import { Refused } from "@plan43/subgraph"
import { sql } from "kysely"

/**
 * What stops the task: its last decision, where that suspends or cancels it; null where it goes on.
 */
export async function stoppedBy(
  em: EntityManager,
  taskId: string,
): Promise<"SUSPENDED" | "CANCELLED" | null> {
  const { rows } = await sql<{ kind: string }>`select kind from task_decision
    where task_id = ${taskId} order by position desc limit 1`.execute(em.getKysely<unknown>())
  const kind = rows[0]?.kind
  return kind === "SUSPENDED" || kind === "CANCELLED" ? kind : null
}

/** @throws Refused with TASK_STOPPED where the task is suspended or cancelled */
export async function requireGoingOn(em: EntityManager, taskId: string): Promise<void> {
  const stopped = await stoppedBy(em, taskId)
  if (stopped !== null)
    throw new Refused([
      {
        reason: "TASK_STOPPED",
        field: "obligationId",
        message:
          stopped === "SUSPENDED"
            ? "Nhiệm vụ đang tạm dừng; điều phối viên mở lại rồi mới ghi tiếp"
            : "Nhiệm vụ đã bị huỷ; điều phối viên mở lại rồi mới ghi tiếp",
      },
    ])
}
