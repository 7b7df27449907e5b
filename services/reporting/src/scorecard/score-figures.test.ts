import type { CalendarDate } from "@plan43/calendar"
import { dayOf } from "@plan43/calendar"
import { taskStatuses } from "@plan43/official-tally"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { criteriaOf, isWeighable, type ScoreCriterionCode } from "./criterion.ts"
import type { ScoreFacts } from "./score-facts.ts"
import { figuresOf, type ScoreFigures } from "./score-figures.ts"
import { compositeOf, methodInForce, type ScoreMethod, WITHOUT_WEIGHTS } from "./score-method.ts"
import { periodBefore } from "./score-period.ts"
import { type ScoredPerson, subjectsOf } from "./score-subject.ts"

const PERIOD = { from: dayOf(2026, 1, 1), to: dayOf(2026, 6, 30) }

const NOTHING: ScoreFacts = {
  period: PERIOD,
  asOf: PERIOD.to,
  obligations: [],
  indicators: [],
  reports: [],
  reminders: [],
  extensions: [],
  answers: [],
  filledLines: [],
}

const AGENCIES = ["a", "b", "c", "d"]
const agency = fc.constantFrom(...AGENCIES)
const day = fc
  .date({ min: new Date("2025-07-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10) as CalendarDate)
const ofTask = fc.integer({ min: 1, max: 144 }).map((code) => ({
  taskId: `task-${code}`,
  taskCode: String(code),
  taskTitle: "Nhiệm vụ",
}))
const uniqueBy = <Row>(rows: fc.Arbitrary<Row>, keyOf: (row: Row) => string) =>
  fc.uniqueArray(rows, { selector: keyOf, maxLength: 60 })

const obligation = fc
  .record({
    task: ofTask,
    agencyId: agency,
    byClass: fc.boolean(),
    status: fc.constantFrom(...taskStatuses),
    dueOn: fc.option(day),
  })
  .map(({ task, ...rest }) => ({ ...task, ...rest }))
const indicator = fc.record({
  indicatorId: fc.integer({ min: 1, max: 40 }).map(String),
  code: fc.constant("1"),
  name: fc.constant("Chỉ tiêu"),
  agencyId: agency,
  state: fc.constantFrom(
    "REACHED",
    "EXCEEDED",
    "ON_PATH",
    "BEHIND_PATH",
    "OFF_PATH",
    "NO_DATA",
    "NOT_ASSESSABLE",
  ),
  explanation: fc.constant(""),
})
const report = fc
  .record({
    reportId: fc.uuid(),
    roundName: fc.constant("Kỳ"),
    agencyId: agency,
    dueOn: day,
    sentOn: fc.option(day),
    lines: fc.integer({ min: 1, max: 30 }),
    unanswered: fc.integer({ min: 0, max: 30 }),
    returned: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ unanswered, ...rest }) => ({ ...rest, answered: Math.max(rest.lines - unanswered, 0) }))
const answer = fc
  .record({
    task: ofTask,
    agencyId: agency,
    answerId: fc.uuid(),
    signedBy: fc.constantFrom("x", "y", "z"),
    signedOn: day,
    outcome: fc.constantFrom("CONFIRMED", "RETURNED", null),
  })
  .map(({ task, ...rest }) => ({ ...task, ...rest }))

const anyFacts: fc.Arbitrary<ScoreFacts> = fc
  .record({
    obligations: uniqueBy(obligation, ({ taskId, agencyId }) => `${taskId} ${agencyId}`),
    indicators: uniqueBy(indicator, ({ indicatorId, agencyId }) => `${indicatorId} ${agencyId}`),
    reports: fc.array(report, { maxLength: 20 }),
    answers: fc.array(answer, { maxLength: 30 }),
  })
  .map((rows) => ({ ...NOTHING, ...rows }) as ScoreFacts)

function person(given: Partial<ScoredPerson> = {}): ScoredPerson {
  return {
    id: "person",
    subject: "x",
    email: null,
    name: "Nguyễn Thị X",
    role: "AGENCY_OFFICER",
    agencyId: "a",
    validFrom: dayOf(2025, 1, 1),
    validTo: null,
    ...given,
  }
}

const shareOf = (figures: ScoreFigures, code: ScoreCriterionCode) => figures.get(code)?.value

describe("whatever was recorded", () => {
  test("every figure is what its rows add up to, and no row stands twice behind it", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const subject of subjectsOf(facts, [person(), person({ id: "head", role: "AGENCY_HEAD" })]))
          for (const { counted, outOf, value, rows } of figuresOf(facts, subject, WITHOUT_WEIGHTS).values()) {
            expect(counted).toBe(rows.reduce((sum, row) => sum + row.counted, 0))
            expect(rows.every((row) => 0 <= row.counted && row.counted <= row.outOf)).toBe(true)
            expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
            if (value !== null) expect(value === counted || value === counted / outOf).toBe(true)
          }
      }),
    )
  })

  test("the tally of a scorecard adds up to what is owed, and the agencies to all that is owed, once for each that owes it", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const cards = subjectsOf(facts, []).map((subject) => figuresOf(facts, subject, WITHOUT_WEIGHTS))
        const tally = criteriaOf(1)
          .filter(({ topic }) => topic === "TASKS")
          .map(({ code }) => code)
        for (const card of cards) {
          const [assigned, ...parts] = tally.map((code) => shareOf(card, code) ?? 0)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(assigned)
        }
        const sum = (code: ScoreCriterionCode) =>
          cards.reduce((total, card) => total + (card.get(code)?.counted ?? 0), 0)
        expect(sum("TASKS_ASSIGNED")).toBe(facts.obligations.length)
        expect(sum("INDICATORS_ASSIGNED")).toBe(facts.indicators.length)
        expect(sum("ANSWERS_SIGNED")).toBeLessThanOrEqual(facts.answers.length)
      }),
    )
  })

  test("a composite is between 0 and 100, and its parts add up to it", () => {
    const weights = criteriaOf(1)
      .filter(isWeighable)
      .map(({ code }) =>
        fc.record({ criterion: fc.constant(code), weight: fc.integer({ min: 1, max: 100 }) }),
      )
    fc.assert(
      fc.property(anyFacts, fc.tuple(...weights), (facts, weighed) => {
        for (const subject of subjectsOf(facts, [])) {
          const composite = compositeOf(figuresOf(facts, subject, WITHOUT_WEIGHTS), { weights: weighed })
          if (composite === null) continue
          expect(composite.points).toBeGreaterThanOrEqual(0)
          expect(composite.points).toBeLessThanOrEqual(100 + 1e-9)
          expect(composite.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(composite.points)
        }
      }),
    )
  })
})

