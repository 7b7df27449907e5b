import { addDays, type CalendarDate, dayOf } from "@plan43/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type AssessmentFacts,
  assess,
  BEHIND_DAYS,
  type ObservedFigure,
  type TargetFigures,
} from "./assess.ts"
import { type AssessmentState, assessmentStates } from "./assessment-state.ts"
import { judgedStates } from "./judged-state.ts"
import { targetKinds } from "./target-kind.ts"

const atLeast80: TargetFigures = { kind: "AT_LEAST", minimum: 80, maximum: null }

/** Row 10.1 of the plan, with nothing supplied. */
const nothingKnown: AssessmentFacts = {
  target: atLeast80,
  unit: "%",
  horizonYear: 2030,
  yearly: false,
  doneOrNot: false,
  baseline: null,
  milestones: [],
  observation: null,
  judgement: null,
}

const from2025 = { on: dayOf(2025, 12, 31), value: 30 }
const today = dayOf(2028, 6, 30)

function observed(value: number | null, periodEnd: CalendarDate = dayOf(2027, 12, 31)): ObservedFigure {
  return { value, periodEnd, provisional: false }
}

function stateOf(facts: Partial<AssessmentFacts>, asOf = today): AssessmentState {
  return assess({ ...nothingKnown, ...facts }, asOf).state
}

function withFigure(target: TargetFigures, value: number): AssessmentState {
  return stateOf({ target, observation: observed(value) })
}

describe("a target with a figure", () => {
  test.each([
    [atLeast80, 80, "REACHED"],
    [atLeast80, 80.1, "EXCEEDED"],
    [{ kind: "MORE_THAN", minimum: 60, maximum: null }, 60.1, "REACHED"],
    [{ kind: "MORE_THAN", minimum: 60, maximum: null }, 60, "NOT_ASSESSABLE"],
    [{ kind: "AT_MOST", minimum: null, maximum: 5 }, 5, "REACHED"],
    [{ kind: "AT_MOST", minimum: null, maximum: 5 }, 3, "EXCEEDED"],
    [{ kind: "AT_MOST", minimum: null, maximum: 5 }, 6, "NOT_ASSESSABLE"],
    [{ kind: "VALUE", minimum: 90, maximum: null }, 90, "REACHED"],
    [{ kind: "VALUE", minimum: 90, maximum: null }, 91, "EXCEEDED"],
    [{ kind: "RANGE", minimum: 8, maximum: 10 }, 7.9, "NOT_ASSESSABLE"],
    [{ kind: "RANGE", minimum: 8, maximum: 10 }, 8, "REACHED"],
    [{ kind: "RANGE", minimum: 8, maximum: 10 }, 10, "REACHED"],
    [{ kind: "RANGE", minimum: 8, maximum: 10 }, 10.5, "EXCEEDED"],
    [{ kind: "RANGE", minimum: 8, maximum: null }, 12, "REACHED"],
  ] as [TargetFigures, number, AssessmentState][])("%o with %d is %s", (target, value, state) => {
    expect(withFigure(target, value)).toBe(state)
  })

  test("is without data until something with a figure is observed, and says what to supply", () => {
    expect(assess(nothingKnown, today)).toEqual({
      asOf: today,
      state: "NO_DATA",
      missing: ["OBSERVATION", "BASELINE"],
      observation: null,
      pathValue: null,
      explanation: "Tính đến 30/06/2028, chưa có số liệu; còn thiếu số liệu thực hiện, số liệu gốc.",
    })
    expect(
      assess({ ...nothingKnown, baseline: from2025, observation: observed(null) }, today).missing,
    ).toEqual(["OBSERVATION"])
  })

  test("that is not met without a baseline cannot be assessed", () => {
    const assessed = assess({ ...nothingKnown, observation: observed(62) }, today)
    expect(assessed).toMatchObject({ state: "NOT_ASSESSABLE", missing: ["BASELINE"], pathValue: null })
    expect(assessed.explanation).toBe(
      "Số liệu chính thức đến 31/12/2027 là 62 (%): chưa đạt mục tiêu từ 80 trở lên và chưa biết có đúng lộ trình không, còn thiếu số liệu gốc.",
    )
  })

  test("whose figure was not read asks for it", () => {
    const target: TargetFigures = { kind: "AT_LEAST", minimum: null, maximum: null }
    const assessed = assess({ ...nothingKnown, target, observation: observed(62) }, today)
    expect(assessed).toMatchObject({ state: "NOT_ASSESSABLE", missing: ["NUMERIC_TARGET"] })
    expect(assessed.explanation).toContain("mục tiêu bằng số")
  })
})

