import { expect, test } from "vitest"
import { sittingsOf } from "./sittings.ts"

const version = (writtenBy: string, minute: number, restored: number | null = null) => ({
  writtenBy,
  restored,
  recordedAt: new Date(Date.UTC(2026, 5, 1, 8, minute)).toISOString(),
})

test("what one person saved in one sitting is one entry, the last", () => {
  const [latest, middle, first] = [version("An", 6), version("An", 3), version("An", 0)]
  expect(sittingsOf([latest, middle, first])).toEqual([latest])
})

test("another person, a long pause, and a version that was restored over it begin a new entry", () => {
  const all = [
    version("Bình", 40),
    version("An", 39),
    version("An", 20),
    version("An", 10, 1),
    version("An", 9),
  ]
  expect(sittingsOf(all).map((each) => all.indexOf(each))).toEqual([0, 1, 2, 4])
})