const OWED = {
  taskId: "task-48",
  taskCode: "48",
  taskTitle: "Bố trí kinh phí",
  agencyId: "a",
  byClass: false,
  status: "COMPLETED_ON_TIME",
  dueOn: dayOf(2026, 3, 31),
} as const
const AGENCY = { kind: "AGENCY", id: "a", agencyId: "a", person: null } as const

describe("tasks that fell due", () => {
  test("of two that fell due in the period, one in time: half", () => {
    const facts: ScoreFacts = {
      ...NOTHING,
      obligations: [OWED, { ...OWED, taskId: "task-49", status: "OVERDUE" }],
    }
    const figure = figuresOf(facts, AGENCY, WITHOUT_WEIGHTS).get("FELL_DUE_ON_TIME")
    expect(figure).toMatchObject({ counted: 1, outOf: 2, value: 0.5 })
    expect(figure?.rows.map(({ why }) => why)).toEqual([
      "Hoàn thành đúng hạn, hạn 31/03/2026",
      "Quá hạn, hạn 31/03/2026",
    ])
  })

  test("none fell due: no share, rather than none of it", () => {
    const facts = { ...NOTHING, obligations: [{ ...OWED, dueOn: dayOf(2026, 12, 31) }] }
    expect(shareOf(figuresOf(facts, AGENCY, WITHOUT_WEIGHTS), "FELL_DUE_ON_TIME")).toBeNull()
  })

  test("a day of the period that is still to come says nothing yet", () => {
    const facts = { ...NOTHING, asOf: dayOf(2026, 3, 30), obligations: [OWED] }
    expect(shareOf(figuresOf(facts, AGENCY, WITHOUT_WEIGHTS), "FELL_DUE_ON_TIME")).toBeNull()
  })

  test("what was suspended is not late", () => {
    const facts: ScoreFacts = { ...NOTHING, obligations: [{ ...OWED, status: "SUSPENDED" }] }
    expect(shareOf(figuresOf(facts, AGENCY, WITHOUT_WEIGHTS), "FELL_DUE_ON_TIME")).toBeNull()
  })
})