describe("on the way from 30 at the end of 2025 to 80 at the end of 2030", () => {
  const underway = (value: number, more: Partial<AssessmentFacts> = {}, asOf = today) =>
    assess({ ...nothingKnown, baseline: from2025, observation: observed(value), ...more }, asOf)

  test("the path demands 49.99 at the end of 2027, by day", () => {
    expect(underway(50).pathValue).toBeCloseTo(30 + (50 * 730) / 1826, 10)
  })

  test.each([
    [50, "ON_PATH"],
    [49, "BEHIND_PATH"],
    [40, "BEHIND_PATH"],
    [39.9, "OFF_PATH"],
    [80, "REACHED"],
  ] as const)("%d at the end of 2027 is %s", (value, state) => {
    expect(underway(value).state).toBe(state)
  })

  test("milestones bend the path", () => {
    const milestones = [
      { on: dayOf(2028, 12, 31), value: 75 },
      { on: dayOf(2027, 12, 31), value: 35 },
    ]
    expect(underway(36, { milestones })).toMatchObject({ state: "ON_PATH", pathValue: 35 })
  })

  test("a milestone outside the way is left out", () => {
    const milestones = [
      { on: dayOf(2024, 12, 31), value: 75 },
      { on: dayOf(2030, 12, 31), value: 99 },
    ]
    expect(underway(50, { milestones })).toEqual(underway(50))
  })

  test("a figure from before the baseline is held against the baseline", () => {
    expect(underway(31, { observation: observed(31, dayOf(2024, 12, 31)) })).toMatchObject({
      state: "ON_PATH",
      pathValue: 30,
    })
  })

  test("a baseline of the target's day or later leaves the target as the whole path", () => {
    const baseline = { on: dayOf(2031, 1, 1), value: 30 }
    expect(underway(79, { baseline })).toMatchObject({ state: "OFF_PATH", pathValue: 80 })
  })

  test("once the target's day is over, the figure of that day is asked for", () => {
    const assessed = underway(50, {}, dayOf(2031, 3, 1))
    expect(assessed).toMatchObject({ state: "ON_PATH", missing: ["OBSERVATION"] })
    expect(assessed.explanation).toContain(
      "Đã qua ngày đích 31/12/2030, còn thiếu số liệu thực hiện của ngày đó.",
    )
  })

  test("who only equals a figure to be surpassed is behind when the day has come", () => {
    const target: TargetFigures = { kind: "MORE_THAN", minimum: 80, maximum: null }
    const observation = observed(80, dayOf(2030, 12, 31))
    expect(underway(80, { target, observation }, dayOf(2031, 1, 1)).state).toBe("BEHIND_PATH")
  })

  test("a rank approaches its target from above", () => {
    const ranked = { target: { kind: "AT_MOST", minimum: null, maximum: 5 } as const, unit: "Thứ bậc" }
    const baseline = { on: dayOf(2025, 12, 31), value: 15 }
    expect(underway(11, { ...ranked, baseline }).state).toBe("ON_PATH")
    expect(underway(12, { ...ranked, baseline }).state).toBe("BEHIND_PATH")
    expect(underway(14, { ...ranked, baseline }).state).toBe("OFF_PATH")
  })

  test("the explanation names observation, path and delay", () => {
    expect(underway(50).explanation).toBe(
      "Số liệu chính thức đến 31/12/2027 là 50 (%): đúng lộ trình, mức lộ trình ngày đó là 49,99.",
    )
    expect(underway(45, { observation: { ...observed(45), provisional: true } }).explanation).toBe(
      "Số liệu tạm tính đến 31/12/2027 là 45 (%): chậm so với lộ trình không quá một năm, mức lộ trình ngày đó là 49,99.",
    )
    expect(underway(31.5, { unit: null }).explanation).toBe(
      "Số liệu chính thức đến 31/12/2027 là 31,5: lệch lộ trình, chậm hơn một năm, mức lộ trình ngày đó là 49,99.",
    )
  })

  test.each([
    [atLeast80, 85, "từ 80 trở lên"],
    [{ kind: "MORE_THAN", minimum: 0.85, maximum: null }, 0.9, "trên 0,85"],
    [{ kind: "AT_MOST", minimum: null, maximum: 5 }, 3, "không quá 5"],
    [{ kind: "VALUE", minimum: 90, maximum: null }, 90, "mục tiêu 90"],
    [{ kind: "RANGE", minimum: 8, maximum: 10 }, 9, "8 – 10"],
    [{ kind: "RANGE", minimum: 8, maximum: null }, 9, "mục tiêu 8"],
  ] as [TargetFigures, number, string][])("%o met by %d is told as “%s”", (target, value, words) => {
    expect(underway(value, { target }).explanation).toContain(words)
  })
})

