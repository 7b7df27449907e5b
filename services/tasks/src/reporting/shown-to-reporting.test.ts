import { createHash } from "node:crypto"
import { addDays, type CalendarDate, dayOf } from "@plan43/calendar"
import { type OfficialTally, officialTallyOf, type TaskStatus } from "@plan43/official-tally"
import { sql } from "kysely"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type RunningPlan, startPlan } from "../recording/testing.ts"
import { recordAnyFacts } from "../status/any-facts.ts"
import { shownToReportingSql } from "./shown-to-reporting.ts"

let plan: RunningPlan
let reporting: pg.Client

beforeAll(async () => {
  plan = await startPlan("2026-11-26")
  await recordAnyFacts(plan, { seed: 44, from: dayOf(2025, 2, 14), to: dayOf(2031, 12, 31) })
  reporting = new pg.Client({ connectionString: plan.database.urls.reporting })
  await reporting.connect()
}, 180_000)

afterAll(async () => {
  await reporting?.end()
  await plan?.stop()
})

interface ReportedTask {
  id: string
  section_numeral: string
  status: TaskStatus
  lead_ids: string[]
}

async function reportedTasks(day: CalendarDate): Promise<ReportedTask[]> {
  const { rows } = await reporting.query<ReportedTask>("select * from tasks.reported_tasks($1)", [day])
  return rows
}

const DAYS = Array.from({ length: 20 }, (_none, place) => addDays(dayOf(2025, 3, 31), place * 125))

function tallyOf(tasks: readonly ReportedTask[]): OfficialTally {
  return officialTallyOf(tasks.map(({ status }) => ({ status, count: 1 })))
}

const FIGURES =
  "assigned completedOnTime completedLate inTime overdue notYetDue awaitingDocument suspendedOrCancelled"

test("what reporting is shown adds up to the summary of the same day, whatever was recorded: of the plan and of each section", async () => {
  for (const day of DAYS) {
    const tasks = await reportedTasks(day)
    const { taskSummary } = await plan.ask<{
      taskSummary: {
        official: OfficialTally
        bySection: { section: { numeral: string }; byStatus: { status: TaskStatus; count: number }[] }[]
      }
    }>(
      `{ taskSummary(asOf: "${day}") { official { ${FIGURES} } bySection { section { numeral } byStatus { status count } } } }`,
    )
    expect({ day, ...tallyOf(tasks) }).toEqual({ day, ...taskSummary.official })
    for (const { section, byStatus } of taskSummary.bySection)
      expect(tallyOf(tasks.filter((task) => task.section_numeral === section.numeral))).toEqual(
        officialTallyOf(byStatus),
      )
  }
})

test("what an agency owes is shown to reporting with the status that the register shows of that day", async () => {
  for (const day of DAYS.filter((_day, place) => place % 5 === 0)) {
    const { rows } = await sql<{ task_id: string; agency_id: string }>`
      select t.id as task_id, o.agency_id from task t cross join lateral owing_agencies(t.id, ${day}::date) o
      where t.code in ('12', '14', '48', '85', '97', '138')`.execute(
      plan.subgraph.orm.em.getKysely<unknown>(),
    )
    const { rows: shown } = await reporting.query<{ task_id: string; agency_id: string; status: string }>(
      "select task_id, agency_id, status from tasks.reported_claims($1, $2, $3, $3)",
      [rows.map((row) => row.task_id), rows.map((row) => row.agency_id), day],
    )
    const { tasks } = await plan.ask<{
      tasks: { edges: { node: { id: string; obligations: { agency: { id: string }; status: string }[] } }[] }
    }>(
      `{ tasks(first: 20, filter: { code: ["12", "14", "48", "85", "97", "138"] }) { edges { node { id
         obligations(asOf: "${day}") { agency { id } status(asOf: "${day}") } } } } }`,
    )
    const owed = tasks.edges.flatMap(({ node }) =>
      node.obligations.map(({ agency, status }) => `${node.id} ${agency.id} ${status}`),
    )
    expect(shown.map((row) => `${row.task_id} ${row.agency_id} ${row.status}`).sort()).toEqual(owed.sort())
  }
})

test("reporting reads what it is shown, and no table; others are shown nothing", async () => {
  await expect(reporting.query("select * from tasks.task")).rejects.toThrow("permission denied")
  const other = new pg.Client({ connectionString: plan.database.urls.indicators })
  await other.connect()
  await expect(other.query("select * from tasks.reported_tasks('2026-01-01')")).rejects.toThrow(
    "permission denied",
  )
  await other.end()
})

test("the rule of a status is the one that was last written into what reporting is shown", () => {
  // Fails when the rule changed: add a migration that carries out shownToReportingSql() again, then write its hash here
  expect(createHash("sha256").update(shownToReportingSql().join(";")).digest("hex")).toBe(
    "08a6562b7fbb2e28cc52f288d82d7f419f31cf88e07489d44c8788de2601ea98",
  )
})
