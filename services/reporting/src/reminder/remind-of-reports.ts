import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import {
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { ARRIVED, type ReportState } from "../report/report-state.ts"
import { requireStage } from "../round/round-stage.ts"
import { ReportReminder } from "./report-reminder.ts"

/**
 * Asks agencies for reports that have not come; their people are told. An agency is asked once a day.
 * @param named which reports of the round; none: all that have not come and were not asked for today
 * @returns the reminder, or refusals: those of `recordRow`, ROUND_NOT_OPEN, REPORT_UNKNOWN, REPORT_ARRIVED, REMINDED_TODAY,
 * NOBODY_TO_REMIND
 */
export async function remindOfReports(
  ctx: RecordingContext,
  request: RecordingRequest,
  round: string,
  named: readonly string[],
): Promise<Outcome<ReportReminder>> {
  const roundId = uuidOf(round)
  if (roundId === null) return { refusals: [notFound("roundId", round)] }
  return recordRow(ctx, request, {
    entity: ReportReminder,
    table: "report_reminder",
    standing: null,
    action: "sent",
    about: named,
    columns: { round_id: roundId, reminded_on: ctx.today, reminded_by: ctx.viewer.name },
    check: (em) => requireStage(em, roundId, "OPEN"),
    alsoWrite: async (em, id) => {
      const reports = await reportsOf(em, roundId, ctx.today, named)
      const askedFor = named.length > 0 ? required(named, reports) : reports.filter(isMissing)
      if (askedFor.length === 0) throw new Refused([NOBODY])
      await sql`update report_reminder set report_ids = ${askedFor.map((report) => report.id)}::uuid[]
        where id = ${id}`.execute(em.getKysely<unknown>())
      await tell(em, ctx, roundId, askedFor)
    },
  })
}

interface AskedReport {
  id: string
  agencyId: string
  state: ReportState
  remindedToday: boolean
}

/** The named reports of a round, or all; nobody moves one on, or asks for it, until the transaction ends. */
async function reportsOf(
  em: EntityManager,
  roundId: string,
  today: CalendarDate,
  named: readonly string[],
): Promise<AskedReport[]> {
  const { rows } = await sql<AskedReport>`
    select r.id, r.agency_id as "agencyId", r.state, exists (select 1 from report_reminder reminder
      where reminder.round_id = r.round_id and r.id = any(reminder.report_ids)
        and reminder.reminded_on = ${today}) as "remindedToday"
    from agency_report r where r.round_id = ${roundId}
      and (${named.length === 0} or r.id = any(${named.map(uuidOf)}::uuid[]))
    order by r.id for no key update of r`.execute(em.getKysely<unknown>())
  return rows
}

const isMissing = ({ state, remindedToday }: AskedReport): boolean =>
  !ARRIVED.includes(state) && !remindedToday

/** @throws Refused when one of them is no report of the round, has come, or was asked for today */
function required(named: readonly string[], reports: readonly AskedReport[]): AskedReport[] {
  const found = new Map(reports.map((report) => [report.id, report]))
  const refusals = named.flatMap((id) => {
    const report = found.get(uuidOf(id) ?? "")
    if (report === undefined)
      return [{ ...UNKNOWN, message: `Kỳ này không có báo cáo nào mang định danh “${id}”` }]
    if (ARRIVED.includes(report.state)) return [CAME]
    return report.remindedToday ? [TODAY] : []
  })
  if (refusals.length > 0) throw new Refused(refusals)
  return [...found.values()]
}

async function tell(
  em: EntityManager,
  { viewer }: RecordingContext,
  roundId: string,
  askedFor: readonly AskedReport[],
): Promise<void> {
  const { rows } = await sql<{ roundName: string; dueOn: CalendarDate }>`
    select name as "roundName", agencies_due_on as "dueOn" from round where id = ${roundId}`.execute(
    em.getKysely<unknown>(),
  )
  await announce(em, {
    type: "report.reminded",
    subject: { kind: "ReportingRound", id: roundId },
    agencyIds: askedFor.map(({ agencyId }) => agencyId),
    actor: viewer.id,
    data: { ...rows[0] },
  })
}

const UNKNOWN = { reason: "REPORT_UNKNOWN", field: "reportIds" }
const CAME = {
  reason: "REPORT_ARRIVED",
  field: "reportIds",
  message: "Báo cáo này đã gửi về, không cần nhắc nữa",
}
const TODAY = {
  reason: "REMINDED_TODAY",
  field: "reportIds",
  message: "Hôm nay đã nhắc cơ quan này; mỗi ngày nhắc một lần",
}
const NOBODY = {
  reason: "NOBODY_TO_REMIND",
  field: "reportIds",
  message: "Không còn cơ quan nào cần nhắc hôm nay: báo cáo đã gửi hoặc hôm nay đã nhắc",
}
