import { addDays, type CalendarDate, calendarDateOf, dayOf } from "@plan43/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { type PhaseFacts, type StatusFacts, taskStatuses, taskStatusOf } from "./task-status.ts"
import type { Work } from "./work.ts"

const day = calendarDateOf

function facts(kind: DeadlineKind, given: Partial<StatusFacts> = {}): StatusFacts {
  return { ...phase(kind), awaiting: false, stopped: null, phases: [], ...given }
}

function phase(kind: DeadlineKind, given: Partial<PhaseFacts> = {}): PhaseFacts {
  return {
    kind,
    startsOn: null,
    dueOn: null,
    extendedDueOn: null,
    work: { begun: false, completedOn: null },
    ...given,
  }
}

const begun: Work = { begun: true, completedOn: null }

function completed(on: string): Work {
  return { begun: true, completedOn: day(on) }
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

  test("completed in its year is completed, late from 1 January on", () => {
    const done = (on: string) => facts("ANNUAL", { work: completed(on) })
    expect(taskStatusOf(done("2025-11-30"), day("2025-12-31"))).toBe("COMPLETED_ON_TIME")
    expect(taskStatusOf(done("2026-01-01"), day("2025-12-31"))).toBe("COMPLETED_LATE")
  })
})

describe("a phased task", () => {
  const phases = [
    phase("YEAR_RANGE", { startsOn: day("2025-01-01"), dueOn: day("2027-12-31") }),
    phase("YEAR_RANGE", { startsOn: day("2028-01-01"), dueOn: day("2030-12-31") }),
    phase("OPEN_ENDED", { startsOn: day("2031-01-01") }),
  ]
  const phased = facts("PHASED", { phases })
  const done = (...days: (string | null)[]) =>
    facts("PHASED", {
      phases: phases.map((one, index) => {
        const on = days[index] ?? null
        return on === null ? one : { ...one, work: completed(on) }
      }),
    })

  test("is spoken for by the phase that needs attention most", () => {
    expect(taskStatusOf(phased, day("2026-06-01"))).toBe("NOT_STARTED")
    expect(taskStatusOf(phased, day("2027-12-15"))).toBe("DUE_SOON")
    expect(taskStatusOf(phased, day("2028-01-01"))).toBe("OVERDUE")
    expect(taskStatusOf(phased, day("2040-01-01"))).toBe("OVERDUE")
  })

  test("is in progress once one of its phases is done and the next has not begun", () => {
    expect(taskStatusOf(done("2027-01-01"), day("2027-12-31"))).toBe("IN_PROGRESS")
    expect(taskStatusOf(done("2027-01-01"), day("2031-01-01"))).toBe("OVERDUE")
    expect(taskStatusOf(done("2027-01-01", "2030-12-31"), day("2031-01-01"))).toBe("ONGOING")
  })

  test("is completed when every phase is, and late when one was", () => {
    expect(taskStatusOf(done("2027-12-31", "2030-12-31", "2032-01-01"), day("2040-01-01"))).toBe(
      "COMPLETED_ON_TIME",
    )
    expect(taskStatusOf(done("2028-01-01", "2030-12-31", "2032-01-01"), day("2040-01-01"))).toBe(
      "COMPLETED_LATE",
    )
  })
})

describe("what was reported", () => {
  test("is begun as long as no completion was confirmed", () => {
    const claimed = facts("MONTH", { dueOn: day("2025-06-30"), work: begun })
    expect(taskStatusOf(claimed, day("2025-04-01"))).toBe("IN_PROGRESS")
  })

  test("is on time on the last day, and late on the day after", () => {
    const on = (date: string) => taskStatusOf({ ...dueInMarch, work: completed(date) }, day("2025-04-02"))
    expect(on("2025-03-31")).toBe("COMPLETED_ON_TIME")
    expect(on("2025-04-01")).toBe("COMPLETED_LATE")
  })

  test("completes a task before its trigger was recorded", () => {
    const early = facts("AFTER_TRIGGER", { awaiting: true, work: completed("2025-05-01") })
    expect(taskStatusOf(early, day("2025-06-01"))).toBe("COMPLETED_ON_TIME")
  })

  test("does not hide that a task is overdue", () => {
    expect(taskStatusOf({ ...dueInMarch, work: begun }, day("2025-04-01"))).toBe("OVERDUE")
  })
})

test("a decision suspends and cancels whatever the deadline and whatever was completed", () => {
  for (const stopped of ["SUSPENDED", "CANCELLED"] as const)
    expect(taskStatusOf({ ...dueInMarch, stopped, work: completed("2025-03-01") }, day("2026-01-01"))).toBe(
      stopped,
    )
})

describe("an extension", () => {
  const extended = { ...dueInMarch, extendedDueOn: day("2025-05-31") }

  test("moves the day after which a task is overdue", () => {
    expect(taskStatusOf(extended, day("2025-04-01"))).toBe("NOT_STARTED")
    expect(taskStatusOf(extended, day("2025-05-31"))).toBe("DUE_SOON")
    expect(taskStatusOf(extended, day("2025-06-01"))).toBe("OVERDUE")
  })

  test("makes on time what would have been late", () => {
    expect(taskStatusOf({ ...extended, work: completed("2025-05-31") }, day("2025-06-01"))).toBe(
      "COMPLETED_ON_TIME",
    )
    expect(taskStatusOf({ ...dueInMarch, work: completed("2025-05-31") }, day("2025-06-01"))).toBe(
      "COMPLETED_LATE",
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
