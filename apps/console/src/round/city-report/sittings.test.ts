import { expect, test } from "vitest"
import { sittingsOf } from "./sittings.ts"

const version = (writtenBy: string, minute: number, restored: number | null = null, body = "") => ({
  body,
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

test("what was taken out in one sitting can be found again", () => {
  const long = "Các cơ quan đã triển khai nghiêm túc, đúng tiến độ được giao."
  const all = [
    version("An", 2, null, "Các cơ quan"),
    version("An", 1, null, long),
    version("An", 0, null, "Các"),
  ]
  expect(sittingsOf(all)).toEqual(all.slice(0, 2))
})
