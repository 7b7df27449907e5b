import { i18n } from "@lingui/core"
import { beforeAll, expect, test } from "vitest"
import { type ReportTyped, reportForm, reportOf, typedOf } from "./report-form.ts"

beforeAll(() => i18n.loadAndActivate({ locale: "vi", messages: {} }))

const empty = typedOf(null)
const sent = (typed: Partial<ReportTyped>) => reportOf(reportForm.parse({ ...empty, ...typed }))
const complaints = (typed: Partial<ReportTyped>) =>
  reportForm.safeParse({ ...empty, ...typed }).error?.issues.map(({ path }) => path.join("."))

test("who reports progress must say the state, who reports completion the day", () => {
  expect(complaints({})).toEqual(["state"])
  expect(complaints({ state: "COMPLETED" })).toEqual(["completedOn"])
  expect(complaints({ state: "IN_PROGRESS", percentage: "140" })).toEqual(["percentage"])
})

test("a percentage goes with its state: who completes or begins anew sends none of what was under way", () => {
  const percentage = (typed: Partial<ReportTyped>) => {
    const report = sent({ completedOn: "2026-01-02", ...typed })
    return "percentage" in report ? report.percentage : undefined
  }
  expect(percentage({ state: "IN_PROGRESS", percentage: "40" })).toBe(40)
  expect(percentage({ state: "COMPLETED", percentage: "40" })).toBeNull()
  expect(percentage({ state: "NOT_STARTED", percentage: "40" })).toBeNull()
  // What the server takes stays: after a return it may be a field that must not change
  expect(percentage({ state: "COMPLETED", percentage: "100" })).toBe(100)
  expect(percentage({ state: "NOT_STARTED", percentage: "0" })).toBe(0)
  // Nor does what was mistyped there hold up a completion
  expect(percentage({ state: "COMPLETED", percentage: "140" })).toBeNull()
})

test("“no change” is an answer of its own and carries nothing of the last report", () => {
  expect(sent({ answer: "NO_CHANGE", state: "IN_PROGRESS", percentage: "40", done: "x" })).toEqual({
    answer: "NO_CHANGE",
  })
})

test("a document of which nothing is known is none, a day of completion belongs to what is completed", () => {
  expect(sent({ state: "IN_PROGRESS", completedOn: "2026-01-02" })).toMatchObject({
    result: null,
    completedOn: null,
  })
  expect(sent({ state: "COMPLETED", completedOn: "2026-01-02", number: " 12/QĐ-UBND " })).toMatchObject({
    result: { number: "12/QĐ-UBND", issuedOn: null, issuer: null, link: null, fileIds: [] },
    completedOn: "2026-01-02",
  })
})

test("a form begins with what was last reported", () => {
  const typed = typedOf({ answer: "PROGRESS", state: "IN_PROGRESS", percentage: 0, done: "Đã họp" })
  expect(typed).toMatchObject({ state: "IN_PROGRESS", percentage: "0", done: "Đã họp", number: "" })
})
