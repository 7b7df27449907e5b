import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import type { ObservationFrequency } from "../period/frequency.ts"
import { Indicator } from "./indicator.ts"

/**
 * Sets how often an indicator is measured from now on; what was observed stays, whatever its period.
 * @returns the indicator, or refusals: those of `recordRow`, NOTHING_TO_CHANGE
 */
export function setFrequency(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  frequency: ObservationFrequency,
): Promise<Outcome<Indicator>> {
  return recordRow(ctx, request, {
    entity: Indicator,
    table: "indicator",
    standing: { id: standing.id, version: standing.version },
    action: "frequency-set",
    columns: { frequency },
    check: async (em, id) => {
      const { rows } = await sql<{ same: boolean }>`select frequency = ${frequency} as same from indicator
        where id = ${id}`.execute(em.getKysely<unknown>())
      if (rows[0]?.same === true)
        throw new Refused([
          { reason: "NOTHING_TO_CHANGE", field: "frequency", message: "Chỉ tiêu đang có tần suất này" },
        ])
    },
  })
}