describe("a yearly target", () => {
  const yearly: Partial<AssessmentFacts> = {
    target: { kind: "AT_LEAST", minimum: 3, maximum: null },
    yearly: true,
    unit: "% tổng chi NSNN",
  }

  test("needs no baseline", () => {
    expect(assess({ ...nothingKnown, ...yearly }, today).missing).toEqual(["OBSERVATION"])
    expect(stateOf({ ...yearly, observation: observed(3) })).toBe("REACHED")
  })

  test("that was missed cannot be caught up in its year", () => {
    const assessed = assess({ ...nothingKnown, ...yearly, observation: observed(2.9) }, today)
    expect(assessed).toMatchObject({ state: "OFF_PATH", pathValue: 3 })
    expect(assessed.explanation).toContain("chưa đạt mức phải có hằng năm từ 3 trở lên")
  })
})

describe("a target without a figure", () => {
  const judgement = { on: dayOf(2028, 1, 15), state: "BEHIND_PATH" } as const

  test.each(["RANK_GROUP", "QUALITATIVE"] as const)("of kind %s is judged by hand", (kind) => {
    const facts = { ...nothingKnown, target: { kind, minimum: null, maximum: null } }
    expect(assess(facts, today)).toMatchObject({ state: "NO_DATA", missing: ["JUDGEMENT"] })
    expect(assess({ ...facts, observation: observed(3) }, today)).toMatchObject({
      state: "NOT_ASSESSABLE",
      missing: ["JUDGEMENT"],
      explanation:
        "Mục tiêu không có con số, được đánh giá bằng minh chứng; còn thiếu đánh giá kèm minh chứng.",
    })
    expect(assess({ ...facts, judgement }, today)).toMatchObject({
      state: "BEHIND_PATH",
      missing: [],
      explanation: "Theo đánh giá ngày 15/01/2028: chậm so với lộ trình.",
    })
  })

  test("waits for its directive, whatever is observed", () => {
    const target = { kind: "DIRECTIVE", minimum: null, maximum: null } as const
    expect(assess({ ...nothingKnown, target, observation: observed(1) }, today)).toMatchObject({
      state: "NOT_ASSESSABLE",
      missing: ["DIRECTIVE"],
      explanation: "Mục tiêu theo chỉ đạo, chưa có mức cụ thể; còn thiếu văn bản chỉ đạo.",
    })
  })

  test("because it heads sub-rows misses nothing", () => {
    const target = { kind: "NONE", minimum: null, maximum: null } as const
    expect(assess({ ...nothingKnown, target }, today)).toMatchObject({ state: "NOT_ASSESSABLE", missing: [] })
  })
})

describe("a target that is done or not", () => {
  const done: TargetFigures = { kind: "VALUE", minimum: 1, maximum: null }
  const doneOrNot = (value: number, asOf = today) =>
    assess(
      { ...nothingKnown, target: done, unit: "Thành phố", doneOrNot: true, observation: observed(value) },
      asOf,
    )

  test("is reached when it is done, and asks for no baseline while it is not", () => {
    expect(doneOrNot(1).state).toBe("REACHED")
    expect(doneOrNot(0)).toMatchObject({ state: "NOT_ASSESSABLE", missing: [], pathValue: null })
    expect(doneOrNot(0).explanation).toBe(
      "Đến 31/12/2027 chưa hoàn thành; ngày đích là 31/12/2030, không có lộ trình bằng con số.",
    )
  })

  test("and was not done is off its path from the day after", () => {
    expect(doneOrNot(0, dayOf(2030, 12, 31)).state).toBe("NOT_ASSESSABLE")
    expect(doneOrNot(0, dayOf(2031, 1, 1)).state).toBe("OFF_PATH")
  })
})