describe("reports of rounds", () => {
  const REPORT = {
    reportId: "r",
    roundName: "Báo cáo 6 tháng đầu năm 2026",
    agencyId: "a",
    dueOn: dayOf(2026, 6, 5),
    sentOn: dayOf(2026, 6, 5),
    lines: 10,
    answered: 8,
    returned: 0,
  }

  test("one that was sent on its last day is in time; one that never came is neither in time nor complete", () => {
    const facts = { ...NOTHING, reports: [REPORT, { ...REPORT, reportId: "s", sentOn: null }] }
    const figures = figuresOf(facts, AGENCY, WITHOUT_WEIGHTS)
    expect(figures.get("REPORTS_ON_TIME")).toMatchObject({ counted: 1, outOf: 2 })
    expect(figures.get("REPORTS_COMPLETE")).toMatchObject({ counted: 8, outOf: 20 })
  })

  test("one that stands returned came in time and is not complete; what was kept by the first criteria stays as it was", () => {
    const facts = {
      ...NOTHING,
      reports: [
        { ...REPORT, answered: 10, returned: 1, standsReturned: true },
        { ...REPORT, reportId: "s", returned: 1, standsReturned: false },
      ],
    }
    const figures = figuresOf(facts, AGENCY, WITHOUT_WEIGHTS)
    expect(figures.get("REPORTS_COMPLETE")).toMatchObject({
      counted: 8,
      outOf: 20,
      rows: [{ counted: 0, why: "Bị trả lại, chưa gửi lại" }, { counted: 8 }],
    })
    expect(figures.get("REPORTS_ON_TIME")).toMatchObject({
      counted: 2,
      rows: [
        { why: "Gửi đúng hạn ngày 05/06/2026, hạn 05/06/2026; bị trả lại, chưa gửi lại" },
        { why: "Gửi đúng hạn ngày 05/06/2026, hạn 05/06/2026" },
      ],
    })
    const kept = figuresOf(facts, AGENCY, { ...WITHOUT_WEIGHTS, criteriaVersion: 1 })
    expect(kept.get("REPORTS_COMPLETE")).toMatchObject({ counted: 18, outOf: 20 })
  })

  test("one that is not due yet is not missing", () => {
    const facts = { ...NOTHING, asOf: dayOf(2026, 6, 5), reports: [{ ...REPORT, sentOn: null }] }
    expect(shareOf(figuresOf(facts, AGENCY, WITHOUT_WEIGHTS), "REPORTS_ON_TIME")).toBeNull()
  })
})

