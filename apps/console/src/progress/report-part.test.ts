import { expect, test } from "vitest"
import { firstPart, partsOf, slotOf } from "./report-part.ts"

const claim = { id: "r", answer: "PROGRESS" as const }
const corrected = { ...claim, openFields: [{ field: "DONE", reason: "Chưa rõ" }] }
const returned = { ...corrected, verification: { outcome: "RETURNED" as const } }
const task = { expectsDocument: true }
const phase = (id: string) => ({ status: "NOT_STARTED" as const, phase: { id, expectsDocument: false } })
const period = (key: string) => ({ key, status: "ONGOING" as const })

test("a task that neither recurs nor has phases is reported as a whole", () => {
  const parts = partsOf({ task, claim, periods: [], phases: [] })
  expect(parts).toEqual([{ id: "", kind: "WHOLE", status: null, expectsDocument: true, claim }])
  expect(firstPart(parts)).toBe(parts[0])
  expect(slotOf({ id: "", kind: "WHOLE" })).toEqual({ periodKey: null, phaseId: null })
})

test("a period begins with what was claimed of it, the current one first", () => {
  const periods = [period("2026-H1"), { ...period("2025-H2"), claim }]
  const parts = partsOf({ task, claim, periods, phases: [] })
  expect(parts.map((part) => part.claim)).toEqual([null, claim])
  expect(firstPart(parts)?.id).toBe("2026-H1")
  const earlier = (last: typeof claim) => [period("2026-H1"), { ...period("2025-H2"), claim: last }]
  expect(firstPart(partsOf({ task, periods: earlier(returned), phases: [] }))?.id).toBe("2025-H2")
  expect(firstPart(partsOf({ task, periods: earlier(corrected), phases: [] }))?.id).toBe("2026-H1")
  expect(slotOf({ id: "2026-H1", kind: "PERIOD" })).toEqual({ periodKey: "2026-H1", phaseId: null })
})

test("of phases one is chosen, unless one was returned or its correction waits", () => {
  const phases = [phase("a"), phase("b")]
  expect(firstPart(partsOf({ task, periods: [], phases }))).toBeNull()
  const [first, second] = phases
  if (first === undefined || second === undefined) throw new Error("no phases")
  for (const last of [returned, corrected])
    expect(firstPart(partsOf({ task, periods: [], phases: [first, { ...second, claim: last }] }))?.id).toBe(
      "b",
    )
  expect(slotOf({ id: "b", kind: "PHASE" })).toEqual({ periodKey: null, phaseId: "b" })
})
