import { beforeEach, expect, test } from "vitest"
import { KeptForAWhile } from "./kept-for-a-while.ts"

let time: number
let reads: number
let kept: KeptForAWhile<number>
beforeEach(() => {
  time = 0
  reads = 0
  kept = new KeptForAWhile({ milliseconds: 1_000, size: 2, now: () => time })
})
const read = async () => ++reads

test("what was read is read again only after its time", async () => {
  expect(await kept.of("a", read)).toBe(1)
  time = 999
  expect(await kept.of("a", read)).toBe(1)
  time = 1_000
  expect(await kept.of("a", read)).toBe(2)
})

test("all who ask while it is read wait for the same", async () => {
  expect(await Promise.all([kept.of("a", read), kept.of("a", read)])).toEqual([1, 1])
})

test("a failure is told to whoever asked and not remembered", async () => {
  await expect(kept.of("a", () => Promise.reject(new Error("down")))).rejects.toThrow("down")
  expect(await kept.of("a", read)).toBe(1)
})

test("the oldest goes when there is no more room", async () => {
  for (const key of ["a", "b", "c"]) await kept.of(key, read)
  expect(await kept.of("c", read)).toBe(3)
  expect(await kept.of("b", read)).toBe(2)
  expect(await kept.of("a", read)).toBe(4)
})

test("what is forgotten is read again", async () => {
  await kept.of("a", read)
  kept.forget("a")
  expect(await kept.of("a", read)).toBe(2)
})
