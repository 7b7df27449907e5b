import { calendarDateOf } from "@plan43/calendar"
import type { TargetKind } from "@plan43/indicator-assessment"
import { describe, expect, test } from "vitest"
import { shareOfTarget } from "./share-of-target.ts"

const target = (kind: TargetKind, minimum: number | null, maximum: number | null = null) => ({
  kind,
  minimum,
  maximum,
})
const observed = (value: number | null) => ({
  periodEnd: calendarDateOf("2025-12-31"),
  value,
  provisional: false,
})

describe("the share of a target that was reached", () => {
  test("is what was observed over the number to be reached, with one digit, also where it is exceeded", () => {
    expect(shareOfTarget({ target: target("AT_LEAST", 80), observation: observed(61.2) }, "SHARE")).toBe(76.5)
    expect(shareOfTarget({ target: target("MORE_THAN", 0.85), observation: observed(0.8) }, "INDEX")).toBe(
      94.1,
    )
    expect(shareOfTarget({ target: target("VALUE", 2), observation: observed(2.5) }, "SHARE")).toBe(125)
    expect(shareOfTarget({ target: target("AT_LEAST", 5), observation: observed(0) }, "COUNT")).toBe(0)
  })

  test.each([
    ["a rank", target("AT_MOST", null, 5), "RANK"],
    ["a leading group", target("RANK_GROUP", null), "RANK"],
    ["a band", target("RANGE", 8, 10), "COUNT"],
    ["words", target("QUALITATIVE", null), "WORDS"],
    ["what is still to be directed", target("DIRECTIVE", null), "COUNT"],
    ["a heading", target("NONE", null), "WORDS"],
    ["average yearly growth", target("VALUE", 10), "GROWTH"],
    ["what is done or not", target("VALUE", 1), "DONE_OR_NOT"],
    ["nothing", target("AT_LEAST", 0), "COUNT"],
  ] as const)("is not made up of %s", (_what, of, measure) => {
    expect(shareOfTarget({ target: of, observation: observed(4) }, measure)).toBeNull()
  })

  test("is none where no figure was observed, or one below zero", () => {
    const of = target("AT_LEAST", 55)
    expect(shareOfTarget({ target: of, observation: null }, "CONTRIBUTION")).toBeNull()
    expect(shareOfTarget({ target: of, observation: observed(null) }, "CONTRIBUTION")).toBeNull()
    expect(shareOfTarget({ target: of, observation: observed(-3) }, "CONTRIBUTION")).toBeNull()
  })
})
