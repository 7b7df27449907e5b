import type { EntityManager } from "@mikro-orm/postgresql"
import { type RecordingContext, recordAudits } from "@plan43/subgraph"
import { sql } from "kysely"

/** Makes the accepted reports of a round parts of it; the others stay what they were when it was locked. */
export async function includeAccepted(
  em: EntityManager,
  ctx: RecordingContext,
  roundId: string,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`update agency_report
    set state = 'INCLUDED', version = version + 1, updated_at = now()
    where round_id = ${roundId} and state = 'ACCEPTED' returning id`.execute(em.getKysely<unknown>())
  await recordAudits(
    em,
    ctx,
    rows.map(({ id }) => ({
      action: "agency_report.included",
      entity: "agency_report",
      entityId: id,
      before: JSON.stringify({ state: "ACCEPTED" }),
      after: JSON.stringify({ state: "INCLUDED" }),
      reason: null,
    })),
  )
}
