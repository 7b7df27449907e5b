import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { Delivery } from "./delivery.ts"
import { DELIVERY_CHANNEL } from "./delivery-jobs.ts"

/**
 * Puts a message that failed on its way again, with as many attempts as the first time.
 * @returns the message, or refusals: those of {@link recordRow}, NOT_FAILED
 */
export function retryDelivery(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<Delivery>> {
  return recordRow(ctx, request, {
    entity: Delivery,
    table: "delivery",
    standing,
    action: "retried",
    columns: { state: "WAITING", queued_at: null, last_error: null },
    check: async (em, id) => {
      const { rows } = await sql<{
        state: string
      }>`select state from delivery where id = ${id}::uuid`.execute(em.getKysely<unknown>())
      if (rows[0]?.state !== "FAILED") throw new Refused([NOT_FAILED])
    },
    alsoWrite: async (em) => {
      await sql`select pg_notify(${DELIVERY_CHANNEL}, '')`.execute(em.getKysely<unknown>())
    },
  })
}

const NOT_FAILED = {
  reason: "NOT_FAILED",
  field: "id",
  message: "Chỉ gửi lại thư đã gửi không thành công; thư này đang chờ gửi hoặc đã gửi xong",
}
