import { addDays, type CalendarDate, daysBetween } from "@plan43/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type AwaitedEvent, changeOf, eventDayOf, startOf } from "./task-start-rule.ts"

const day = (text: string) => text as CalendarDate
const event = (eventOn: string | null, given: Partial<AwaitedEvent> = {}): AwaitedEvent => ({
  eventOn: eventOn as CalendarDate | null,
  notBefore: null,
  dueDays: 60,
  ...given,
})

describe("the day on which happened what a task waits for", () => {
  const law = { kind: "LAW", issuedOn: day("2025-06-27"), effectiveOn: day("2025-10-01") } as const

  test.each(["IN_FORCE", "GUIDED", "ISSUED", "APPROVED"] as const)(
    "is the day of effect of a law, also where the plan says %s",
    (awaited) => {
      expect(eventDayOf(awaited, law)).toBe("2025-10-01")
    },
  )

  test.each([
    ["ISSUED", "2025-06-27"],
    ["APPROVED", "2025-06-27"],
    ["GUIDED", "2025-06-27"],
    ["IN_FORCE", "2025-10-01"],
  ] as const)("of a decree that is awaited to be %s is %s", (awaited, expected) => {
    expect(eventDayOf(awaited, { ...law, kind: "DECREE" })).toBe(expected)
  })

  test("is not known where the day of effect counts and the document says none", () => {
    expect(eventDayOf("IN_FORCE", { ...law, kind: "DECREE", effectiveOn: null })).toBeNull()
  })
})

describe("a task", () => {
  test("starts on the day of the event and is due 60 days later", () => {
    expect(startOf([event("2025-10-01")])).toEqual({
      eventOn: "2025-10-01",
      startsOn: "2025-10-01",
      dueOn: "2025-11-30",
    })
  })

  test("of two events starts with the later one, by the rule of that document", () => {
    const events = [event("2025-03-01", { dueDays: 10 }), event("2025-05-01", { dueDays: 30 })]
    expect(startOf(events)).toMatchObject({ eventOn: "2025-05-01", dueOn: "2025-05-31" })
  })

  test("of two events on one day has the longer of both terms", () => {
    const events = [event("2025-05-01", { dueDays: 90 }), event("2025-05-01", { dueDays: 30 })]
    expect(startOf(events)?.dueOn).toBe("2025-07-30")
  })

  test("of two events waits while one has not happened", () => {
    expect(startOf([event("2025-03-01"), event(null)])).toBeNull()
  })

  test("that must not start before 1 June starts then, though guidance came in May", () => {
    expect(startOf([event("2025-05-10", { notBefore: day("2025-06-01") })])).toEqual({
      eventOn: "2025-05-10",
      startsOn: "2025-06-01",
      dueOn: "2025-07-31",
    })
  })

  test("is due over the end of February in a leap year", () => {
    expect(startOf([event("2028-01-01")])?.dueOn).toBe("2028-03-01")
    expect(startOf([event("2027-01-01")])?.dueOn).toBe("2027-03-02")
  })
})

const anyDay = fc.integer({ min: 0, max: 6000 }).map((offset) => addDays(day("2024-01-01"), offset))
const anyEvent = fc.record({
  eventOn: fc.option(anyDay),
  notBefore: fc.option(anyDay),
  dueDays: fc.integer({ min: 1, max: 3650 }),
})

test("whatever was recorded, a start lies not before any event nor any “not before”, and the order of documents does not matter", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 5 }), (events) => {
      const start = startOf(events)
      expect(startOf(events.toReversed())).toEqual(start)
      expect(start === null).toBe(events.some(({ eventOn }) => eventOn === null))
      if (start === null) return
      for (const { eventOn, notBefore } of events) {
        expect(start.eventOn >= (eventOn ?? "")).toBe(true)
        expect(start.startsOn >= (notBefore ?? "")).toBe(true)
      }
      expect(start.startsOn >= start.eventOn).toBe(true)
      expect(events.map(({ dueDays }) => dueDays)).toContain(daysBetween(start.startsOn, start.dueOn))
    }),
  )
})

test("a start that was taken back and recorded again the same is a start again; one that stays is told apart from one that moves", () => {
  const start = startOf([event("2025-10-01")])
  const later = startOf([event("2025-10-02")])
  expect(changeOf(null, start)).toBe("STARTS")
  expect(changeOf(start, start)).toBe("STAYS")
  expect(changeOf(start, later)).toBe("MOVES")
  expect(changeOf(start, null)).toBe("WAITS_AGAIN")
  expect(changeOf(null, null)).toBe("STILL_WAITS")
})