describe("a rank that is asked for only where a ranking is made", () => {
  const rank: TargetFigures = { kind: "AT_MOST", minimum: null, maximum: 5 }
  const judgement = { on: dayOf(2027, 12, 31), state: "NOT_APPLICABLE" } as const

  test("does not apply while none is made", () => {
    const assessed = assess({ ...nothingKnown, target: rank, judgement }, today)
    expect(assessed).toMatchObject({ state: "NOT_ASSESSABLE", missing: [] })
    expect(assessed.explanation).toBe("Không áp dụng: theo đánh giá ngày 31/12/2027, không có xếp hạng.")
  })

  test("applies again with a rank of a later period", () => {
    const observation = observed(4, dayOf(2028, 3, 31))
    expect(assess({ ...nothingKnown, target: rank, judgement, observation }, today).state).toBe("EXCEEDED")
  })
})

describe("whatever is known", () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(dayOf(2022, 1, 1), days))
  const value = fc.double({ min: 0, max: 200, noNaN: true })
  const figure = fc.option(value)
  const point = fc.record({ on: day, value })
  const facts: fc.Arbitrary<AssessmentFacts> = fc.record({
    target: fc.record({ kind: fc.constantFrom(...targetKinds), minimum: figure, maximum: figure }),
    unit: fc.option(fc.constant("%")),
    horizonYear: fc.constantFrom(2030, 2045),
    yearly: fc.boolean(),
    doneOrNot: fc.boolean(),
    baseline: fc.option(point),
    milestones: fc.uniqueArray(point, { maxLength: 5, selector: ({ on }) => on }),
    observation: fc.option(fc.record({ periodEnd: day, value: figure, provisional: fc.boolean() })),
    judgement: fc.option(
      fc.record({ on: day, state: fc.constantFrom(...judgedStates, "NOT_APPLICABLE" as const) }),
    ),
  })
  const BETTER: readonly AssessmentState[] = ["OFF_PATH", "BEHIND_PATH", "ON_PATH", "REACHED", "EXCEEDED"]

  test("an assessment is one of the states, explained in a sentence that asks for all that is missing", () => {
    fc.assert(
      fc.property(facts, day, (known, asOf) => {
        const { state, explanation, missing, pathValue } = assess(known, asOf)
        expect(assessmentStates).toContain(state)
        expect(explanation).toMatch(/^\p{Lu}.*\.$/u)
        expect(explanation).not.toMatch(/undefined|null|NaN/)
        expect(explanation.includes("còn thiếu")).toBe(missing.length > 0)
        if (state === "ON_PATH" && !["RANK_GROUP", "QUALITATIVE"].includes(known.target.kind))
          expect(pathValue).not.toBeNull()
      }),
    )
  })

  test("a better figure is never assessed as worse", () => {
    fc.assert(
      fc.property(facts, day, value, value, (known, asOf, one, other) => {
        const { observation } = known
        fc.pre(observation !== null && known.baseline !== null && !known.doneOrNot)
        const lower = Math.min(one, other)
        const higher = Math.max(one, other)
        const [worse, better] = known.target.kind === "AT_MOST" ? [higher, lower] : [lower, higher]
        const rankWith = (figureObserved: number) => {
          const with_ = {
            ...known,
            observation: { ...(observation as ObservedFigure), value: figureObserved },
          }
          return BETTER.indexOf(assess(with_, asOf).state)
        }
        expect(rankWith(better)).toBeGreaterThanOrEqual(rankWith(worse))
      }),
    )
  })

  test("a day more on the way to a rising target never demands less", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (periodEnd, days) => {
        const demandedOn = (on: CalendarDate) =>
          assess({ ...nothingKnown, baseline: from2025, observation: observed(0, on) }, on).pathValue ?? 0
        expect(demandedOn(addDays(periodEnd, days))).toBeGreaterThanOrEqual(demandedOn(periodEnd))
      }),
    )
  })

  test("who is behind stands where the path was within the year before", () => {
    fc.assert(
      fc.property(value, fc.integer({ min: BEHIND_DAYS, max: 1825 }), (observedValue, days) => {
        const on = addDays(from2025.on, days)
        const known = { ...nothingKnown, baseline: from2025, observation: observed(observedValue, on) }
        const assessed = assess(known, on)
        fc.pre(assessed.state === "BEHIND_PATH" || assessed.state === "OFF_PATH")
        const yearBefore = assess(
          { ...known, observation: observed(0, addDays(on, -BEHIND_DAYS)) },
          on,
        ).pathValue
        expect(observedValue >= (yearBefore ?? 0)).toBe(assessed.state === "BEHIND_PATH")
      }),
    )
  })
})
