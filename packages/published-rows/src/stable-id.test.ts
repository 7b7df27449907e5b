import { agencyRegister } from "@plan43/agency-register"
import { publishedPlanText, readPlan } from "@plan43/plan"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { planKeyOf, stableId } from "./stable-id.ts"

const plan = readPlan(publishedPlanText())
const PLAN_43 = "43/KH-UBND 2025-02-14"

describe("the key of a plan", () => {
  test("holds the day of issue, because numbers repeat between years", () => {
    expect(planKeyOf(plan)).toBe(PLAN_43)
    expect(planKeyOf({ number: "43/KH-UBND", issuedOn: "2026-02-14" })).not.toBe(PLAN_43)
  })
})

describe("a stable identifier", () => {
  test("is the same for ever: systems keep what they noted", () => {
    expect({
      plan: stableId("plan", PLAN_43),
      task85b: stableId("task", PLAN_43, "85b"),
      task91: stableId("task", PLAN_43, "91"),
      indicator: stableId("indicator", PLAN_43, "10.11"),
      measure: stableId("measure", PLAN_43, "7.5"),
      obligation: stableId("obligation", PLAN_43, "3"),
      section: stableId("section", PLAN_43, "VII"),
      agency: stableId("agency", "so-khcn"),
    }).toEqual({
      plan: "393c47c7-b29a-8d13-a820-d7fad16a73e3",
      task85b: "5c6eba3c-59f7-8880-ac40-640e9556d35c",
      task91: "edb6477b-af48-8b4e-b44a-7cc6d9a34a30",
      indicator: "4ee80132-278f-8b7d-b8dd-60731f9314de",
      measure: "c09540ed-17a1-8d73-a309-3581dd0d69fc",
      obligation: "ff9e382a-555d-8b29-83e9-32ffcb02b3db",
      section: "e8bbcd7e-c7f0-8dd4-aba7-e501d5eecdd8",
      agency: "d070cbb6-ce66-83fc-af6d-601a841e2d1d",
    })
  })

  test("is a UUID of version 8 and of the RFC's variant", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (key) => {
        expect(stableId("task", ...key)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        )
      }),
    )
  })

  test("tells kinds and keys apart, and where one part of a key ends and the next begins", () => {
    const ids = [
      stableId("task", "1"),
      stableId("indicator", "1"),
      stableId("task", "1", ""),
      stableId("task", "", "1"),
      stableId("task", "11"),
      stableId("task", "1", "1"),
      stableId("task", "1 1"),
      stableId("task"),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  test("tells every row of the plan and every agency apart", () => {
    const ids = [
      ...plan.tasks.map(({ code }) => stableId("task", PLAN_43, code)),
      ...plan.indicators.map(({ code }) => stableId("indicator", PLAN_43, code)),
      ...plan.measures.map(({ number }) => stableId("measure", PLAN_43, number)),
      ...plan.obligations.map(({ number }) => stableId("obligation", PLAN_43, number)),
      ...plan.sections.map(({ numeral }) => stableId("section", PLAN_43, numeral)),
      ...agencyRegister.agencies.map(({ code }) => stableId("agency", code)),
    ]
    expect(ids).toHaveLength(144 + 54 + 81 + 6 + 7 + agencyRegister.agencies.length)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
