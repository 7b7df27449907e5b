import { calendarDateOf } from "@plan43/calendar"
import fc from "fast-check"
import { expect, test } from "vitest"
import { anySynthesis } from "../testing/any-synthesis.ts"
import type { ReportedReport } from "./synthesis-content.ts"
import { reportTable } from "./tables.ts"

test("the annex of reports says when each came, and as what where it was entered on behalf of its agency", () => {
  const [content] = fc.sample(anySynthesis, { numRuns: 1, seed: 43 })
  const [report] = content?.content.reports ?? []
  if (content === undefined || report === undefined) throw new Error("a synthesis without reports")
  const day = calendarDateOf
  const cameIn = (given: Partial<ReportedReport>) => {
    const reports = [{ ...report, sentOn: day("2026-06-08"), ...given }]
    const [row] = reportTable({ ...content.content, reports }).rows
    return [row].flat()[3]
  }
  // Of a round that was locked before it was kept how reports came
  expect(cameIn({})).toBe("08/06/2026")
  expect(cameIn({ receivedOn: null, enteredFrom: null })).toBe("08/06/2026")
  expect(cameIn({ receivedOn: day("2026-06-04"), enteredFrom: "PAPER" })).toBe(
    "04/06/2026, nhập thay từ bản giấy",
  )
  expect(cameIn({ receivedOn: day("2026-06-04"), enteredFrom: "FILE" })).toBe(
    "04/06/2026, nhập thay từ tệp Excel",
  )
  expect(cameIn({ sentOn: null })).toBeNull()
})
