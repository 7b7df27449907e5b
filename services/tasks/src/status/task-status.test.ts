import { addDays, type CalendarDate, calendarDateOf, dayOf } from "@plan43/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { type ReportedState, type StatusFacts, taskStatuses, taskStatusOf } from "./task-status.ts"

const day = calendarDateOf

function facts(kind: DeadlineKind, given: Partial<StatusFacts> = {}): StatusFacts {
  return { kind, startsOn: null, dueOn: null, awaiting: false, reported: null, phases: [], ...given }
}

function reported(state: ReportedState["state"], given: Partial<ReportedState> = {}): ReportedState {
  return { state, completedOn: null, confirmed: false, ...given }
}

const dueInMarch = facts("MONTH", { dueOn: day("2025-03-31") })

describe("a task with a date, of which nothing was reported", () => {
  test("is not started more than thirty days before", () => {
    expect(taskStatusOf(dueInMarch, day("2025-02-28"))).toBe("NOT_STARTED")
  })

  test("is due soon from thirty days before to the day itself", () => {
    expect(taskStatusOf(dueInMarch, day("2025-03-01"))).toBe("DUE_SOON")
    expect(taskStatusOf(dueInMarch, day("2025-03-31"))).toBe("DUE_SOON")
  })

  test("due on 31 March is overdue on 1 April", () => {
    expect(taskStatusOf(dueInMarch, day("2025-04-01"))).toBe("OVERDUE")
  })

  test("is not started before its range begins, nor called overdue within it", () => {
    const range = facts("YEAR_RANGE", { startsOn: day("2025-01-01"), dueOn: day("2026-12-31") })
    expect(taskStatusOf(range, day("2024-12-31"))).toBe("NOT_STARTED")
    expect(taskStatusOf(range, day("2026-11-30"))).toBe("NOT_STARTED")
    expect(taskStatusOf(range, day("2026-12-01"))).toBe("DUE_SOON")
    expect(taskStatusOf(range, day("2027-01-01"))).toBe("OVERDUE")
  })
})

describe("a task without a date", () => {
  test("that waits for a document awaits it, whatever the calendar says", () => {
    expect(taskStatusOf(facts("AFTER_TRIGGER", { awaiting: true }), day("2040-01-01"))).toBe(
      "AWAITING_TRIGGER",
    )
  })

  test("is not started once its document was issued and nobody reported", () => {
    expect(taskStatusOf(facts("AFTER_TRIGGER"), day("2026-01-01"))).toBe("NOT_STARTED")
  })

  test("that is continuous is ongoing", () => {
    expect(taskStatusOf(facts("CONTINUOUS"), day("2025-02-14"))).toBe("ONGOING")
  })

  test("that is open-ended is ongoing from its first day", () => {
    const after2030 = facts("OPEN_ENDED", { startsOn: day("2031-01-01") })
    expect(taskStatusOf(after2030, day("2030-12-31"))).toBe("NOT_STARTED")
    expect(taskStatusOf(after2030, day("2031-01-01"))).toBe("ONGOING")
  })
})

describe("an annual duty", () => {
  test("is due on 31 December of every year, each year a period of its own", () => {
    expect(taskStatusOf(facts("ANNUAL"), day("2025-12-01"))).toBe("DUE_SOON")
    expect(taskStatusOf(facts("ANNUAL"), day("2026-01-01"))).toBe("NOT_STARTED")
  })

  test("completed in one year is open again in the next", () => {
    const done = facts("ANNUAL", {
      reported: reported("COMPLETED", { completedOn: day("2025-11-30"), confirmed: true }),
    })
    expect(taskStatusOf(done, day("2025-12-31"))).toBe("COMPLETED_ON_TIME")
    expect(taskStatusOf(done, day("2026-01-01"))).toBe("IN_PROGRESS")
  })
})

describe("a phased task", () => {
  const phases = [
    facts("YEAR_RANGE", { startsOn: day("2025-01-01"), dueOn: day("2027-12-31") }),
    facts("YEAR_RANGE", { startsOn: day("2028-01-01"), dueOn: day("2030-12-31") }),
    facts("OPEN_ENDED", { startsOn: day("2031-01-01") }),
  ]
  const phased = facts("PHASED", { phases })

  test("is spoken for by the phase that needs attention most", () => {
    expect(taskStatusOf(phased, day("2026-06-01"))).toBe("NOT_STARTED")
    expect(taskStatusOf(phased, day("2027-12-15"))).toBe("DUE_SOON")
    expect(taskStatusOf(phased, day("2028-01-01"))).toBe("OVERDUE")
    expect(taskStatusOf(phased, day("2040-01-01"))).toBe("OVERDUE")
  })
})

describe("what was reported", () => {
  test("counts as completed only once the coordinator has confirmed it", () => {
    const completed = { completedOn: day("2025-03-20") }
    const claimed = facts("MONTH", { dueOn: day("2025-06-30"), reported: reported("COMPLETED", completed) })
    const confirmed = facts("MONTH", {
      dueOn: day("2025-06-30"),
      reported: reported("COMPLETED", { ...completed, confirmed: true }),
    })
    expect(taskStatusOf(claimed, day("2025-04-01"))).toBe("IN_PROGRESS")
    expect(taskStatusOf(confirmed, day("2025-04-01"))).toBe("COMPLETED_ON_TIME")
  })

  test("is late when it was completed a day after the last", () => {
    const late = {
      ...dueInMarch,
      reported: reported("COMPLETED", { completedOn: day("2025-04-01"), confirmed: true }),
    }
    expect(taskStatusOf(late, day("2025-04-02"))).toBe("COMPLETED_LATE")
  })

  test("completes a task before its trigger was recorded", () => {
    const early = facts("AFTER_TRIGGER", {
      awaiting: true,
      reported: reported("COMPLETED", { completedOn: day("2025-05-01"), confirmed: true }),
    })
    expect(taskStatusOf(early, day("2025-06-01"))).toBe("COMPLETED_ON_TIME")
  })

  test("suspends and cancels whatever the deadline", () => {
    expect(taskStatusOf({ ...dueInMarch, reported: reported("SUSPENDED") }, day("2026-01-01"))).toBe(
      "SUSPENDED",
    )
    expect(taskStatusOf({ ...dueInMarch, reported: reported("CANCELLED") }, day("2026-01-01"))).toBe(
      "CANCELLED",
    )
  })

  test("does not hide that a task is overdue", () => {
    expect(taskStatusOf({ ...dueInMarch, reported: reported("IN_PROGRESS") }, day("2025-04-01"))).toBe(
      "OVERDUE",
    )
  })
})

test("as days pass, a dated task that nobody reports goes through its statuses in one direction", () => {
  const order = ["NOT_STARTED", "DUE_SOON", "OVERDUE"]
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: -400, max: 400 }), (due, offset) => {
      const dueOn = addDays(dayOf(2025, 1, 1), due)
      const task = facts("MONTH", { dueOn })
      const on: CalendarDate = addDays(dueOn, offset)
      const now = order.indexOf(taskStatusOf(task, on))
      const next = order.indexOf(taskStatusOf(task, addDays(on, 1)))
      expect(now).toBeGreaterThanOrEqual(0)
      expect(next).toBeGreaterThanOrEqual(now)
    }),
  )
})

test("there are ten statuses", () => {
  expect(taskStatuses).toHaveLength(10)
})
