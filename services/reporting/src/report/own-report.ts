import type { EntityManager } from "@mikro-orm/postgresql"
import { answeredForBy } from "@plan43/agency-scope"
import { hasScope, type RecordingContext, Refused } from "@plan43/subgraph"
import { sql } from "kysely"
import { requireStage } from "../round/round-stage.ts"
import type { AgencyReport } from "./agency-report.ts"

/** A report as it stands while somebody writes in it or moves it on. */
export type StandingReport = Pick<AgencyReport, "id" | "state" | "sentOn" | "agencyId" | "roundId">

/**
 * Keeps a report, and its round, from being moved on until the transaction ends.
 * @throws Refused when its round is not open, or when it is another agency's and whoever writes does not write for all:
 * ROUND_NOT_OPEN, REPORT_NOT_YOURS
 */
export async function requireOwnReport(
  em: EntityManager,
  { viewer, today }: Pick<RecordingContext, "viewer" | "today">,
  reportId: string,
): Promise<StandingReport> {
  const own =
    viewer.agencyId === null
      ? sql<boolean>`false`
      : sql<boolean>`agency_id in (${answeredForBy(sql<string>`${viewer.agencyId}::uuid`, today)})`
  const { rows } = await sql<StandingReport & { own: boolean }>`
    select id, state, sent_on as "sentOn", agency_id as "agencyId", round_id as "roundId", ${own} as own
    from agency_report where id = ${reportId} for update`.execute(em.getKysely<unknown>())
  const [report] = rows
  if (report === undefined || !(report.own || hasScope(viewer, "reports:write")))
    throw new Refused([NOT_YOURS])
  await requireStage(em, report.roundId, "OPEN")
  return report
}

const NOT_YOURS = {
  reason: "REPORT_NOT_YOURS",
  field: "id",
  message: "Báo cáo này của cơ quan khác",
}
