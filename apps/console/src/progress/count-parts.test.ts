import { expect, test } from "vitest"
import { countParts } from "./count-parts.ts"

const unheard = { status: "IN_PROGRESS", claim: null, awaitingVerification: false } as const
const done = { ...unheard, claim: { state: "COMPLETED" } } as const

test("a task of many is counted part by part, and no one's words stand for the others", () => {
  const parts = [
    { ...unheard, silentSince: "2025-02-14" },
    { ...unheard, claim: { state: "IN_PROGRESS" } as const },
    { ...done, awaitingVerification: true },
    { ...done, status: "COMPLETED_LATE" } as const,
  ]
  expect(countParts(parts, null)).toEqual({
    owing: 4,
    reported: 3,
    claimedComplete: 2,
    confirmedComplete: 1,
    waiting: 1,
    silent: 1,
  })
})

test("of one that recurs only what was claimed of the period in which it stands is counted", () => {
  const of = (key: string) => ({ ...unheard, claim: { state: "COMPLETED", period: { key } } as const })
  expect(countParts([of("2025"), of("2026"), unheard], "2026")).toMatchObject({
    reported: 1,
    claimedComplete: 1,
  })
})
