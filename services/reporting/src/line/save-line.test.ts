import { describe, expect, test } from "vitest"
import { type LineDetails, ReportLineField } from "./line-field.ts"
import { openFields } from "./open-fields.ts"
import { lineRefusals } from "./save-line.ts"

const silent: LineDetails = {
  answer: null,
  progress: null,
  resultDocument: null,
  percentage: null,
  difficulties: null,
  proposal: null,
  nextPlan: null,
}

const refused = (changes: Partial<LineDetails>) =>
  lineRefusals({ ...silent, ...changes }).map(({ reason, field }) => `${reason} ${field}`)

describe("a line", () => {
  test("may be saved half filled in, and answered with “no change”", () => {
    expect(refused({})).toEqual([])
    expect(refused({ progress: "Đã trình" })).toEqual([])
    expect(refused({ answer: "NO_CHANGE" })).toEqual([])
  })

  test("that is reported on says what was done", () => {
    expect(refused({ answer: "REPORTED" })).toEqual(["PROGRESS_MISSING progress"])
    expect(refused({ answer: "REPORTED", progress: "Đã trình" })).toEqual([])
  })

  test("is done between 0 and 100 per cent", () => {
    expect([0, 100].flatMap((percentage) => refused({ percentage }))).toEqual([])
    expect([-1, 101].flatMap((percentage) => refused({ percentage }))).toEqual([
      "PERCENTAGE_OUT_OF_RANGE percentage",
      "PERCENTAGE_OUT_OF_RANGE percentage",
    ])
  })
})

describe("an agency may change", () => {
  test("every field of a draft of which nothing was returned", () => {
    expect(openFields("DRAFT", null, "TASK")).toEqual(Object.values(ReportLineField))
  })

  test("of a question its answer, what it says and files", () => {
    expect(openFields("DRAFT", null, "QUESTION")).toEqual(["ANSWER", "PROGRESS", "FILES"])
    expect(openFields("RETURNED", ["PROGRESS"], "QUESTION")).toEqual(["PROGRESS"])
  })

  test("only what was returned, also after its head gave it back", () => {
    expect(openFields("RETURNED", ["PROGRESS"], "TASK")).toEqual(["PROGRESS"])
    expect(openFields("DRAFT", ["PROGRESS"], "INDICATOR")).toEqual(["PROGRESS"])
    expect(openFields("RETURNED", [], "TASK")).toEqual([])
  })

  test.each(["SUBMITTED_FOR_APPROVAL", "APPROVED", "SENT", "ACCEPTED", "INCLUDED"] as const)(
    "nothing of one that is %s",
    (state) => expect(openFields(state, null, "TASK")).toEqual([]),
  )
})
