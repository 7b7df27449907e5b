import { addDays, type CalendarDate, dayOf } from "@plan43/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { extendedDueOn, type Owing, type ReportedWork, workOfObligation, workOfTask } from "./work.ts"

const owes = (agencyId: string, ...predecessors: string[]): Owing => ({
  agencyId,
  answersFor: [agencyId, ...predecessors],
})

const done = (agencyId: string, completedOn: CalendarDate, confirmedPosition = 1): ReportedWork => ({
  agencyId,
  claimed: "COMPLETED",
  completedOn,
  confirmedPosition,
})

const claimed = (agencyId: string, state: ReportedWork["claimed"]): ReportedWork => ({
  agencyId,
  claimed: state,
  completedOn: null,
  confirmedPosition: null,
})

const march = dayOf(2025, 3, 31)
const april = dayOf(2025, 4, 30)

describe("a shared task", () => {
  test("is completed when everybody's part is, on the last of the days", () => {
    const both = [owes("a"), owes("b")]
    expect(workOfTask(both, [done("a", april)])).toEqual({ begun: true, completedOn: null })
    expect(workOfTask(both, [done("a", april), done("b", march)])).toEqual({
      begun: true,
      completedOn: april,
    })
  })

  test("is completed with the part of whoever is responsible for the whole", () => {
    expect(workOfTask([owes("a")], [done("a", march), claimed("b", "IN_PROGRESS")]).completedOn).toBe(march)
  })

  test("is owed by nobody, and so never completed, where nobody is named", () => {
    expect(workOfTask([], [done("a", march)]).completedOn).toBeNull()
  })
})

describe("a part that changed hands", () => {
  test("was completed by the predecessor", () => {
    expect(workOfObligation(owes("b", "a"), [done("a", march)])).toEqual({ begun: true, completedOn: march })
  })

  test("stands as the last of both was confirmed", () => {
    const again: ReportedWork = { ...done("b", april), completedOn: null, confirmedPosition: 2 }
    expect(workOfObligation(owes("b", "a"), [done("a", march, 1), again]).completedOn).toBeNull()
  })
})

test("a claim that nobody confirmed begins the work and completes nothing", () => {
  expect(workOfTask([owes("a")], [claimed("a", "COMPLETED")])).toEqual({ begun: true, completedOn: null })
  expect(workOfTask([owes("a")], [claimed("a", "NOT_STARTED")]).begun).toBe(false)
})

describe("an extension", () => {
  const granted = (agencyId: string, dueOn: CalendarDate, position = 1) => ({ agencyId, dueOn, position })

  test("moves the deadline of a shared task only when everybody's was moved, to the first of the days", () => {
    const both = [owes("a"), owes("b")]
    expect(extendedDueOn(both, [granted("a", april)])).toBeNull()
    expect(extendedDueOn(both, [granted("a", april), granted("b", march)])).toBe(march)
  })

  test("stands as it was granted last", () => {
    expect(extendedDueOn([owes("a")], [granted("a", april, 1), granted("a", march, 2)])).toBe(march)
  })
})

test("whoever else completes a part, no task is completed before its last part", () => {
  const part = fc.record({ day: fc.integer({ min: 0, max: 3000 }), confirmed: fc.boolean() })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (parts) => {
      const owing = parts.map((_part, index) => owes(`a${index}`))
      const reported = parts.flatMap(({ day, confirmed }, index) =>
        confirmed ? [done(`a${index}`, addDays(march, day))] : [claimed(`a${index}`, "COMPLETED")],
      )
      const { completedOn } = workOfTask(owing, reported)
      const days = parts.map(({ day }) => addDays(march, day))
      expect(completedOn).toBe(
        parts.every(({ confirmed }) => confirmed) ? (days.toSorted().at(-1) ?? null) : null,
      )
    }),
  )
})
