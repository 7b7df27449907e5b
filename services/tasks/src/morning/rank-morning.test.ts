import "reflect-metadata"
import fc from "fast-check"
import { expect, test } from "vitest"
import { MORNING_ITEMS, type MorningCandidate, MorningReason, rankMorning } from "./rank-morning.ts"

const reasons = Object.keys(MorningReason) as MorningReason[]
const about = (reason: MorningReason, ...subjects: string[]): MorningCandidate[] =>
  subjects.map((subject) => ({ reason, subject }))
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)

test("who waits for an answer comes before what is late, and silence comes last", () => {
  const ranked = rankMorning([
    ...about("SILENT", "a"),
    ...about("OVERDUE", "b"),
    ...about("STARTED", "c"),
    ...about("WAITING_FOR_VERIFICATION", "d"),
    ...about("DUE", "e"),
  ])
  expect(ranked.map(({ subject }) => subject)).toEqual(["d", "e", "b", "c", "a"])
})

test("an obligation that is late and waits for verification stands there once, for what can be done", () => {
  const ranked = rankMorning([...about("OVERDUE", "a", "b"), ...about("WAITING_FOR_VERIFICATION", "a")])
  expect(ranked).toEqual([...about("WAITING_FOR_VERIFICATION", "a"), ...about("OVERDUE", "b")])
})

test("eighty late tasks leave room for the one agency that fell silent", () => {
  const ranked = rankMorning([...about("OVERDUE", ...numbered(80)), ...about("SILENT", "so-xay-dung")])
  expect(ranked).toHaveLength(MORNING_ITEMS)
  expect(ranked.at(-1)).toEqual({ reason: "SILENT", subject: "so-xay-dung" })
  expect(ranked.slice(0, -1).map(({ subject }) => subject)).toEqual(numbered(14))
})

test("a morning without anything is empty", () => {
  expect(rankMorning([])).toEqual([])
})

const candidates = fc.array(
  fc.record({ reason: fc.constantFrom(...reasons), subject: fc.constantFrom(...numbered(40)) }),
  { maxLength: 200 },
)

test("fifteen at most, each thing once, nothing left out while there is room, in the order of reasons", () => {
  fc.assert(
    fc.property(candidates, (given) => {
      const ranked = rankMorning(given)
      const subjects = ranked.map(({ subject }) => subject)
      expect(new Set(subjects).size).toBe(subjects.length)
      expect(ranked).toHaveLength(Math.min(MORNING_ITEMS, new Set(given.map(({ subject }) => subject)).size))
      const places = ranked.map(({ reason }) => reasons.indexOf(reason))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
  )
})

test("a reason gets at most one place more than another that still has something to say", () => {
  fc.assert(
    fc.property(candidates, (given) => {
      // Things that nobody mentions twice, so that each has one reason
      const distinct = given.map(({ reason }, index) => ({ reason, subject: `${index}` }))
      const ranked = rankMorning(distinct)
      const placesOf = (reason: MorningReason) => ranked.filter((each) => each.reason === reason).length
      const unheard = distinct.filter((candidate) => !ranked.includes(candidate))
      for (const { reason } of unheard)
        for (const { reason: other } of ranked)
          expect(placesOf(other)).toBeLessThanOrEqual(placesOf(reason) + 1)
    }),
  )
})
