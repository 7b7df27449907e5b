import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { lookingEveryTenMinutes } from "./looking.ts"
import type { WorkingParts } from "./subgraph.ts"

const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test("a worker looks a minute after the start, then every ten minutes; what fails is logged, and looked at again", async () => {
  const warn = vi.fn()
  const look = vi.fn(async () => {
    if (look.mock.calls.length === 1) throw new Error("the database is away")
  })
  const worker = lookingEveryTenMinutes(look, "could not look")({ log: { warn } } as unknown as WorkingParts)
  await vi.advanceTimersByTimeAsync(MINUTE - 1)
  expect(look).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.anything(), "could not look")
  await vi.advanceTimersByTimeAsync(9 * MINUTE)
  expect(look).toHaveBeenCalledTimes(2)
  expect(warn).toHaveBeenCalledTimes(1)
  await worker.stop()
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(look).toHaveBeenCalledTimes(2)
})

test("a worker that is stopped waits for the look that goes on", async () => {
  const going = Promise.withResolvers<void>()
  const worker = lookingEveryTenMinutes(() => going.promise, "")({} as WorkingParts)
  await vi.advanceTimersByTimeAsync(MINUTE)
  const stopped = vi.fn()
  const stopping = worker.stop().then(stopped)
  await vi.advanceTimersByTimeAsync(1)
  expect(stopped).not.toHaveBeenCalled()
  going.resolve()
  await stopping
  expect(stopped).toHaveBeenCalled()
})
