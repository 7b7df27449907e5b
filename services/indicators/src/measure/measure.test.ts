import { measureOf } from "@plan43/indicator-assessment"
import { publishedPlanText, readPlan } from "@plan43/plan"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { figureRefusals } from "./figure-refusals.ts"

const rows = new Map(readPlan(publishedPlanText()).indicators.map((row) => [row.code, row]))

function row(code: string) {
  const found = rows.get(code)
  if (found === undefined) throw new Error(`Annex I has no row ${code}`)
  return found
}

const reasonsFor = (code: string, value: number, unit = row(code).unit) =>
  figureRefusals(row(code), { value, unit }).map(({ reason }) => reason)

test.each([
  ["10.1", "SHARE"],
  ["9", "SHARE"],
  ["16", "SHARE"],
  ["7", "CONTRIBUTION"],
  ["19", "GROWTH"],
  ["3", "RANK"],
  ["1", "RANK"],
  ["6", "COUNT"],
  ["13", "INDEX"],
  ["17", "RATIO"],
  ["37", "RATIO"],
  ["23", "DONE_OR_NOT"],
  ["22", "WORDS"],
  ["10", "WORDS"],
])("row %s of Annex I is a %s", (code, measure) => {
  expect(measureOf(row(code))).toBe(measure)
})

describe("a figure", () => {
  test.each([
    ["10.1", 80.5, []],
    ["10.1", 100, []],
    ["10.1", 100.1, ["VALUE_OUT_OF_RANGE"]],
    ["10.1", -0.1, ["VALUE_OUT_OF_RANGE"]],
    ["7", -3, []],
    ["19", -12, []],
    ["19", -101, ["VALUE_OUT_OF_RANGE"]],
    ["3", 1, []],
    ["3", 0, ["VALUE_OUT_OF_RANGE"]],
    ["3", 4.5, ["VALUE_NOT_WHOLE"]],
    ["6", -1, ["VALUE_OUT_OF_RANGE"]],
    ["6", 2.5, ["VALUE_NOT_WHOLE"]],
    ["13", 0.86, []],
    ["13", 86, ["VALUE_OUT_OF_RANGE"]],
    ["17", 13.5, []],
    ["23", 1, []],
    ["23", 2, ["VALUE_OUT_OF_RANGE"]],
    ["22", 5, ["VALUE_NOT_TAKEN"]],
  ])("of row %s: %d", (code, value, reasons) => {
    expect(reasonsFor(code, value)).toEqual(reasons)
  })

  test("carries the unit that it means, however that is written", () => {
    expect(reasonsFor("14", 2, "% GRDP")).toEqual([])
    expect(reasonsFor("14", 2, " %  grdp ")).toEqual([])
    expect(reasonsFor("14", 2, "tỷ đồng")).toEqual(["WRONG_UNIT"])
    expect(reasonsFor("14", 2, null)).toEqual(["WRONG_UNIT"])
  })

  test("that meets the target of its row is never refused", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows.values()), ({ code, target, unit }) => {
        for (const bound of [target.minimum, target.maximum])
          if (bound !== null) expect(reasonsFor(code, bound, unit)).toEqual([])
      }),
    )
  })
})
