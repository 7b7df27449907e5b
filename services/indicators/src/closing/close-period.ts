import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { periodInWords, periodNamed } from "../period/period.ts"
import { ClosedPeriod } from "./closed-period.ts"
import { holdRecording } from "./closed-period-around.ts"

/**
 * Closes a period: no figure that lies within it is recorded, corrected or withdrawn any more.
 * @returns the row, or refusals: those of `recordRow`, PERIOD_MALFORMED, PERIOD_IN_FUTURE, PERIOD_CLOSED
 */
export async function closePeriod(
  ctx: RecordingContext,
  request: RecordingRequest,
  periodKey: string,
): Promise<Outcome<ClosedPeriod>> {
  const period = periodNamed(periodKey)
  if (period === null) return { refusals: [malformed(periodKey)] }
  if (period.end > ctx.today)
    return {
      refusals: [
        {
          reason: "PERIOD_IN_FUTURE",
          field: "periodKey",
          message: `Kỳ “${periodInWords(period)}” chưa kết thúc; chỉ khóa kỳ đã kết thúc`,
        },
      ],
    }
  return recordRow(ctx, request, {
    entity: ClosedPeriod,
    table: "closed_period",
    standing: null,
    action: "closed",
    columns: {
      period_key: period.key,
      period_start: period.start,
      period_end: period.end,
      closed_on: ctx.today,
      closed_by: ctx.viewer.name,
    },
    check: async (em) => {
      await holdRecording(em)
      const { rows } = await sql`select 1 from closed_period
        where period_key = ${period.key} and withdrawn_at is null`.execute(em.getKysely<unknown>())
      if (rows.length > 0)
        throw new Refused([
          {
            reason: "PERIOD_CLOSED",
            field: "periodKey",
            message: `Kỳ “${periodInWords(period)}” đã khóa rồi`,
          },
        ])
    },
  })
}

/** Opens a closed period again; the reason must be given. */
export function reopenPeriod(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ClosedPeriod>> {
  return recordRow(ctx, request, {
    entity: ClosedPeriod,
    table: "closed_period",
    standing: { id: standing.id, version: standing.version },
    reasonNeeded: "Hãy ghi lý do mở lại kỳ đã khóa",
    action: "reopened",
    columns: {},
    stamped: ["withdrawn_at"],
    check: holdRecording,
  })
}

function malformed(key: string) {
  return {
    reason: "PERIOD_MALFORMED",
    field: "periodKey",
    message: `“${key}” không phải một kỳ; hãy ghi như 2025, 2025-H1, 2025-Q3 hoặc 2025-07`,
  }
}