describe("people", () => {
  const head = (validFrom: CalendarDate, validTo: CalendarDate | null) =>
    ({
      kind: "HEAD",
      id: "head",
      agencyId: "a",
      person: person({ role: "AGENCY_HEAD", validFrom, validTo }),
    }) as const
  const facts: ScoreFacts = {
    ...NOTHING,
    obligations: [OWED, { ...OWED, taskId: "task-49", dueOn: dayOf(2026, 5, 31) }],
  }

  test("a head who left before the end answers for what fell due in office, not for how the agency stands at the end", () => {
    const figures = figuresOf(facts, head(dayOf(2025, 1, 1), dayOf(2026, 4, 30)), WITHOUT_WEIGHTS)
    expect(figures.get("FELL_DUE_ON_TIME")?.rows.map(({ taskId }) => taskId)).toEqual(["task-48"])
    expect(shareOf(figures, "TASKS_ASSIGNED")).toBe(0)
  })

  test("whoever followed answers for the rest and for how it stands", () => {
    const figures = figuresOf(facts, head(dayOf(2026, 5, 1), null), WITHOUT_WEIGHTS)
    expect(figures.get("FELL_DUE_ON_TIME")?.rows.map(({ taskId }) => taskId)).toEqual(["task-49"])
    expect(shareOf(figures, "TASKS_ASSIGNED")).toBe(2)
  })

  test("an official's scorecard tells the tasks whose answers that person signed, no other's", () => {
    const signed = {
      ...OWED,
      answerId: "1",
      signedBy: "x",
      signedOn: dayOf(2026, 2, 1),
      outcome: "CONFIRMED" as const,
    }
    const told = {
      ...facts,
      answers: [signed, { ...signed, answerId: "2", taskId: "task-49", signedBy: "y" }],
    }
    const figures = figuresOf(
      told,
      { kind: "OFFICIAL", id: "person", agencyId: "a", person: person() },
      WITHOUT_WEIGHTS,
    )
    expect(figures.get("TASKS_ASSIGNED")?.rows.map(({ taskId }) => taskId)).toEqual(["task-48"])
    expect(shareOf(figures, "ANSWERS_CONFIRMED")).toBe(1)
    expect(figures.has("REPORTS_ON_TIME")).toBe(false)
  })
})

describe("a method", () => {
  const weighed = (number: number, effectiveFrom: CalendarDate): ScoreMethod => ({
    ...WITHOUT_WEIGHTS,
    number,
    weights: [{ criterion: "FELL_DUE_ON_TIME", weight: 1 }],
    basis: "Quyết định",
    effectiveFrom,
  })

  test("makes no composite while nobody recorded weights", () => {
    const facts = { ...NOTHING, obligations: [OWED] }
    expect(compositeOf(figuresOf(facts, AGENCY, WITHOUT_WEIGHTS), WITHOUT_WEIGHTS)).toBeNull()
  })

  test("lets a criterion without rows weigh nothing", () => {
    const facts = { ...NOTHING, obligations: [OWED] }
    const weights = [
      { criterion: "FELL_DUE_ON_TIME", weight: 1 },
      { criterion: "REPORTS_ON_TIME", weight: 3 },
    ] as const
    expect(compositeOf(figuresOf(facts, AGENCY, WITHOUT_WEIGHTS), { weights })?.points).toBe(100)
  })

  test("holds for periods that end from its first day on; of two of one day the later one", () => {
    const methods = [
      weighed(3, dayOf(2026, 6, 30)),
      weighed(2, dayOf(2026, 6, 30)),
      weighed(4, dayOf(2026, 7, 1)),
    ]
    expect(methodInForce(methods, dayOf(2026, 6, 29))).toBe(WITHOUT_WEIGHTS)
    expect(methodInForce(methods, dayOf(2026, 6, 30)).number).toBe(3)
    expect(methodInForce(methods, dayOf(2026, 12, 31)).number).toBe(4)
  })
})

describe("the period before", () => {
  const before = (from: CalendarDate, to: CalendarDate) => periodBefore({ from, to })

  test("of a half of a year is the other half", () => {
    expect(before(dayOf(2026, 7, 1), dayOf(2026, 12, 31))).toEqual(PERIOD)
    expect(before(dayOf(2026, 1, 1), dayOf(2026, 6, 30))).toEqual({ from: "2025-07-01", to: "2025-12-31" })
  })

  test("of a leap February is the whole January", () => {
    expect(before(dayOf(2028, 2, 1), dayOf(2028, 2, 29))).toEqual({ from: "2028-01-01", to: "2028-01-31" })
  })

  test("of other days is as many days", () => {
    expect(before(dayOf(2026, 6, 6), dayOf(2026, 6, 10))).toEqual({ from: "2026-06-01", to: "2026-06-05" })
  })
})
