import type { EntityManager } from "@mikro-orm/postgresql"
import {
  type CalendarDate,
  type CalendarExceptions,
  type Clock,
  isOfficeHour,
  todayInHanoi,
} from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import { lookingEveryTenMinutes } from "@plan43/subgraph"
import { sql } from "kysely"
import { ARRIVED } from "../report/report-state.ts"
import { stageIn } from "../round/round-stage.ts"
import { type ReportThreshold, reportThresholdOf } from "./due-threshold.ts"

/** An open round in which reports have not come. */
interface AwaitingRound {
  id: string
  name: string
  openedOn: CalendarDate
  dueOn: CalendarDate
}

/**
 * Tells agencies, if offices are open, that their reports of open rounds have not come: 7 days and 1 day before they are due and once
 * after. Each is told each of it once; it is told exactly when it is remembered.
 */
export async function tellOfReportsDue(em: EntityManager, clock: Clock): Promise<void> {
  if (!isOfficeHour(clock, await readExceptions(em.fork()))) return
  const today = todayInHanoi(clock)
  await em.fork().transactional(async (transaction) => {
    for (const round of await awaitingRounds(transaction)) {
      const threshold = reportThresholdOf(round, today)
      if (threshold !== null) await tellAgencies(transaction, round, threshold)
    }
  })
}

/** Does so all day long. */
export const reportDueNotices = lookingEveryTenMinutes(
  ({ orm, clock }) => tellOfReportsDue(orm.em.fork(), clock),
  "agencies could not be told of reports that are due; they are later",
)

/** Days off and worked, as tasks shows them. */
async function readExceptions(em: EntityManager): Promise<CalendarExceptions> {
  const { rows } = await sql<{ day: CalendarDate; kind: "OFF" | "WORKED" }>`
    select day, kind from tasks.reported_calendar_exceptions()`.execute(em.getKysely<unknown>())
  const of = (kind: "OFF" | "WORKED") =>
    new Set(rows.filter((row) => row.kind === kind).map(({ day }) => day))
  return { off: of("OFF"), worked: of("WORKED") }
}

async function awaitingRounds(em: EntityManager): Promise<AwaitingRound[]> {
  const { rows } = await sql<AwaitingRound>`
    select e.id, e.name, e.opened_on as "openedOn", e.agencies_due_on as "dueOn" from round e
    where e.withdrawn_at is null and ${stageIn("e")} = 'OPEN' order by e.agencies_due_on, e.id`.execute(
    em.getKysely<unknown>(),
  )
  return rows
}

/** Tells the agencies of a round that do not know it. */
async function tellAgencies(
  em: EntityManager,
  { id, name, dueOn }: AwaitingRound,
  threshold: ReportThreshold,
): Promise<void> {
  const { rows: told } = await sql<{ agencyId: string }>`
    with told as (
      insert into report_due_notice (report_id, threshold)
      select r.id, ${String(threshold)} from agency_report r
      where r.round_id = ${id} and r.state <> all(${ARRIVED}::text[])
      on conflict do nothing returning report_id)
    select r.agency_id as "agencyId" from told join agency_report r on r.id = told.report_id
    order by r.agency_id`.execute(em.getKysely<unknown>())
  if (told.length === 0) return
  await announce(em, {
    type: threshold === "OVERDUE" ? "report.overdue" : "report.due-in",
    subject: { kind: "ReportingRound", id },
    agencyIds: told.map(({ agencyId }) => agencyId),
    actor: null,
    data: { roundName: name, dueOn, ...(threshold !== "OVERDUE" && { days: threshold }) },
  })
}
