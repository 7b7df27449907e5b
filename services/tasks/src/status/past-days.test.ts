import { addDays, type CalendarDate, dayOf } from "@plan43/calendar"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type RunningPlan, startPlan } from "../recording/testing.ts"
import { recordAnyFacts } from "./any-facts.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2032-01-01")
  await recordAnyFacts(plan, { seed: 139, from: dayOf(2025, 2, 14), to: LAST_DAY })
}, 60_000)

afterAll(async () => {
  await plan?.stop()
})

const LAST_DAY = dayOf(2028, 2, 29)

/** Days up to the last on which anything was recorded: year ends, a leap day, and others. */
const DAYS: readonly CalendarDate[] = [
  dayOf(2025, 2, 14),
  dayOf(2025, 6, 30),
  dayOf(2025, 7, 1),
  dayOf(2025, 12, 31),
  dayOf(2026, 1, 1),
  dayOf(2027, 12, 31),
  addDays(LAST_DAY, -1),
  LAST_DAY,
]

/** All that can be asked of the plan as of a day. */
async function planAsOf(day: CalendarDate): Promise<unknown> {
  const page = (rows: string) => `tasks(${rows}) { edges { node {
    code status(asOf: "${day}") claim(asOf: "${day}") { id } verified(asOf: "${day}") { id }
    deadline { dueOn(asOf: "${day}") extendedDueOn(asOf: "${day}") } phases { status(asOf: "${day}") }
    periods(asOf: "${day}") { key status answered claim { id } verified { id } } } } }`
  return plan.ask(`{ first: ${page("first: 100")} last: ${page("last: 44")}
    taskSummary(asOf: "${day}") { reported byStatus { status count } official { assigned overdue completedLate } }
    parts: tasks(filter: { code: ["1", "8", "9", "20", "46", "49", "50", "65", "97", "109", "113", "117"] }) { edges { node {
      code responsibleAgency(asOf: "${day}") { id } obligations(asOf: "${day}") {
        id responsible(asOf: "${day}") silentSince(asOf: "${day}") awaitingVerification(asOf: "${day}")
        reports(asOf: "${day}", first: 100) { totalCount edges { node { id verification(asOf: "${day}") { outcome on fields { field } } } } }
      } } } }
    byPlan: taskSummary(asOf: "${day}", deadlines: ORIGINAL) { byStatus { status count } } }`)
}

test("what is asked as of a past day never changes through later entries", async () => {
  const before = await Promise.all(DAYS.map(planAsOf))
  await recordAnyFacts(plan, { seed: 71, from: addDays(LAST_DAY, 1), to: dayOf(2031, 12, 31) })
  for (const [index, day] of DAYS.entries())
    expect({ day, plan: await planAsOf(day) }).toEqual({ day, plan: before[index] })
  expect(await planAsOf(dayOf(2031, 12, 31))).not.toEqual(await planAsOf(LAST_DAY))
}, 120_000)

interface Tally {
  total: number
  byStatus: { count: number }[]
  bySection: { count: number; byStatus: { count: number }[] }[]
  byDeadlineKind: { count: number }[]
  byLead: { count: number; byStatus: { count: number }[] }[]
  official: Record<string, number>
}

const TALLY = `total byStatus { count } bySection { count byStatus { count } } byDeadlineKind { count }
  byLead { count byStatus { count } }
  official { assigned completedOnTime completedLate inTime overdue notYetDue awaitingDocument suspendedOrCancelled }`

test.each(["ORIGINAL", "EXTENDED"])(
  "tallies by %s deadlines add up to the total on every day",
  async (deadlines) => {
    for (const day of [...DAYS, dayOf(2031, 6, 30)]) {
      const { tally } = await plan.ask<{ tally: Tally }>(
        `{ tally: taskSummary(asOf: "${day}", deadlines: ${deadlines}) { ${TALLY} } }`,
      )
      const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
      expect(tally.total).toBe(144)
      for (const counts of [tally.byStatus, tally.bySection, tally.byDeadlineKind])
        expect(sum(counts)).toBe(144)
      for (const { count, byStatus } of [...tally.bySection, ...tally.byLead])
        expect(sum(byStatus)).toBe(count)
      const { assigned, ...figures } = tally.official
      expect(assigned).toBe(144)
      expect(Object.values(figures).reduce((total, figure) => total + figure, 0)).toBe(144)
    }
  },
)
