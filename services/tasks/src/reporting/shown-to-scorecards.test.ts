import { createHash } from "node:crypto"
import { addDays, dayOf } from "@plan43/calendar"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { agencyId, type RunningPlan, startPlan } from "../recording/testing.ts"
import { recordAnyFacts } from "../status/any-facts.ts"
import { shownToScorecardsSql } from "./shown-to-scorecards.ts"

let plan: RunningPlan
let reporting: pg.Client

beforeAll(async () => {
  plan = await startPlan("2026-11-26")
  await recordAnyFacts(plan, { seed: 57, from: dayOf(2025, 2, 14), to: dayOf(2027, 12, 31) })
  reporting = new pg.Client({ connectionString: plan.database.urls.reporting })
  await reporting.connect()
}, 180_000)

afterAll(async () => {
  await reporting?.end()
  await plan?.stop()
})

const DAYS = Array.from({ length: 3 }, (_none, place) => addDays(dayOf(2025, 6, 30), place * 250))

test("a scorecard counts what the register shows that an agency owes, as its part stood that day", async () => {
  for (const day of DAYS) {
    const { rows } = await reporting.query<{ task_id: string; agency_id: string; status: string }>(
      "select * from tasks.scored_obligations($1) where task_code in ('12', '14', '46', '48', '55', '85', '97', '138')",
      [day],
    )
    const { tasks } = await plan.ask<{
      tasks: { edges: { node: { id: string; obligations: { agency: { id: string }; status: string }[] } }[] }
    }>(
      `{ tasks(first: 20, filter: { code: ["12", "14", "46", "48", "55", "85", "97", "138"] }) { edges { node { id
         obligations(asOf: "${day}") { agency { id } status(asOf: "${day}") } } } } }`,
    )
    const owed = tasks.edges.flatMap(({ node }) =>
      node.obligations.map(({ agency, status }) => `${node.id} ${agency.id} ${status}`),
    )
    expect(rows.map((row) => `${row.task_id} ${row.agency_id} ${row.status}`).sort()).toEqual(owed.sort())
  }
})

test("what is owed by class is told apart from what names the agency", async () => {
  const { rows } = await reporting.query<{ by_class: boolean; kinds: number }>(
    `select by_class, count(distinct task_id)::integer as kinds from tasks.scored_obligations('2026-06-30')
     where agency_id = $1 group by by_class order by by_class`,
    [agencyId("so-tai-chinh")],
  )
  expect(rows.map((row) => row.by_class)).toEqual([false, true])
})

test("what happened between two days is shown to reporting, to nobody else", async () => {
  for (const name of ["scored_reminders", "scored_extensions", "scored_answers"])
    await reporting.query(`select * from tasks.${name}('2025-01-01', '2027-12-31')`)
  const other = new pg.Client({ connectionString: plan.database.urls.indicators })
  await other.connect()
  await expect(other.query("select * from tasks.scored_answers('2026-01-01', '2026-12-31')")).rejects.toThrow(
    "permission denied",
  )
  await other.end()
})

test("the rule of a status is the one that was last written into what scorecards are shown", () => {
  // Fails when the rule changed: add a migration that carries out shownToScorecardsSql() again, then write its hash here
  expect(createHash("sha256").update(shownToScorecardsSql().join(";")).digest("hex")).toBe(
    "25682152632893558a86cb6476b0e01252fdeb9253aedac36bd798b635b4f77f",
  )
})
