import { describe, expect, test } from "vitest"
import { openFieldsAfter, type ReportField, type ReportVerification } from "./report-verification.ts"

const returned = (...fields: ReportField[]): ReportVerification => ({
  outcome: "RETURNED",
  on: "2026-06-01" as ReportVerification["on"],
  by: null,
  reason: null,
  fields: fields.map((field) => ({ field, reason: `vì ${field}` })),
})
const confirmed: ReportVerification = { ...returned(), outcome: "CONFIRMED" }

describe("the next report may change", () => {
  test.each<[string, ReportVerification | null, ReportVerification | null, ReportField[] | null]>([
    ["everything while nothing was returned", null, null, null],
    ["only what was returned", returned("DONE", "RESULT"), null, ["DONE", "RESULT"]],
    ["the same after the return was answered", null, returned("DONE"), ["DONE"]],
    ["what the answer itself was returned for", returned("RESULT"), returned("DONE"), ["RESULT"]],
    ["everything once the answer is confirmed", confirmed, returned("DONE"), null],
    ["with the state what depends on it", returned("STATE"), null, ["STATE", "PERCENTAGE", "COMPLETED_ON"]],
  ])("%s", (_fact, own, corrected, fields) => {
    expect(openFieldsAfter(own, corrected)?.map(({ field }) => field) ?? null).toEqual(fields)
  })

  test("what depends on a returned state for that reason, unless it has its own", () => {
    expect(openFieldsAfter(returned("STATE", "PERCENTAGE"), null)).toEqual([
      { field: "STATE", reason: "vì STATE" },
      { field: "PERCENTAGE", reason: "vì PERCENTAGE" },
      { field: "COMPLETED_ON", reason: "vì STATE" },
    ])
  })
})
